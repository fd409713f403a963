internal import Basics
internal import BluesCore
internal import Glibc
internal import Tabular

/// A file with a text of a report: Markdown or plain text in UTF-8, or a Word document.
enum TextFile {
  /// More than any text of a report, with the pictures of a Word document.
  private static let most = 32 << 20

  /// The Markdown of a file; `-` is standard input.
  static func read(_ path: String) throws -> String {
    try HeldOutputs.refuse(reading: path)
    let source: ByteSource =
      try path == "-" ? .file(descriptor: STDIN_FILENO) : .file(at: path)
    var bytes: [UInt8] = []
    while try source.next(into: &bytes) > 0 {
      guard bytes.count <= most else {
        throw ReportTextProblem.tooLong(bytes.count, most: most)
      }
    }
    let name = path == "-" ? "standard input" : ListFile.lastPart(path)
    do {
      return try WordMarkdown.isDocument(bytes) ? WordMarkdown.read(bytes) : text(bytes)
    } catch let problem as any Problem where !(problem is TabularProblem) {
      throw PublishedFileProblem(file: name, problem: problem)
    }
  }

  /// Bytes as the text that they are.
  static func text(_ bytes: [UInt8]) throws -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ReportTextProblem.notUTF8
    }
    return text
  }
}

internal import Basics
internal import BluesCore
internal import Glibc

/// Where something is, in words: the path of a file, an address, or a place such as `folder 3`.
struct EvidencePlace {
  let text: String

  init(_ text: String) { self.text = text }

  var isPath: Bool { NotedPlace.isPath(text) }

  /// Whether it is a path at which there is no file, from here or from the project's folder.
  func isMissing(beside store: Store) -> Bool {
    guard isPath, !ListFile.exists(text) else { return false }
    return text.hasPrefix("/") || !ListFile.exists("\(Store.folder(of: store.path))/\(text)")
  }

  /// The file as it is to be registered; nil for an address, a place, or a file that is not there.
  func file(kind: String, beside store: Store) throws -> EvidenceFile? {
    guard !text.contains("://") else { return nil }
    let beside = "\(Store.folder(of: store.path))/\(text)"
    guard let path = [text, beside].first(where: isFile) else { return nil }
    try HeldOutputs.refuse(reading: path)
    return try EvidenceFile(path, kind: kind)
  }

  private func isFile(_ path: String) -> Bool {
    var found = stat()
    return stat(path.fileName, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
  }

  /// What is said of a file that was given with a step of several records.
  static func told(_ file: String?, _ codes: [some CustomStringConvertible]) -> [String] {
    guard let file, let first = codes.first else { return [] }
    let all = codes.map(\.description).joined(separator: ", ")
    return ["\(file) is registered behind \(all): blues project document list \(first)"]
  }

  /// What is said of it at once: that it is registered, or that there is no such file.
  func remark(_ file: EvidenceFile?, of code: String, beside store: Store) -> String? {
    if file != nil { return Self.told(text, [code]).first }
    return isMissing(beside: store) ? "No file \(text) is here; only its name is kept." : nil
  }
}

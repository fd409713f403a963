internal import Basics
internal import BluesCore
internal import Documents
internal import Glibc

/// Where `-o` puts an answer, piece by piece.
///
/// A file holds its place from before a command changes anything until the answer is in it, so
/// that no change stands whose answer finds it taken. Copies of the options share it; a command
/// that fails lets it go, and nothing is left behind.
final class OutputStream {
  /// As it was given; `-` is standard output.
  let name: String
  private var place: Place?
  private var buffer: [UInt8] = []

  /// What is behind a name.
  private enum Place {
    case open(OpenOutput)
    case file(OutputFile)
  }

  init(_ name: String) { self.name = name }

  var isStandardOutput: Bool { name == "-" || name == "/dev/stdout" }

  /// The ending of the file's name; nil where it has none, or is no file.
  var ending: String? {
    guard !isStandardOutput, !name.hasPrefix("/dev/"), !name.hasPrefix("/proc/") else { return nil }
    let last = name.utf8.split(separator: UInt8(ascii: "/")).last ?? name.utf8[...]
    guard let dot = last.lastIndex(of: UInt8(ascii: ".")), dot > last.startIndex else { return nil }
    let ending = String(decoding: last[last.index(after: dot)...], as: UTF8.self)
    return ending.isEmpty ? nil : ending.lowercased()
  }

  /// A file that others may fill through its path; nil for what is a stream.
  var fillable: String? {
    guard case .file(let file) = place else { return nil }
    return file.temporary
  }

  /// A folder for parts of the answer on their way, in memory where no file is beside them.
  var scratch: String {
    guard case .file(let file) = place else { return "/dev/shm" }
    return file.folder
  }

  /// Takes the place, unless a file is there that has to stay.
  func hold(overwriting: Bool, sparing kept: KeptFiles) throws {
    guard place == nil else { return }
    guard !name.isEmpty else { throw OutputProblem.noName }
    if let open = OpenOutput.inherited(name) {
      place = .open(open)
      return
    }
    var found = stat()
    if stat(name.fileName, &found) == 0, [S_IFIFO, S_IFCHR].contains(found.st_mode & S_IFMT) {
      place = .open(try OpenOutput.device(name))
      return
    }
    try kept.check(name)
    place = .file(try OutputFile(name, overwriting: overwriting))
  }

  func write(_ bytes: [UInt8]) throws {
    guard case .open(let open) = place else { return try file.append(bytes) }
    if buffer.isEmpty, bytes.count > Self.handful { return try open.write(bytes) }
    buffer += bytes
    if buffer.count > Self.handful { try flush(open) }
  }

  func append(_ text: String) throws { try write(Array(text.utf8)) }

  func append(_ value: JSONValue) throws {
    var bytes: [UInt8] = []
    value.append(to: &bytes)
    try write(bytes)
  }

  /// Writes what is left; a file is in its place after that.
  func finish() throws {
    switch place {
    case .open(let open): try flush(open)
    case .file(let file): try file.finish()
    case nil: break
    }
    place = nil
  }

  private static let handful = 1 << 16

  private func flush(_ open: OpenOutput) throws {
    guard !buffer.isEmpty else { return }
    try open.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private var file: OutputFile {
    get throws {
      guard case .file(let file) = place else {
        throw OutputProblem.cannotWrite(name, "its file is closed")
      }
      return file
    }
  }
}

internal import Basics
internal import Documents

/// An answer too long to hold, written a piece at a time to standard output or to a file that
/// appears when it is whole.
final class AnswerStream {
  private let file: OutputFile?
  private var buffer: [UInt8] = []

  init(_ output: OutputOptions) throws {
    file = try output.path.map { try OutputFile($0, overwriting: output.force) }
  }

  func append(_ text: String) throws {
    try append { $0 += text.utf8 }
  }

  func append(_ value: JSONValue) throws {
    try append { value.append(to: &$0) }
  }

  /// Writes what is left; a file is in its place after that.
  func finish() throws {
    try flush()
    try file?.finish()
  }

  private func append(_ write: (inout [UInt8]) -> Void) throws {
    write(&buffer)
    if buffer.count > 1 << 16 { try flush() }
  }

  private func flush() throws {
    if let file {
      try file.append(buffer)
    } else {
      try StandardOutput.write(buffer)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

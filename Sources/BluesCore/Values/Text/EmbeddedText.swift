internal import CData

/// A text that lies in the read-only part of the program and is read only where it is asked for.
struct EmbeddedText: Sendable {
  typealias Line = Slice<UnsafeBufferPointer<UInt8>>

  nonisolated(unsafe) private let bytes: UnsafeBufferPointer<UInt8>

  private init(_ text: blues_bytes) {
    bytes = UnsafeBufferPointer(start: text.start, count: text.count)
  }

  static let places = EmbeddedText(blues_places())
  static let countries = EmbeddedText(blues_countries())
  static let telephones = EmbeddedText(blues_telephones())

  /// The lines, comments and headings too.
  var lines: [Line] { bytes.split(separator: 0x0A) }

  /// The cells of each line but the comments, empty ones too.
  var rows: [[Substring]] {
    lines.filter { $0.first != 0x23 }.map { line in
      line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { Substring(decoding: $0, as: UTF8.self) }
    }
  }
}

internal import Basics

/// In which line of a TOML text a key stands, which the parser does not tell.
struct TOMLLines {
  private let lines: [Substring.UTF8View]

  init(_ text: String) {
    lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      Substring($0).utf8
    }
  }

  /// The line, counted from 1, of a key in a section; nil when it is not written on a line's start.
  func line(of key: String, in section: String?) -> Int? {
    var here: String?
    for (index, line) in lines.enumerated() {
      let text = line.drop(while: \.isBlank)
      if text.first == UInt8(ascii: "[") {
        here = Self.key(text.dropFirst())
      } else if isSame(here, section), isSame(Self.key(text), key) {
        return index + 1
      }
    }
    return nil
  }

  /// `members.toml:7`, or the file alone.
  static func place(_ name: String, _ line: Int?) -> String {
    line.map { "\(name):\($0)" } ?? name
  }

  /// The key at the start of a text: bare, or in either kind of quotes.
  private static func key(_ text: Substring.UTF8View) -> String {
    guard let quote = text.first, quote == 0x22 || quote == 0x27 else {
      let bare = text.prefix { $0.isAlphanumeric || $0 == 0x2D || $0 == 0x5F }
      return String(decoding: bare, as: UTF8.self)
    }
    var key: [UInt8] = []
    var isEscaped = false
    for byte in text.dropFirst() {
      if !isEscaped, byte == quote { break }
      if !isEscaped, byte == 0x5C, quote == 0x22 {
        isEscaped = true
        continue
      }
      isEscaped = false
      key.append(byte)
    }
    return String(decoding: key, as: UTF8.self)
  }
}

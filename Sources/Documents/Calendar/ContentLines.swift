/// The lines of an iCalendar file (RFC 5545, 3.1): a name, a colon, a value.
struct ContentLines {
  private(set) var bytes: [UInt8] = []

  /// Octets of a line without its end.
  static let most = 75

  /// Adds a value that is no text and is written as it is.
  mutating func add(_ name: String, _ value: String) {
    fold(Array("\(name):\(value)".utf8))
  }

  /// Adds a text, whose signs with a meaning are escaped.
  mutating func add(_ name: String, text: String) {
    fold(Array("\(name):".utf8) + Self.escaped(text))
  }

  /// A text as a value (3.3.11): every kind of line end is `\n`; control characters, which may not
  /// stand there, are left out.
  static func escaped(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    var before: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): out += [0x5C, byte]
      case 0x0A where before == 0x0D: break
      case 0x0A, 0x0D: out += [0x5C, UInt8(ascii: "n")]
      case 0x09: out.append(byte)
      case 0..<0x20, 0x7F: break
      default: out.append(byte)
      }
      before = byte
    }
    return out
  }

  /// Ends the line, broken between characters wherever it is too long; a blank begins what goes on.
  private mutating func fold(_ line: [UInt8]) {
    var rest = line[...]
    var room = Self.most
    while rest.count > room {
      var end = rest.startIndex + room
      while end > rest.startIndex, rest[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += rest[..<end]
      bytes += [0x0D, 0x0A, 0x20]
      rest = rest[end...]
      room = Self.most - 1
    }
    bytes += rest
    bytes += [0x0D, 0x0A]
  }
}

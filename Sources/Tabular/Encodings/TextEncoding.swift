/// An encoding that lists of contacts arrive in.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"
  case utf32le = "utf-32le"
  case utf32be = "utf-32be"
  case latin1 = "iso-8859-1"
  case latin2 = "iso-8859-2"
  case latin9 = "iso-8859-15"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case macRoman = "mac-roman"
  case shiftJIS = "shift-jis"
  case big5 = "big5"

  /// The name to show and to type.
  package var name: String { rawValue }

  /// Whether it is a code page, in which a byte below 0x80 is ASCII.
  var isOfBytes: Bool { !rawValue.hasPrefix("utf") }

  /// The encoding a common spelling means, upper or lower case, with or without its dashes.
  package init?(named spelling: String) {
    let key = spelling.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 0x20
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
      default: nil
      }
    }
    let found = Self.spellings[String(decoding: key, as: UTF8.self)]
    guard let found else { return nil }
    self = found
  }

  private static let spellings: [String: TextEncoding] = [
    "utf8": .utf8, "utf8bom": .utf8, "utf8sig": .utf8, "unicode": .utf16le,
    "ascii": .utf8, "usascii": .utf8, "cp65001": .utf8,
    "utf16": .utf16le, "utf16le": .utf16le, "ucs2": .utf16le, "utf16be": .utf16be,
    "utf32": .utf32le, "utf32le": .utf32le, "ucs4": .utf32le, "utf32be": .utf32be,
    "latin1": .latin1, "l1": .latin1, "iso88591": .latin1, "88591": .latin1,
    "latin2": .latin2, "l2": .latin2, "iso88592": .latin2, "88592": .latin2,
    "latin9": .latin9, "l9": .latin9, "latin0": .latin9, "iso885915": .latin9,
    "885915": .latin9,
    "windows1250": .windows1250, "cp1250": .windows1250, "win1250": .windows1250,
    "1250": .windows1250, "easteurope": .windows1250,
    "windows1251": .windows1251, "cp1251": .windows1251, "win1251": .windows1251,
    "1251": .windows1251, "cyrillic": .windows1251,
    "windows1252": .windows1252, "cp1252": .windows1252, "win1252": .windows1252,
    "1252": .windows1252, "ansi": .windows1252,
    "windows1253": .windows1253, "cp1253": .windows1253, "win1253": .windows1253,
    "1253": .windows1253, "greek": .windows1253,
    "macroman": .macRoman, "mac": .macRoman, "macintosh": .macRoman, "xmacroman": .macRoman,
    "macosroman": .macRoman,
    "shiftjis": .shiftJIS, "sjis": .shiftJIS, "cp932": .shiftJIS, "windows31j": .shiftJIS,
    "mskanji": .shiftJIS,
    "big5": .big5, "cp950": .big5, "big5eten": .big5,
  ]
}

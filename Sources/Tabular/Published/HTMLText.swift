internal import Basics

/// The text of a web page: tags off, entities read, scripts left out; one pass, whatever it holds.
struct HTMLText {
  private(set) var text: [UInt8] = []
  private(set) var images: [String] = []
  private let bytes: [UInt8]
  private var index = 0

  private static let open = UInt8(ascii: "<")
  private static let close = UInt8(ascii: ">")
  private static let most = 1_000

  /// Whether a text in UTF-8 is a page, by its first tag.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { !$0.isBlank && !LineEnds.isEnd($0) }), first == open
    else { return false }
    let head = String(decoding: bytes.prefix(4_096), as: UTF8.self).asciiLowered
    return ["<html", "<!doctype html", "<body", "<head", "<div", "<p>", "<p ", "<article"]
      .contains { head.contains($0) }
  }

  /// The encoding that a page says in its head.
  static func encoding(of bytes: [UInt8]) -> TextEncoding? {
    let head = String(decoding: bytes.prefix(4_096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
      .asciiLowered
    guard let place = head.ranges(of: "charset=").first else { return nil }
    let name = head[place.upperBound...].drop { $0 == "\"" || $0 == "'" }
      .prefix { $0.isLetter || $0.isNumber || "-_".contains($0) }
    return TextEncoding(named: String(name))
  }

  static func read(_ bytes: [UInt8]) -> HTMLText {
    var page = HTMLText(bytes: bytes)
    page.read()
    return page
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() {
    while index < bytes.count, text.count < PublishedText.mostText {
      let byte = bytes[index]
      if byte == Self.open {
        readTag()
      } else if byte == UInt8(ascii: "&") {
        readEntity()
      } else {
        text.append(byte)
        index += 1
      }
    }
  }

  private mutating func readTag() {
    if starts(with: "<!--") { return skip(past: "-->") }
    index += 1
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let start = index
    while index < bytes.count, bytes[index].isAlphanumeric { index += 1 }
    let name = String(decoding: bytes[start..<index], as: UTF8.self).asciiLowered
    guard !name.isEmpty || isEnd || index < bytes.count && bytes[index] == UInt8(ascii: "!") else {
      text.append(Self.open)
      return
    }
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == Self.close {
        break
      }
    }
    if name == "img" || name == "image" {
      let tag = bytes[start..<min(index, start + Self.most)]
      images.append(String(decoding: tag, as: UTF8.self))
    }
    if !isEnd, ["script", "style", "template"].contains(name) {
      skip(past: "</\(name)")
      skip(past: ">")
    }
    if !Self.inline.contains(name) { text.append(0x0A) }
  }

  /// Elements whose ends are no ends of words.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "u", "wbr",
  ]

  private func starts(with word: String) -> Bool {
    bytes[index...].starts(with: word.utf8)
  }

  /// Goes behind the next word, whatever its case, or to the end where there is none.
  private mutating func skip(past word: String) {
    let word = Array(word.utf8)
    while index + word.count <= bytes.count {
      if bytes[index..<index + word.count].elementsEqual(word, by: { $0.lowered == $1 }) {
        index += word.count
        return
      }
      index += 1
    }
    index = bytes.count
  }

  private mutating func readEntity() {
    let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    guard let end else { return take() }
    let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
    guard let scalar = Self.scalar(name) else { return take() }
    text.append(contentsOf: Array(String(Character(scalar)).utf8))
    index = end + 1
  }

  private mutating func take() {
    text.append(bytes[index])
    index += 1
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) } }
    return names[name]
  }

  private static let names: [String: Unicode.Scalar] = {
    var names: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–", "mdash": "—",
      "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
      "hellip": "…", "euro": "€", "bull": "•", "Scaron": "Š", "scaron": "š", "OElig": "Œ",
      "oelig": "œ",
    ]
    for (offset, name) in latin.split(whereSeparator: { $0 == " " || $0 == "\n" }).enumerated() {
      names[String(name)] = Unicode.Scalar(UInt32(160 + offset))
    }
    return names
  }()

  /// The names of the characters from 160 to 255, in their order.
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
    icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml
    yacute thorn yuml
    """
}

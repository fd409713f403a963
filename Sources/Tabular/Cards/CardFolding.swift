/// The lines of a card as they stand in the file, and as they are meant.
struct CardFolding {
  /// A line as it is meant: unfolded, and out of the soft line ends of quoted-printable.
  struct Line: Equatable {
    /// Number of its first line in the file.
    let line: Int
    var bytes: [UInt8]
    /// Place in the file of its first byte without a character.
    var mark: Int?
  }

  private var bytes: [UInt8] = []
  private var lines: [(number: Int, range: Range<Int>, mark: Int?)] = []

  var size: Int { bytes.count }

  mutating func add(_ line: UnsafeBufferPointer<UInt8>, number: Int, mark: Int?) {
    let start = bytes.count
    bytes += line
    lines.append((number, start..<bytes.count, mark))
  }

  /// What the card says of its version.
  var version: String? {
    for (_, range, _) in lines {
      let line = CardText.trimmed(bytes[range])
      guard line.count > 8, line.count < 32 else { continue }
      guard CardText.capitals(line.prefix(8)) == Array("VERSION:".utf8) else { continue }
      return String(decoding: CardText.trimmed(line.dropFirst(8)), as: UTF8.self)
    }
    return nil
  }

  /// The lines as they are meant.
  ///
  /// vCard 2.1 folds before a blank and keeps it; the later versions put a blank in and take it
  /// off again. A card inside a card becomes the value of its property on one line, as 3.0 has it.
  func unfolded(isOld: Bool) -> [Line] {
    var all: [Line] = []
    var open = OpenLine()
    for (number, range, mark) in lines {
      let line = bytes[range]
      if let last = all.indices.last, open.goesOn(all[last].bytes, with: line, isOld: isOld) {
        open.append(line, to: &all[last].bytes, isOld: isOld)
        all[last].mark = all[last].mark ?? mark
      } else if !line.allSatisfy(CardText.isBlank) {
        all.append(Line(line: number, bytes: Array(line), mark: mark))
        open = OpenLine(line, isOld: isOld)
      } else {
        open = OpenLine()
      }
    }
    return all
  }
  /// Whether the line is `AGENT:` without a value, so that a card may follow as its value.
  static func isAgent(_ line: some BidirectionalCollection<UInt8>) -> Bool {
    let line = CardText.trimmed(line)
    guard line.last == UInt8(ascii: ":") else { return false }
    return CardHead(Array(line), isOld: true).map { $0.name == "AGENT" } == true
  }

  /// Whether a line begins a property that address books know.
  static func beginsProperty(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
    guard name.count < min(line.count, 32) else { return false }
    let bare = name.lastIndex(of: UInt8(ascii: ".")).map { name[($0 + 1)...] } ?? name
    let isOwn = bare.starts(with: "X-".utf8) && bare.count > 2
    return isOwn || properties.contains(String(decoding: bare, as: UTF8.self))
  }

  private static let properties: Set<String> = [
    "ADR", "AGENT", "ANNIVERSARY", "BDAY", "CALADRURI", "CALURI", "CATEGORIES", "CLASS", "EMAIL",
    "END", "FBURL", "FN", "GENDER", "GEO", "IMPP", "KEY", "KIND", "LABEL", "LANG", "LOGO",
    "MAILER", "MEMBER", "N", "NAME", "NICKNAME", "NOTE", "ORG", "PHOTO", "PRODID", "PROFILE",
    "RELATED", "REV", "ROLE", "SORT-STRING", "SOUND", "SOURCE", "TEL", "TITLE", "TZ", "UID", "URL",
    "VERSION", "XML",
  ]

  /// 1 for the beginning of a card, -1 for its end, 0 for any other line.
  static func depth(of line: some BidirectionalCollection<UInt8>) -> Int {
    // A line that begins with a blank goes on from the one before, whatever it looks like.
    guard let first = line.first, line.count < 64, !CardText.isBlank(first) else { return 0 }
    switch CardText.capitals(CardText.trimmed(line)) {
    case Array("BEGIN:VCARD".utf8): return 1
    case Array("END:VCARD".utf8): return -1
    default: return 0
    }
  }
}

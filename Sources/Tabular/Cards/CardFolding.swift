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
    var current: Line?
    var isBase64 = false
    var depth = 0
    for (number, range, mark) in lines {
      let line = bytes[range]
      if var open = current {
        if depth > 0 || Self.opensAgent(open.bytes, with: line) {
          depth += Self.depth(of: line)
          CardText.escaped(line, to: &open.bytes)
          if depth > 0 { open.bytes += #"\n"#.utf8 }
        } else if Self.endsSoftly(open.bytes) {
          open.bytes.removeLast()
          open.bytes += line
        } else if line.first.map(CardText.isBlank) == true, !isOld || !Self.isBlank(line) {
          open.bytes += isBase64 ? CardText.trimmed(line) : isOld ? line : line.dropFirst()
        } else if isBase64, Self.isBase64(line) {
          open.bytes += line
        } else {
          all.append(open)
          current = nil
        }
        if current != nil {
          open.mark = open.mark ?? mark
          current = open
          continue
        }
      }
      if Self.isBlank(line) { continue }
      current = Line(line: number, bytes: Array(line), mark: mark)
      isBase64 = CardHead(Array(line), isOld: isOld)?.isBase64 == true
    }
    return all + (current.map { [$0] } ?? [])
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy(CardText.isBlank)
  }

  /// Whether the value goes on in the next line, as quoted-printable says by a last `=`.
  private static func endsSoftly(_ line: [UInt8]) -> Bool {
    line.last == UInt8(ascii: "=") && CardHead(line, isOld: true)?.isQuotedPrintable == true
  }

  /// A line of nothing but base64, which some programs do not indent.
  private static func isBase64(_ line: ArraySlice<UInt8>) -> Bool {
    !line.isEmpty
      && line.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): true
        default: false
        }
      }
  }

  /// Whether the line begins the card of an agent.
  private static func opensAgent(_ line: [UInt8], with next: ArraySlice<UInt8>) -> Bool {
    isAgent(line[...]) && depth(of: next) == 1
  }

  /// Whether the line is `AGENT:` without a value, so that a card may follow as its value.
  static func isAgent(_ line: some BidirectionalCollection<UInt8>) -> Bool {
    let line = CardText.trimmed(line)
    guard line.last == UInt8(ascii: ":") else { return false }
    return CardHead(Array(line), isOld: true).map { $0.name == "AGENT" } == true
  }

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

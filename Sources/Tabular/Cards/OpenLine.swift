/// A line of a card that may go on in the next, with what is known of its head, so that a value of
/// many lines is looked at once and not anew with each of them.
struct OpenLine {
  /// How the line goes on in the one at hand.
  private enum Step { case agent, soft, folded, base64 }

  private var isOpen = false
  private var isBase64 = false
  /// Whether the value is quoted-printable; nil while the head is not whole.
  private var isQuotedPrintable: Bool?
  /// Heads read in vain, since a colon may stand within quotes that close in a later line.
  private var tries = 0
  private var depth = 0
  private var step = Step.folded
  /// Bytes of the line of the file that the value ends in so far.
  private var lastLength = 0

  init() {}

  init(_ line: ArraySlice<UInt8>, isOld: Bool) {
    isOpen = true
    lastLength = line.count
    let head = line.contains(UInt8(ascii: ":")) ? CardHead(Array(line), isOld: isOld) : nil
    isBase64 = head?.isBase64 == true
    isQuotedPrintable = head?.isQuotedPrintable
  }

  /// Whether the line so far goes on in the next line of the file; without that it is over.
  mutating func goesOn(_ line: [UInt8], with next: ArraySlice<UInt8>, isOld: Bool) -> Bool {
    guard isOpen, let step = step(line, next, isOld) else { return false }
    self.step = step
    return true
  }

  private mutating func step(_ line: [UInt8], _ next: ArraySlice<UInt8>, _ isOld: Bool) -> Step? {
    if depth > 0 || CardFolding.depth(of: next) == 1 && CardFolding.isAgent(line) { return .agent }
    if line.last == UInt8(ascii: "="), endsSoftly(line) {
      return Self.isCut(lastLength) || !CardFolding.beginsProperty(next) ? .soft : nil
    }
    if next.first.map(CardText.isBlank) == true {
      return !isOld || !next.allSatisfy(CardText.isBlank) ? .folded : nil
    }
    return isBase64 && Self.isBase64(next) ? .base64 : nil
  }

  /// A line as long as programs make them before they break it.
  private static func isCut(_ length: Int) -> Bool { length >= 70 }

  /// Whether the value goes on in the next line, as quoted-printable says by a last `=`.
  private mutating func endsSoftly(_ line: [UInt8]) -> Bool {
    if let isQuotedPrintable { return isQuotedPrintable }
    guard tries < Self.mostTries, line.contains(UInt8(ascii: ":")) else { return false }
    tries += 1
    isQuotedPrintable = CardHead(line, isOld: true)?.isQuotedPrintable
    return isQuotedPrintable == true
  }

  private static let mostTries = 8

  mutating func append(_ next: ArraySlice<UInt8>, to line: inout [UInt8], isOld: Bool) {
    lastLength = next.count
    switch step {
    case .agent:
      depth += CardFolding.depth(of: next)
      CardText.escaped(next, to: &line)
      if depth > 0 { line += #"\n"#.utf8 }
    case .soft:
      line.removeLast()
      line += next
    case .folded: line += isBase64 ? CardText.trimmed(next) : isOld ? next : next.dropFirst()
    case .base64: line += next
    }
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
}

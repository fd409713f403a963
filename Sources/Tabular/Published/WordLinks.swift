/// The links of a Word document: where they lead, and which one is open.
///
/// Word keeps the address of a link in a list of its own, older programs in the instruction of a field.
struct WordLinks {
  /// The address of the link that is open; nil outside of one, and in one that leads to no page.
  var current: String? { open.last.flatMap(\.self) }

  private let addresses: [String: String]
  private var open: [String?] = []
  /// The instructions of the fields that are open, until their text begins.
  private var fields: [String] = []
  /// Whether each open field, from the outermost, has begun its text.
  private var shown: [Bool] = []

  static func read(_ archive: ZipArchive) throws -> WordLinks {
    let visitor = Relations()
    let part = "word/_rels/document.xml.rels"
    if archive.names.contains(part) { try XMLPart.read(part, of: archive, by: visitor) }
    return WordLinks(addresses: visitor.addresses)
  }

  private init(addresses: [String: String]) { self.addresses = addresses }

  /// A link by its number in the document's list.
  mutating func begin(_ id: String?) { open.append(id.flatMap { addresses[$0] } ?? current) }

  /// A link by the instruction of a field, such as `HYPERLINK "https://example.org"`.
  mutating func begin(instruction: String) {
    open.append(Self.address(instruction: instruction) ?? current)
  }

  mutating func end() { _ = open.popLast() }

  /// The beginning of a field, of its text, or its end.
  mutating func mark(_ type: String) {
    switch type {
    case "begin":
      fields.append("")
      shown.append(false)
    case "separate":
      guard let instruction = fields.last, shown.last == false else { return }
      shown[shown.count - 1] = true
      begin(instruction: instruction)
    case "end":
      _ = fields.popLast()
      if shown.popLast() == true { end() }
    default: break
    }
  }

  /// A piece of the instruction of the field that is open.
  mutating func add(_ instruction: String) {
    guard !fields.isEmpty, fields[fields.count - 1].utf8.count < 4_096 else { return }
    fields[fields.count - 1] += instruction
  }

  private static func address(instruction: String) -> String? {
    let words = instruction.split(separator: " ", omittingEmptySubsequences: true)
    guard words.first == "HYPERLINK" else { return nil }
    let quoted = instruction.split(separator: "\"", omittingEmptySubsequences: false)
    // A switch such as \l leads to a place in the document.
    guard quoted.count > 2, !quoted[0].contains("\\") else { return nil }
    return safe(String(quoted[1]))
  }

  /// The address of a page or a mail box without signs that would end it in Markdown.
  private static func safe(_ target: String) -> String? {
    let lowered = target.lowercased()
    guard ["http://", "https://", "mailto:"].contains(where: lowered.hasPrefix),
      target.utf8.count <= 2_048
    else { return nil }
    let ending: Set<Character> = ["<", ">", "\\", "\n", "\r", "\r\n"]
    return target.contains(where: ending.contains) ? nil : target
  }

  /// Reads where the relations of a document lead.
  private final class Relations: XMLVisitor {
    private(set) var addresses: [String: String] = [:]

    func start(_ name: String, _ attributes: XMLAttributes) throws {
      guard name == "Relationship", attributes["Type"]?.hasSuffix("/hyperlink") == true,
        let id = attributes["Id"], let target = attributes["Target"].flatMap(WordLinks.safe)
      else { return }
      addresses[id] = target
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}
    func end(_ name: String) throws {}
  }
}

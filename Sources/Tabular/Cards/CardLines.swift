/// The lines of a card that say what a record holds, as well as a card can say it.
struct CardLines {
  private(set) var lines: [[UInt8]] = []

  init(of record: CardRecord, version: CardVersion = .four) {
    let rest = Self.properties(in: record[.vcard])
    addNames(of: record, rest, version)
    if !Self.says(rest, "ORG", record, [.organisation]) {
      add("ORG", [record[.organisation]])
    }
    add("TITLE", [record[.position]])
    for (field, name) in Self.lists {
      for value in Self.split(record[field]) { add(name, [value]) }
    }
    let address: [CardField] = [.street, .city, .region, .postcode, .country]
    add(version == .four ? "ADR;PREF=1" : "ADR;TYPE=pref", [[], []] + address.map { record[$0] })
    add("LANG", [record[.language]])
    add("NOTE", [record[.note]])
    lines += rest.map(\.raw)
  }

  private static let lists: [(CardField, String)] = [
    (.email, "EMAIL"), (.phone, "TEL"), (.mobile, "TEL;TYPE=cell"), (.fax, "TEL;TYPE=fax"),
    (.website, "URL"),
  ]

  /// What is read back from the lines.
  var record: CardRecord { CardContact(lines.compactMap(Self.property)).record }

  /// Every card has a name in full; without one something else stands in.
  private mutating func addNames(
    of record: CardRecord, _ rest: [CardProperty], _ version: CardVersion
  ) {
    let parts = [record[.givenName], record[.familyName]].filter { !$0.isEmpty }
    let standIns: [CardField] = [.organisation, .email, .phone, .mobile]
    let name =
      [record[.name], Array(parts.joined(separator: [0x20]))].first { !$0.isEmpty }
      ?? standIns.map { record[$0] }.first { !$0.isEmpty } ?? []
    var line = Array("FN:".utf8)
    CardText.escaped(name, to: &line)
    lines.append(line)
    if Self.says(rest, "N", record, [.familyName, .givenName]) { return }
    if version == .three, parts.isEmpty { lines.append(Array("N:;;;;".utf8)) }
    if !parts.isEmpty { add("N", [record[.familyName], record[.givenName], [], [], []]) }
  }

  private mutating func add(_ name: String, _ parts: [[UInt8]]) {
    if parts.allSatisfy(\.isEmpty) { return }
    var line = Array(name.utf8)
    for (index, part) in parts.enumerated() {
      line.append(index == 0 ? UInt8(ascii: ":") : UInt8(ascii: ";"))
      CardText.escaped(part, to: &line)
    }
    lines.append(line)
  }

  private static func split(_ value: [UInt8]) -> [[UInt8]] {
    var values: [[UInt8]] = []
    var rest = value[...]
    while let end = rest.indices.first(where: { rest[$0...].starts(with: CardField.joint) }) {
      values.append(Array(rest[..<end]))
      rest = rest[(end + CardField.joint.count)...]
    }
    return values + [Array(rest)]
  }

  /// Whether a kept line says these fields already, and more; then it stands for them.
  private static func says(
    _ rest: [CardProperty], _ name: String, _ record: CardRecord, _ fields: [CardField]
  ) -> Bool {
    guard let property = rest.first(where: { $0.name == name }) else { return false }
    let said = CardContact([property]).record
    return fields.allSatisfy { said[$0] == record[$0] }
  }

  /// The kept lines, when each of them can stand in a card; else none.
  private static func properties(in text: [UInt8]) -> [CardProperty] {
    if text.isEmpty { return [] }
    let lines = text.split(separator: LineEnds.lf, omittingEmptySubsequences: false)
    let properties = lines.compactMap { property(Array($0)) }
    return properties.count == lines.count && properties.allSatisfy(canStand) ? properties : []
  }

  private static func canStand(_ property: CardProperty) -> Bool {
    let barred: Set<String> = ["BEGIN", "END", "VERSION", "PRODID", "REV", CardExact.name]
    if barred.contains(property.name) || CardFolding.isAgent(property.raw) { return false }
    if property.raw.last == UInt8(ascii: "=") {
      return CardHead(property.raw, isOld: false)?.isQuotedPrintable == false
    }
    return property.raw.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }
  }

  private static func property(_ line: [UInt8]) -> CardProperty? {
    guard let head = CardHead(line, isOld: false) else { return nil }
    var value = CardValue(CardFolding.Line(line: 1, bytes: line), head, nil)
    return value.property(isOld: false)
  }
}

/// Values as they were, beside what a card can say of them.
///
/// A value of a card has no CR and no other control characters, a name in full has to be there,
/// and a list of telephone numbers is one number each: what a field held is not always what is
/// read back. Then `CardWriter` puts `X-BLUES-FIELD:key=value` into the card as well, key and
/// value with `%XX` for whatever a card may not hold or a program may touch. The line counts as
/// long as the rest of the card still says what it said when it was written, so that what
/// another program changed in the card is not taken back. Keys that cards have no property for
/// are written the same way.
enum CardExact {
  static let name = "X-BLUES-FIELD"

  /// A key and its value, out of their signs; nil when the property is another.
  static func read(_ property: CardProperty) -> (key: [UInt8], value: [UInt8])? {
    guard property.name == name, property.group == nil,
      let equals = property.value.firstIndex(of: UInt8(ascii: "="))
    else { return nil }
    let key = plain(property.value[..<equals])
    return (key, plain(property.value[(equals + 1)...]))
  }

  static func line(_ key: [UInt8], _ value: some Collection<UInt8>) -> [UInt8] {
    var line = Array("\(name):".utf8)
    sign(key, &line)
    line.append(UInt8(ascii: "="))
    sign(value, &line)
    return line
  }

  private static func sign(_ text: some Collection<UInt8>, _ output: inout [UInt8]) {
    let last = text.count - 1
    for (index, byte) in text.enumerated() {
      let isEdge = byte == UInt8(ascii: " ") && (index == 0 || index == last)
      if byte < 0x20 || byte == 0x7F || isEdge || signed.contains(byte) {
        output.append(UInt8(ascii: "%"))
        output += UndecodableByte.hex(byte).utf8
      } else {
        output.append(byte)
      }
    }
  }

  private static let signed = Set(#"%=\;,^""#.utf8)

  private static func plain(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
        let high = CardText.digit(text[index + 1]), let low = CardText.digit(text[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return bytes
  }

  /// The record with the exact values of the card that still count.
  static func settled(_ record: CardRecord, _ properties: [CardProperty]) -> CardRecord {
    var exact = record
    var fields: Set<CardField> = []
    for property in properties {
      guard let (key, value) = read(property), let field = field(of: key) else { continue }
      exact[field] = value
      fields.insert(field)
    }
    if fields.isEmpty { return record }
    let written = CardLines(of: exact).record
    var settled = record
    for field in fields where written[field] == record[field] { settled[field] = exact[field] }
    return settled
  }

  static func field(of key: [UInt8]) -> CardField? {
    CardField.allCases.first { Array(CardField.keys[$0.rawValue].utf8) == key }
  }
}

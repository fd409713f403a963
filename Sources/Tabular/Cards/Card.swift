/// One card of a vCard file (vCard 2.1; RFC 2426 for 3.0; RFC 6350 for 4.0).
package struct Card: Equatable, Sendable {
  /// Line of its `BEGIN:VCARD`, counted from 1.
  package let line: Int
  /// `2.1`, `3.0` or `4.0` as it says itself; nil when it says nothing.
  package let version: String?
  /// Its properties in their order, without `BEGIN`, `VERSION` and `END`.
  package let properties: [CardProperty]
  /// Why it cannot be taken as it is; what could be read of it is there all the same.
  package let fault: RowFault?
  /// Whether it lists other cards as members of a group, and is no contact itself.
  package var isGroup: Bool {
    fault == nil && (says(Self.kinds, ["GROUP"]) || says(["X-EVOLUTION-LIST"], ["TRUE"]))
  }
  /// Whether it is of a place, a device or a program, which is no contact either (RFC 6350, 6473 and
  /// 6869).
  package var isThing: Bool {
    fault == nil && says(Self.kinds, ["LOCATION", "DEVICE", "APPLICATION"])
  }

  private static let kinds = ["KIND", "X-KIND", "X-ADDRESSBOOKSERVER-KIND"]

  /// Whether one of some properties has one of some values, in capitals.
  private func says(_ names: [String], _ values: [String]) -> Bool {
    properties.contains { property in
      names.contains(property.name)
        && values.contains(
          String(decoding: CardText.capitals(CardText.trimmed(property.value)), as: UTF8.self))
    }
  }
  /// The beginning of the text that stands outside a card; empty for a card.
  package let outside: [UInt8]
}

/// One property of a card, such as a telephone number.
package struct CardProperty: Equatable, Sendable {
  /// Line it begins in, counted from 1.
  package let line: Int
  /// What ties it to others, such as `item1`.
  package let group: String?
  /// Its name in capitals.
  package let name: String
  /// Names in capitals, each once, in their order.
  package let parameters: [CardParameter]
  /// The value in UTF-8, out of its folding and quoted-printable; escapes and semicolons stand
  /// as written, and a byte without a character as `\x81`.
  package let value: [UInt8]
  /// The whole line in UTF-8, unfolded.
  package let raw: [UInt8]
  /// What is wrong with the value.
  package let fault: CardFault?
  /// Whether the escapes are those of vCard 2.1.
  let isOld: Bool

  /// The value as a text.
  package var text: String { String(decoding: value, as: UTF8.self) }

  /// The value of a text without its escapes.
  var unescaped: [UInt8] { CardText.unescaped(value[...], isOld: isOld) }

  /// The parts of a structured value without their escapes.
  var parts: [[UInt8]] { CardText.parts(of: value, isOld: isOld) }

  func values(of parameter: String) -> [String] {
    parameters.first { $0.name == parameter }?.values ?? []
  }

  /// What kinds it is of, in small letters, such as `work` and `cell`.
  var types: [Substring] {
    values(of: "TYPE").flatMap { $0.lowercased().split(separator: ",") }
  }

  /// Whether it is the one to prefer among its like.
  var isPreferred: Bool { types.contains("pref") || values(of: "PREF").contains("1") }
}

/// What is said about a property, such as `TYPE` with `work` and `cell`.
package struct CardParameter: Equatable, Sendable {
  /// In capitals; a bare word of vCard 2.1 stands under the name it is short for.
  package let name: String
  package internal(set) var values: [String]

  package init(name: String, values: [String]) {
    self.name = name
    self.values = values
  }
}

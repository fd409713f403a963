internal import Basics
internal import Documents
internal import Tabular

/// One card as an inspection shows it: every property as it was read.
enum InspectedCard {
  static func value(of card: Card) -> JSONValue {
    .object([
      JSONMember("line", .integer(card.line)),
      JSONMember("version", card.version.map { .string($0) } ?? .null),
      JSONMember("properties", .array(card.properties.map(value(of:)))),
    ])
  }

  private static func value(of property: CardProperty) -> JSONValue {
    .object([
      JSONMember("group", property.group.map { .string($0) } ?? .null),
      JSONMember("name", .string(property.name)),
      JSONMember(
        "parameters",
        .object(
          property.parameters.map { parameter in
            JSONMember(parameter.name, .array(parameter.values.map { .string($0) }))
          })),
      JSONMember("value", .string(property.text)),
    ])
  }
}

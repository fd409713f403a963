import Foundation

/// A JSON text as a value whose numbers and truth values are told apart.
enum JSONText: Decodable {
  case null, bool, integer, number
  case string(String)
  case array([JSONText])
  case object([String: JSONText])

  init(_ text: String) throws { self = try JSONDecoder().decode(Self.self, from: Data(text.utf8)) }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if (try? value.decode(Bool.self)) != nil {
      self = .bool
    } else if (try? value.decode(Int.self)) != nil {
      self = .integer
    } else if (try? value.decode(Double.self)) != nil {
      self = .number
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let items = try? value.decode([JSONText].self) {
      self = .array(items)
    } else {
      self = .object(try value.decode([String: JSONText].self))
    }
  }
}

/// What is common to the JSON values that were seen at one place.
struct JSONShape: Encodable {
  private var types: Set<String> = []
  private var properties: [String: JSONShape] = [:]
  private var required: Set<String> = []
  private var items: [JSONShape] = []

  init(_ value: JSONText) {
    switch value {
    case .null: types = ["null"]
    case .bool: types = ["boolean"]
    case .integer: types = ["integer"]
    case .number: types = ["number"]
    case .string: types = ["string"]
    case .array(let values):
      types = ["array"]
      for value in values { addItem(JSONShape(value)) }
    case .object(let members):
      types = ["object"]
      properties = members.mapValues { JSONShape($0) }
      required = Set(members.keys)
    }
  }

  mutating func formUnion(_ other: JSONShape) {
    switch (types.contains("object"), other.types.contains("object")) {
    case (true, true): required.formIntersection(other.required)
    case (false, true): required = other.required
    default: break
    }
    types.formUnion(other.types)
    if types.contains("number") { types.remove("integer") }
    properties.merge(other.properties) { one, other in
      var both = one
      both.formUnion(other)
      return both
    }
    for item in other.items { addItem(item) }
  }

  private mutating func addItem(_ item: JSONShape) {
    if items.isEmpty { items = [item] } else { items[0].formUnion(item) }
  }

  private enum Key: String, CodingKey { case type, properties, required, items }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    if types.count == 1, let type = types.first {
      try object.encode(type, forKey: .type)
    } else {
      try object.encode(types.sorted(), forKey: .type)
    }
    if types.contains("object") {
      try object.encode(properties, forKey: .properties)
      try object.encode(required.sorted(), forKey: .required)
    }
    if let item = items.first { try object.encode(item, forKey: .items) }
  }
}

/// The JSON Schema of one document, with the commands that print it.
struct JSONSchemaFile {
  static let folder = "docs/reference/schemas"
  /// Those of documents that need a server, which the tests of the post office describe.
  static let ofPostOffice: Set = ["\(folder)/post.json", "\(folder)/post-office.json"]

  let name: String
  var commands: Set<String>
  var shape: JSONShape

  /// `docs/reference/schemas/contact.json` for `blues.contact/1`.
  var path: String {
    let noun = name.split(separator: "/")[0].split(separator: ".").dropFirst()
    return "\(Self.folder)/\(noun.joined(separator: ".")).json"
  }

  /// The same document as two places have it.
  func union(_ other: JSONSchemaFile) -> JSONSchemaFile {
    var both = self
    both.commands.formUnion(other.commands)
    both.shape.formUnion(other.shape)
    return both
  }

  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}

extension JSONSchemaFile: Encodable {
  private enum Key: String, CodingKey {
    case schema = "$schema"
    case id = "$id"
    case description
  }

  func encode(to encoder: any Encoder) throws {
    try shape.encode(to: encoder)
    var object = encoder.container(keyedBy: Key.self)
    try object.encode("https://json-schema.org/draft/2020-12/schema", forKey: .schema)
    try object.encode(name, forKey: .id)
    try object.encode(
      "Printed with --json by \(commands.sorted().joined(separator: ", ")).", forKey: .description)
  }
}

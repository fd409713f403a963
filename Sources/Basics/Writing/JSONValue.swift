/// A JSON value whose members keep their order.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// The text of a number; written as a string unless it is a plain JSON number.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])
}

/// One key of a JSON object with its value.
package struct JSONMember: Hashable, Sendable {
  package let key: String
  package let value: JSONValue

  package init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

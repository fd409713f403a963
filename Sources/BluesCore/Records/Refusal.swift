/// Why a text cannot be the value of an attribute.
struct Refusal: Error, Equatable {
  /// The attribute; nil where it is the record as a whole.
  var attribute: String?
  /// The name under which rejected rows are counted.
  let rule: String
  /// What was expected, as it follows "Expected".
  let expected: String
  /// The text itself; filled in by whoever knows it.
  var found: String?
  /// The words of a closed list, so that the nearest one can be proposed.
  let known: [String]

  init(
    _ attribute: String? = nil, rule: String, expected: String, found: String? = nil,
    known: [String] = []
  ) {
    self.attribute = attribute
    self.rule = rule
    self.expected = expected
    self.found = found
    self.known = known
  }
}

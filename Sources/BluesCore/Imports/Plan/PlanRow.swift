/// One row of a list of the plan, read by field.
struct PlanRow {
  /// Why a cell of the row cannot stand.
  struct Refusal: Error {
    let field: String?
    let rule: String
    let expected: String
  }

  private let values: [String: String]
  let kept: [ContactDraft.KeptCell]

  init(values: [String: String], kept: [ContactDraft.KeptCell]) {
    self.values = values
    self.kept = kept
  }

  var extra: String? { JSONText.object(kept) }

  func text(_ field: String) -> String? { values[field] }

  /// Reads a field with one of the values' own readers.
  func read<Value>(
    _ field: String, _ rule: String, _ expected: String, _ reader: (String) throws -> Value?
  ) throws -> Value? {
    guard let text = values[field] else { return nil }
    let value: Value?
    do { value = try reader(text) } catch { value = nil }
    guard let value else { throw Refusal(field: field, rule: rule, expected: expected) }
    return value
  }

  func require<Value>(
    _ field: String, _ rule: String, _ expected: String, _ reader: (String) throws -> Value?
  ) throws -> Value {
    guard let value = try read(field, rule, expected, reader) else {
      throw Refusal(field: field, rule: rule, expected: expected)
    }
    return value
  }

  func month(_ field: String) throws -> ProjectMonth? {
    try read(field, "month", "a project month such as M6 or 6") { text in
      ProjectMonth(text) ?? Int(text).flatMap { ProjectMonth(number: $0) }
    }
  }

  func day(_ field: String) throws -> Day? {
    try read(field, "date", "a date such as 2020-07-31") { Day(iso: $0) }
  }

  /// The cells of a list separated by semicolon, comma or bar.
  func list(_ field: String) -> [String]? {
    values[field].map { text in
      text.split { $0 == ";" || $0 == "," || $0 == "|" }.map { String($0).trimmed }
        .filter { !$0.isEmpty }
    }
  }
}

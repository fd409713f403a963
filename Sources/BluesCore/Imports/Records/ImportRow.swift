internal import Basics

/// One row of a list, read by field.
struct ImportRow {
  /// Why a cell of the row cannot stand.
  struct Refusal: Error {
    let field: String?
    let rule: String
    /// The reason as a sentence.
    let reason: String
    let kind: ProblemKind

    init(field: String?, rule: String, expected: String) {
      self.field = field
      self.rule = rule
      reason = "Expected \(expected)."
      kind = .badData
    }

    init(field: String?, rule: String, reason: String) {
      self.field = field
      self.rule = rule
      self.reason = reason
      kind = .badData
    }

    init(field: String?, rule: String, problem: any Problem) {
      self.field = field
      self.rule = rule
      reason = problem.message
      kind = problem.kind
    }
  }

  /// Where it stands in the list.
  let line: Int
  private var values: [String: String]
  let kept: [ExtraCell]
  /// The fields whose cells held a word for nothing.
  private(set) var blanks: [String]

  init(line: Int, values: [String: String], kept: [ExtraCell], blanks: [String] = []) {
    self.line = line
    self.values = values
    self.kept = kept
    self.blanks = blanks
  }

  /// The same row without the word for nothing that a field has, or with what is given instead.
  func emptied(_ field: String, given: String?) -> ImportRow {
    var row = self
    row.values[field] = given
    row.blanks.append(field)
    return row
  }

  /// The same row, which says something else, or no more, in some fields.
  func saying(_ texts: [String: String?]) -> ImportRow {
    var row = self
    for (field, text) in texts { row.values[field] = text }
    return row
  }

  var extra: String? { JSONText.object(kept) }

  /// What the row says of some fields.
  func texts(of fields: [String]) -> [String: String] {
    fields.reduce(into: [:]) { $0[$1] = values[$1] }
  }

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

  /// An amount, which every row has.
  func amount(_ field: String, _ expected: String) throws -> WrittenAmount {
    let text = try require(field, "amount", expected) { $0 }
    return try WrittenAmount(
      typed: text, unreadable: Refusal(field: field, rule: "amount", expected: expected)
    ) { Refusal(field: field, rule: "amount", reason: $0.message) }
  }

  /// The cells of a list separated by semicolon, comma or bar.
  func list(_ field: String) -> [String]? {
    values[field].map { text in
      text.split { $0 == ";" || $0 == "," || $0 == "|" }.map { String($0).trimmed }
        .filter { !$0.isEmpty }
    }
  }
}

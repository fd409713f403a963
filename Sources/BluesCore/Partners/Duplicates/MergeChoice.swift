internal import Basics

/// What became of one field when records were merged.
package struct MergeChoice: Sendable, Equatable {
  /// A value and the record it is from.
  package struct Said: Sendable, Equatable {
    package let code: String
    package let value: String

    package init(code: String, value: String) {
      self.code = code
      self.value = value
    }
  }

  package let field: String
  package let heading: String
  /// What the survivor says now; nil where nothing fitted.
  package let stands: Said?
  /// Values of the others that are remembered with the merged records, but do not stand.
  package let remembered: [Said]

  package var isConflict: Bool { !remembered.isEmpty }
}

/// Settles fields one by one among records, of which the first is the survivor.
struct MergeResolver {
  let codes: [String]
  /// The records by their rank: whose values come first.
  let order: [Int]
  let taken: [String: Int]
  private(set) var choices: [MergeChoice] = []

  init(codes: [String], order: [Int], taken: [String: Int]) {
    self.codes = codes
    self.order = order
    self.taken = taken
  }

  /// Settles fields that belong together, such as an address: blanks are filled only from a
  /// record that does not speak of another one.
  ///
  /// The result has the index of the record whose value stands, by field.
  mutating func settle(
    _ fields: [(key: String, heading: String)], values: [[String?]],
    fits: ([String?], [String?]) -> Bool, isSame: (Int, String, String) -> Bool
  ) throws -> [Int?] {
    var chosen = [Int?](repeating: nil, count: fields.count)
    let said = order.filter { record in values[record].contains { $0 != nil } }
    for record in said {
      let present = fields.indices.map { field in chosen[field].flatMap { values[$0][field] } }
      guard record == said.first || fits(present, values[record]) else { continue }
      for field in fields.indices where chosen[field] == nil && values[record][field] != nil {
        chosen[field] = record
      }
    }
    for (field, name) in fields.enumerated() {
      if let record = taken[name.key] {
        guard values[record][field] != nil else {
          throw DuplicatesProblem.nothingToTake(field: name.heading, code: codes[record])
        }
        chosen[field] = record
      }
      note(field, name, chosen[field], values, isSame)
    }
    return chosen
  }

  private mutating func note(
    _ field: Int, _ name: (key: String, heading: String), _ chosen: Int?, _ values: [[String?]],
    _ isSame: (Int, String, String) -> Bool
  ) {
    let stands = chosen.flatMap { record in
      values[record][field].map { MergeChoice.Said(code: codes[record], value: $0) }
    }
    let remembered = codes.indices.compactMap { record -> MergeChoice.Said? in
      guard let value = values[record][field] else { return nil }
      if let stands, isSame(field, stands.value, value) { return nil }
      return MergeChoice.Said(code: codes[record], value: value)
    }
    guard !remembered.isEmpty || chosen != nil && chosen != 0 else { return }
    choices.append(
      MergeChoice(
        field: name.key, heading: name.heading, stands: stands, remembered: remembered))
  }
}

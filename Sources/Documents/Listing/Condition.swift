internal import Basics

/// One condition of `--where`, such as "status=late".
package struct Condition: Hashable, Sendable {
  /// How the cell and the value are compared.
  package enum Relation: String, Hashable, Sendable, CaseIterable {
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case contains = "~"
    case less = "<"
    case greater = ">"
  }

  package let column: String
  package let relation: Relation
  /// Empty text stands for an empty cell.
  package let value: String

  package init(column: String, _ relation: Relation, _ value: String) {
    self.column = column
    self.relation = relation
    self.value = value
  }

  /// Reads "FIELD=VALUE" and the like at the first relation in the text.
  ///
  /// - Throws: `ListingProblem.malformedCondition` without a relation or a field.
  package init(parsing text: String) throws(ListingProblem) {
    let bytes = Array(text.utf8)
    for start in bytes.indices {
      let found = Relation.allCases.first { bytes[start...].starts(with: $0.rawValue.utf8) }
      guard let relation = found else { continue }
      let column = Self.trimmed(bytes[..<start])
      guard !column.isEmpty else { break }
      let value = Self.trimmed(bytes[(start + relation.rawValue.utf8.count)...])
      self.init(column: column, relation, value)
      return
    }
    throw .malformedCondition(text)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var rest = bytes.drop { $0 == 0x20 }
    while rest.last == 0x20 { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }
}

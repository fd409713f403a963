package import Documents

/// The scheme's own list of exchanges compared with ours.
package struct Reconciliation: Sendable, Equatable {
  /// What is wrong between the two lists.
  package enum Kind: String, Sendable, CaseIterable {
    /// A row of the list that none of our exchanges answers to.
    case onlyThere = "only there"
    /// One of our exchanges that the list does not have.
    case onlyHere = "only here"
    case different
    /// A cell of the list that cannot be read, and so was not compared.
    case unreadable
  }

  /// One thing that is not alike.
  package struct Entry: Sendable, Equatable {
    package let kind: Kind
    /// Where it stands in the list.
    package let line: Int?
    package let exchange: ExchangeCode?
    package let visitor: String
    package let host: String
    /// What is compared, such as `last_day`; nil for a whole row.
    package let field: String?
    package let there: String?
    package let here: String?
  }

  package let mapping: Mapping
  /// How the list was read, in words.
  package let reading: [String]
  /// Rows that add up the others and are left out.
  package let totals: Int
  /// The fields that the list has columns for.
  package let compared: [String]
  /// The rows of the list.
  package let rows: Int
  /// The rows that say what ours say.
  package let alike: Int
  package let entries: [Entry]

  /// The fields that `--map` knows.
  package static var mapped: [String] { ListedExchange.fields.map(\.name) }
}

extension Reconciliation.Entry {
  package static let fields: [Field<Reconciliation.Entry>] = [
    Field("kind", "What") { .state($0.kind.rawValue, $0.kind == .different ? .plain : .bad) },
    Field("line", "Line") { $0.line.map { .integer($0) } ?? .empty },
    Field("exchange", "No", rank: .key) { .text(orEmpty: $0.exchange?.description) },
    Field("visitor", "Visitor", rank: .main) { .text($0.visitor) },
    Field("host", "Host") { .text($0.host) },
    Field("field", "Field") { .text(orEmpty: $0.field) },
    Field("there", "There") { .text(orEmpty: $0.there) },
    Field("here", "Here") { .text(orEmpty: $0.here) },
  ]
}

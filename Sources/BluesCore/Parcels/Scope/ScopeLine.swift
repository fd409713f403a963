package import Documents

/// A line of the list that says who may change and who gets the rows of a table.
package struct ScopeLine: Sendable, Equatable {
  package let table: String
  package let changes: String
  package let gets: String
  package let withheld: [String]

  package static let all: [ScopeLine] = SharedScope.tables.map {
    ScopeLine(
      table: $0.name, changes: $0.writers, gets: $0.readers, withheld: $0.withheld.map(\.column))
  }

  package static let fields: [Field<ScopeLine>] = [
    Field("table", "Table", "The table, as the data model has it.", rank: .key) { .text($0.table) },
    Field("changes", "Who changes it", "The partner whose copy may change a row.", rank: .main) {
      .text($0.changes)
    },
    Field("gets", "Who gets it", "The partners that get a row.", rank: .main) { .text($0.gets) },
    Field(
      "withheld", "Withheld", "The columns that only the owner of a row gets.", kind: .list
    ) { .list($0.withheld) },
  ]
}

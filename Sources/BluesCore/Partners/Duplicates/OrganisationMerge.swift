internal import Basics
internal import GRDB

/// Organisations made one: whatever refers to the others refers to the first then, and the
/// spellings of the others are remembered, so that lists go on finding it.
package struct OrganisationMerge: Sendable {
  package let survivor: Organisation
  /// The others as they were.
  package let merged: [Organisation]
  package let choices: [MergeChoice]

  /// Merges organisations in the write that is under way.
  static func run(
    _ write: Transaction, _ texts: [String], _ wishes: MergePreferences
  ) throws -> OrganisationMerge {
    let db = write.db
    let records = try texts.map { try Organisations.fetch($0, db) }
    let codes = records.map(\.code)
    for (index, code) in codes.enumerated() where codes[..<index].contains(code) {
      throw DuplicatesProblem.itself(code)
    }
    let ids = records.map(\.id.value)
    try DistinctPairs.organisations.refuse(db, ids, codes)
    let columns = try db.columns(in: "organisation").map(\.name)
      .filter { !["id", "batch"].contains($0) }
    var settling = MergeResolver(
      codes: codes, order: try wishes.order(codes),
      taken: try wishes.taken(codes, fields: columns))
    let rows = try ids.map { id in
      try Row.fetchOne(db, sql: "SELECT * FROM organisation WHERE id = ?", arguments: [id])
    }
    for column in columns {
      let values = try rows.map { [try $0?.value(column, as: String?.self) ?? nil] }
      let chosen = try settling.settle(
        [(column, heading(column))], values: values, fits: { _, _ in true },
        isSame: { $1.isSame(as: $2) })
      try db.execute(
        sql: "UPDATE organisation SET \(column) = ? WHERE id = ?",
        arguments: [chosen[0].flatMap { values[$0][0] }, ids[0]])
    }
    try DistinctPairs.organisations.move(write, from: Array(ids.dropFirst()), to: ids[0])
    for (record, row) in zip(records, rows).dropFirst() {
      try References.merge(
        "organisation", record.id.value, record.code, into: ids[0], codes[0], write)
      try remember(db, record.id.value, row, columns, in: ids[0])
    }
    write.records(
      "merged \(codes.dropFirst().joined(separator: ", ")) into \(codes[0])", affecting: codes)
    return OrganisationMerge(
      survivor: try Organisations.fetch(ids[0], db), merged: Array(records.dropFirst()),
      choices: settling.choices)
  }

  private static func heading(_ column: String) -> String {
    ContactField(key: ["type": "organisation_type", "name": "organisation"][column] ?? column)?
      .heading ?? column
  }

  private static func remember(
    _ db: Database, _ id: Int64, _ row: Row?, _ columns: [String], in survivor: Int64
  ) throws {
    let cells = try columns.compactMap { column in
      try (row?.value(column, as: String?.self) ?? nil).map {
        ExtraCell(heading: column, text: $0)
      }
    }
    try db.execute(
      sql: """
        INSERT INTO merged_organisation
          (id, organisation_id, name, short_name, country, type, vat, pic, iban, employees,
           turnover, balance_total, batch, known)
        SELECT id, ?, name, short_name, country, type, vat, pic, iban, employees, turnover,
               balance_total, batch, ?
        FROM organisation
        WHERE id = ?
        """,
      arguments: [survivor, JSONText.object(cells) ?? "{}", id])
    try db.execute(sql: "DELETE FROM organisation WHERE id = ?", arguments: [id])
  }
}

extension Organisations {
  /// Pairs of organisations that may be one: of all, or of one with any other.
  ///
  /// At most so many pairs are told in full.
  package func duplicates(
    atLeast: Int = SimilarityWeights.possible, of text: String? = nil, most: Int = 1000
  ) throws -> Duplicates<Organisation> {
    try store.read { db in
      var search = try DuplicateSearch<ComparedOrganisation>(
        db, atLeast: atLeast, distinct: DistinctPairs.organisations.all(db))
      let pairs = try text.map { try search.of(Self.fetch($0, db).id.value) } ?? search.all()
      return try search.told(pairs, most: most) { try Self.fetch($0, db) }
    }
  }

  /// Makes organisations one: the first stays, blanks are filled from the others.
  package func merge(
    _ survivor: String, with others: [String], _ wishes: MergePreferences = MergePreferences()
  ) throws -> OrganisationMerge {
    try store.write { try OrganisationMerge.run($0, [survivor] + others, wishes) }
  }

  /// Remembers that two organisations are not the same, or forgets it again.
  package func distinct(
    _ one: String, _ other: String, forget: Bool = false
  ) throws -> [Organisation] {
    try store.write { write in
      let pair = try [Self.fetch(one, write.db), Self.fetch(other, write.db)]
        .sorted { $0.id.value < $1.id.value }
      try DistinctPairs.organisations.change(
        write, pair.map(\.id.value), pair.map(\.code), forget: forget)
      return pair
    }
  }
}

internal import Basics
package import Documents
internal import GRDB

/// The person-months that Annex 1 plans, for each partner and third party in each work package.
package struct EffortPlan: Sendable, Equatable {
  /// A partner's row, or that of a third party linked to it.
  package struct Row: Sendable, Equatable {
    package let partner: String
    package let number: Int?
    /// Empty for the partner itself.
    package let thirdParty: String
    /// By the number of the work package; a missing one is none.
    package var effort: [Int: PersonMonths] = [:]

    package var total: PersonMonths { effort.values.reduce(.zero, +) }

    /// As the grant's table writes it: `1 - UPSud`, and below it `· UB`.
    package var participant: String {
      guard thirdParty.isEmpty else { return "\(Self.mark) \(thirdParty)" }
      return number.map { "\($0) - \(partner)" } ?? partner
    }

    /// What stands before a third party in the list.
    static let mark = "·"
  }

  package let packages: [Int]
  package var rows: [Row]

  package var total: PersonMonths { rows.map(\.total).reduce(.zero, +) }

  /// The columns of the grant's table, in its order.
  package var fields: [Field<Row>] {
    var fields: [Field<Row>] = [
      Field("participant", "Participant", rank: .key) { .text($0.participant) },
      Field("partner", "Partner", kind: .form("partner"), shown: false) { .text($0.partner) },
      Field("third_party", "Third party", shown: false) {
        .text(orEmpty: $0.thirdParty.isEmpty ? nil : $0.thirdParty)
      },
    ]
    for package in packages {
      fields.append(
        Field("WP\(package)", "WP\(package)", kind: .number) {
          $0.effort[package].map { .decimal($0.text) } ?? .empty
        })
    }
    return fields + [Field("total", "Total", kind: .number, rank: .key) { .decimal($0.total.text) }]
  }

  /// Those of its columns that go out and come in as a list.
  package var exported: [Field<Row>] {
    fields.filter { !["partner", "third_party"].contains($0.column.name) }
  }

  /// The plan as a table with its sums.
  package var table: Documents.Table {
    var sums: [Cell] = [.text("Total"), .empty, .empty]
    for package in packages { sums.append(.decimal(total(of: package).text)) }
    return Documents.Table(
      noun: "planned_effort", emptySentence: "No effort is planned yet.", fields: fields,
      rows: rows, total: rows.isEmpty ? nil : sums + [.decimal(total.text)])
  }

  /// What each work package has of it.
  package func total(of package: Int) -> PersonMonths {
    rows.compactMap { $0.effort[package] }.reduce(.zero, +)
  }
}

extension EffortPlan {
  static func fetch(_ db: Database) throws -> EffortPlan {
    let packages = try Int.fetchAll(db, sql: "SELECT number FROM work_package ORDER BY number")
    let found = try GRDB.Row.fetchCursor(
      db,
      sql: """
        SELECT partner.code, partner.number, third_party, work_package.number,
          planned_effort.person_months
        FROM planned_effort
        JOIN partner ON partner.id = partner_id
        JOIN work_package ON work_package.id = work_package_id
        ORDER BY partner.number IS NULL, partner.number, partner.role <> 'coordinator',
          partner.code, third_party, work_package.number
        """)
    var rows: [Row] = []
    while let row = try found.next() {
      let partner: String = try row.value(0)
      let thirdParty: String = try row.value(2)
      if rows.last?.partner != partner || rows.last?.thirdParty != thirdParty {
        rows.append(Row(partner: partner, number: try row.value(1), thirdParty: thirdParty))
      }
      rows[rows.count - 1].effort[try row.value(3)] = PersonMonths(hundredths: try row.value(4))
    }
    return EffortPlan(packages: packages, rows: rows)
  }
}

/// The planned effort of a project, read and changed.
package struct PlannedEffort: Sendable {
  let store: Store

  package func plan() throws -> EffortPlan { try store.read { try EffortPlan.fetch($0) } }

  /// Plans the effort of a partner, or of a third party linked to it, in a work package.
  package func set(
    _ partner: String, thirdParty: String = "", in package: WorkPackageCode, to effort: PersonMonths
  ) throws -> EffortPlan {
    try store.write { write in
      let context = try RecordContext(write.db, store.invocation, store.hooks)
      let code = try context.code(partner, in: Partner.target)
      let table = EffortTable(write)
      _ = try table.put(
        effort, of: context.id(partner, in: Partner.target), CellText.trimmed(thirdParty),
        in: context.id(package.description, in: WorkPackage.target))
      write.records(
        "planned \(effort.text) person-months of \(code) in \(package)",
        affecting: [code, package.description])
      return try EffortPlan.fetch(write.db)
    }
  }
}

/// Writes planned effort, one cell at a time.
struct EffortTable {
  let write: Transaction

  init(_ write: Transaction) { self.write = write }

  /// Whether anything is planned for a partner, or its third party, in a work package.
  func has(_ partner: Int64, _ thirdParty: String, in package: Int64) throws -> Bool {
    try Bool.fetchOne(
      write.db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM planned_effort
          WHERE partner_id = ? AND third_party = ? AND work_package_id = ?)
        """, arguments: [partner, thirdParty, package]) == true
  }

  /// Stores a cell; false where it was so.
  ///
  /// None is no row.
  func put(
    _ effort: PersonMonths, of partner: Int64, _ thirdParty: String, in package: Int64
  ) throws -> Bool {
    let key: StatementArguments = [partner, thirdParty, package]
    guard effort > .zero else {
      try write.db.execute(
        sql: """
          DELETE FROM planned_effort
          WHERE partner_id = ? AND third_party = ? AND work_package_id = ?
          """, arguments: key)
      return write.db.changesCount > 0
    }
    let present = try Int.fetchOne(
      write.db,
      sql: """
        SELECT person_months FROM planned_effort
        WHERE partner_id = ? AND third_party = ? AND work_package_id = ?
        """, arguments: key)
    if present == effort.hundredths { return false }
    if present != nil {
      try write.db.execute(
        sql: """
          UPDATE planned_effort SET person_months = ?
          WHERE partner_id = ? AND third_party = ? AND work_package_id = ?
          """, arguments: [effort.hundredths] + key)
      return true
    }
    try write.db.execute(
      sql: """
        INSERT INTO planned_effort (id, partner_id, third_party, work_package_id, person_months)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [try write.nextID("planned_effort")] + key + [effort.hundredths])
    return true
  }
}

extension Store {
  package var plannedEffort: PlannedEffort { PlannedEffort(store: self) }
}

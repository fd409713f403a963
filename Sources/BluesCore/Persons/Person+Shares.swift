package import Basics
internal import Documents
internal import GRDB

extension Records where R == Person {
  /// Declares that a person works full time on the action, with the shares of the work packages;
  /// without shares the declaration is withdrawn.
  ///
  /// - Throws: `StaffProblem.shares` unless the shares add up to 100 %, `StaffProblem.repeated` where a
  ///   work package has two.
  package func declare(_ code: PersonCode, _ shares: [WorkShare]) throws -> Person {
    let sum = shares.map(\.hundredths).reduce(0, +)
    guard shares.isEmpty || sum == 10_000 else { throw StaffProblem.shares(code, sum: sum) }
    for (place, share) in shares.enumerated()
    where shares[..<place].contains(where: { $0.workPackage == share.workPackage }) {
      throw StaffProblem.repeated("\(share.workPackage)")
    }
    let told = shares.map(\.description).joined(separator: ", ")
    return try step(
      [code],
      told: { shares.isEmpty ? "\($0) needs timesheets" : "declared \($0) full time: \(told)" }
    ) { write, person, _ in
      let context = try RecordContext(write.db, write.invocation, write.hooks)
      try write.db.execute(
        sql: "DELETE FROM person_share WHERE person_id = ?", arguments: [person])
      for share in shares {
        try write.db.execute(
          sql: """
            INSERT INTO person_share (id, person_id, work_package_id, share_hundredths)
            VALUES (?, ?, ?, ?)
            """,
          arguments: [
            write.nextID("person_share"), person,
            context.id(share.workPackage.description, in: WorkPackage.target), share.hundredths,
          ])
      }
    }[0]
  }
}

extension Person {
  /// The shares of the persons who are declared full time, by the persons' codes.
  static func shares(_ db: Database) throws -> [String: [WorkShare]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT person.code, work_package.number, share_hundredths
        FROM person_share
        JOIN person ON person.id = person_id
        JOIN work_package ON work_package.id = work_package_id
        ORDER BY person.code, work_package.number
        """)
    var shares: [String: [WorkShare]] = [:]
    while let row = try rows.next() {
      shares[try row.value(0, as: String.self), default: []].append(
        WorkShare(
          workPackage: try row.stored(1, "number") { WorkPackageCode(number: $0) },
          hundredths: try row.value(2)))
    }
    return shares
  }

  /// Gets ready the shares of those who are declared full time.
  static func derivation(_ context: RecordContext) throws -> (inout Person, Row) throws -> Void {
    let shares = try shares(context.db)
    return { person, _ in person.shares = shares[person.code.text] ?? [] }
  }

  /// Its rates of pay, as its page shows them.
  static func details(_ person: Person, _ store: Store) throws -> [Block] {
    let rates = try store.personRates.all().filter { $0.code.person == person.code }
    let shown = ["from", "to", "annual_cost", "currency", "productive_hours"]
    return [
      .section("Rates of pay"),
      .table(
        Table(
          noun: "rates", emptySentence: "No rate of pay yet.",
          fields: PersonRate.register.fields.filter { shown.contains($0.column.name) },
          rows: rates)),
    ]
  }
}

/// Why what is said of a person cannot be.
package enum StaffProblem: Problem, Equatable {
  case shares(PersonCode, sum: Int)
  /// A work package that has two shares.
  case repeated(String)
  /// Two rates of pay of one person that are valid on one day.
  case overlap(PersonRateCode, other: PersonRateCode, to: Day?)

  package var message: String {
    switch self {
    case .shares(let code, let sum):
      "The shares of \(code) add up to \(hundredthsText(sum)) %, not to 100 %."
    case .repeated(let package): "\(package) has two shares."
    case .overlap(let rate, let other, let to):
      "The rate from \(rate.from) overlaps \(other), which is valid "
        + (to.map { "to \($0)." } ?? "without end.")
    }
  }

  package var hint: String? {
    switch self {
    case .shares: nil
    case .repeated: "say each work package once, such as --share WP1=60 --share WP2=40"
    case .overlap(let rate, let other, _):
      other.from < rate.from
        ? "end it first: blues partner person rate set \(other) --to \(rate.from.adding(days: -1))"
        : "end the new one with --to \(other.from.adding(days: -1))"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .shares, .repeated: .usage
    case .overlap: .conflict
    }
  }
}

internal import Basics
internal import GRDB

/// The costs with what statements ask of them, read in place, since a project may have hundreds of
/// thousands.
struct StoredCosts {
  private let statement: PreparedStatement
  private let partners: [Int64: String]
  private let workPackages: [Int64: String]
  private let periods: [Int64: String]

  init(_ db: Database) throws {
    partners = try Self.codes(Partner.target, db)
    workPackages = try Self.codes(WorkPackage.target, db)
    periods = try Self.codes(Period.target, db)
    statement = try PreparedStatement(
      db,
      """
      SELECT number, partner_id, category, work_package_id, incurred_on, description, supplier,
        amount_cents, currency, vat_cents, vat_deductible, foreseen, charged_in_id
      FROM cost_line ORDER BY number
      """)
  }

  private static func codes(_ target: RecordTarget, _ db: Database) throws -> [Int64: String] {
    try Row.fetchAll(db, sql: "SELECT id, \(target.code) FROM \(target.table) AS target")
      .reduce(into: [:]) { codes, row in codes[try row.value(0)] = try row.value(1) as String }
  }

  /// Hands over each in the order of their codes; false, and none after it, at one that has a value which no
  /// command has written.
  func forEach(_ body: (CostLine) throws -> Void) throws -> Bool {
    var isSound = true
    var currencies = ByteCache<Currency>()
    try statement.forEach { row in
      guard isSound else { return }
      guard let cost = cost(StoredRow(row), &currencies) else { return isSound = false }
      try body(cost)
    }
    return isSound
  }

  private func cost(_ row: StoredRow, _ currencies: inout ByteCache<Currency>) -> CostLine? {
    var row = row
    guard let code = row.number(0).flatMap({ CostCode(number: Int($0)) }),
      let partner = row.number(1).flatMap({ partners[$0] }), let category = row.text(2),
      let day = row.bytes(4).flatMap({ Day(iso: $0) }), let description = row.text(5),
      let amount = row.number(7), let currency = row.bytes(8).flatMap({ currencies.currency($0) })
    else { return nil }
    var cost = CostLine(code: code)
    cost.partner = partner
    cost.category = category
    cost.workPackage = row.value(row.number(3)) { workPackages[$0] }
    cost.incurredOn = day
    cost.description = description
    cost.supplier = row.text(6)
    cost.amount = row.value(amount) { Self.cents($0) }
    cost.currency = currency
    cost.vat = row.value(row.number(9)) { Self.cents($0) }
    cost.isVATDeductible = row.value(row.text(10)) { YesNo(rawValue: $0) }
    cost.isForeseen = row.value(row.text(11)) { YesNo(rawValue: $0) }
    cost.chargedIn = row.value(row.number(12)) { periods[$0] }
    return row.isSound ? cost : nil
  }

  /// Cents that make no sum overflow.
  private static func cents(_ stored: Int64) -> Int? {
    Int.read(stored.databaseValue)
  }
}

extension ByteCache<Currency> {
  /// The currency of a code.
  fileprivate mutating func currency(_ code: UnsafeBufferPointer<UInt8>) -> Currency? {
    if let known = self[code] { return known }
    let found = Currency(String(decoding: code, as: UTF8.self))
    if let found { note(code, found) }
    return found
  }
}

internal import Basics
internal import GRDB

/// The days on which a person works for the partner, as far as they are known.
struct ContractDays {
  let code: String
  var from: Day?
  var to: Day?

  /// How a day or a month lies outside them, as it follows a comma; nil where it does not.
  func fault(of worked: WorkDate) -> String? {
    if let from, worked.last < from { return "before the contract begins on \(from)" }
    if let to, worked.first > to { return "after leaving on \(to)" }
    return nil
  }

  /// The sentence on hours outside them; nil for hours within.
  func sentence(_ hours: Hours, of worked: WorkDate) -> String? {
    guard hours > .zero, let fault = fault(of: worked) else { return nil }
    return "\(code) has \(hours.text) hours \(worked.isMonth ? "in" : "on") \(worked), \(fault)."
  }

  /// Those of all persons, by their rows.
  static func all(_ db: Database) throws -> [Int64: ContractDays] {
    let rows = try Row.fetchAll(db, sql: "SELECT id, code, starts_on, ends_on FROM person")
    return try rows.reduce(into: [:]) { days, row in
      days[try row.value(0)] = ContractDays(
        code: try row.value(1), from: try row.value(2), to: try row.value(3))
    }
  }
}

internal import GRDB

/// The rule books that hold for exchanges, read once for many of them.
struct ExchangeRuleBooks {
  /// For those that are not agreed yet.
  private let inForce: RuleBook
  /// The rules with the targets of the project, before it changed any.
  private let stated: RuleBook
  /// The figures that were other than the rule book when an exchange was agreed, by its number.
  private let kept: [Int: [RuleBook.Override]]

  /// Those of one exchange, or of all.
  init(_ db: Database, of code: ExchangeCode? = nil) throws {
    inForce = try .inForce(db)
    stated = try .stated(db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT exchange.number AS number,
               json_extract(item.value, '$.rule') AS rule,
               json_extract(item.value, '$.figure') AS figure,
               json_extract(item.value, '$.value') AS value,
               json_extract(item.value, '$.reason') AS reason
        FROM exchange, json_each(exchange.rule_figures) AS item
        WHERE exchange.number = :number OR :number IS NULL
        ORDER BY exchange.number, item.id
        """, arguments: ["number": code?.number])
    var kept: [Int: [RuleBook.Override]] = [:]
    for row in rows { kept[try row.value("number"), default: []].append(try .init(row: row)) }
    self.kept = kept
  }

  /// The book an exchange was agreed under, until then the one in force.
  func book(of exchange: Exchange) throws -> RuleBook {
    guard exchange.ruleBook != nil else { return inForce }
    return try stated.applying(kept[exchange.code.number] ?? [])
  }
}

internal import GRDB

extension Exchanges {
  /// What exchanges have to say before two contacts or two organisations become one.
  static let hooks: StoreHooks = {
    var hooks = StoreHooks()
    hooks.beforeMerge = [
      "contact": { try joinPersons($0, $1) }, "organisation": { try refuseProfiles($0, $1) },
    ]
    return hooks
  }()

  /// The survivor takes the other's place in exchanges; where both are, one place is left.
  private static func joinPersons(_ db: Database, _ merge: StoreHooks.Merge) throws {
    let (from, to) = (merge.merged, merge.survivor)
    try refuse(
      merge,
      try Int.fetchOne(
        db,
        sql: """
          SELECT exchange.number
          FROM exchange_person AS one
          JOIN exchange_person AS other USING (exchange_id)
          JOIN exchange ON exchange.id = exchange_id
          WHERE one.contact_id = ? AND other.contact_id = ? AND one.side <> other.side
          ORDER BY exchange.number
          """, arguments: [to, from]))
    try db.execute(
      sql: """
        UPDATE exchange_person
        SET role = coalesce(role, (SELECT other.role FROM exchange_person AS other
                                   WHERE other.contact_id = :from
                                     AND other.exchange_id = exchange_person.exchange_id))
        WHERE contact_id = :to
        """, arguments: ["from": from, "to": to])
    try db.execute(
      sql: """
        DELETE FROM exchange_person
        WHERE contact_id = :from
          AND exchange_id IN (SELECT exchange_id FROM exchange_person WHERE contact_id = :to)
        """, arguments: ["from": from, "to": to])
  }

  /// Host and visitor of one exchange are not one organisation, and no organisation has two
  /// profiles of a role.
  private static func refuseProfiles(_ db: Database, _ merge: StoreHooks.Merge) throws {
    let (from, to) = (merge.merged, merge.survivor)
    try refuse(
      merge,
      try Int.fetchOne(
        db,
        sql: """
          SELECT number FROM exchange
          JOIN profile AS host ON host.id = host_id
          JOIN profile AS visitor ON visitor.id = visitor_id
          WHERE (host.organisation_id = :from AND visitor.organisation_id = :to)
             OR (host.organisation_id = :to AND visitor.organisation_id = :from)
          ORDER BY number
          """, arguments: ["from": from, "to": to]))
    let role = try String.fetchOne(
      db,
      sql: """
        SELECT role FROM profile
        WHERE organisation_id = ?
          AND role IN (SELECT role FROM profile WHERE organisation_id = ?)
        """, arguments: [from, to])
    if let role {
      throw DuplicatesProblem.bothHaveProfiles(merge.survivorCode, merge.mergedCode, role: role)
    }
  }

  private static func refuse(_ merge: StoreHooks.Merge, _ number: Int?) throws {
    guard let number else { return }
    throw DuplicatesProblem.onBothSides(
      merge.survivorCode, merge.mergedCode,
      exchange: ExchangeCode(number: number)?.description ?? "")
  }
}

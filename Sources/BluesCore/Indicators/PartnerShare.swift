package import Documents
internal import GRDB

/// What one partner adds to an indicator, and what it promised to.
package struct PartnerShare: Sendable, Equatable {
  package let partner: String
  package let value: Quantity?
  package let target: Quantity?
  package let standing: IndicatorStanding
  let percent: Int?

  init(partner: String, value: Quantity?, target: Quantity?, elapsed: Double) {
    self.partner = partner
    self.value = value
    self.target = target
    let progress = Progress(baseline: nil, value: value, target: target)
    percent = progress.percent
    standing = progress.standing(isRead: value != nil, elapsed: elapsed)
  }

  package static let fields: [Field<PartnerShare>] = [
    Field("partner", "Partner", rank: .key) { .text($0.partner) },
    Field("target", "Target") { .quantity(orEmpty: $0.target) },
    Field("value", "Value") { .quantity(orEmpty: $0.value) },
    Field("share", "Share %") { $0.percent.map { .integer($0) } ?? .empty },
    Field("standing", "Standing") { $0.standing.cell },
  ]

  /// The targets of partners by the indicator's number and the partner.
  static func targets(_ db: Database) throws -> [Int: [String: Quantity]] {
    var all: [Int: [String: Quantity]] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT indicator.number, partner.code, indicator_target.target_hundredths
        FROM indicator_target
        JOIN indicator ON indicator.id = indicator_target.indicator_id
        JOIN partner ON partner.id = indicator_target.partner_id
        """)
    while let row = try rows.next() {
      all[try row.stored(0, "number"), default: [:]][try row.stored(1, "code")] =
        Quantity(hundredths: try row.stored(2, "target_hundredths"))
    }
    return all
  }
}

internal import Basics
internal import GRDB

/// Something that somebody has to do, so that a shared project goes on.
struct ShareDuty: Sendable {
  /// The partner that it is about.
  let partner: String
  /// The reporting period; nil where it is about parcels.
  let period: String?
  /// The partner that owes it.
  let debtor: String
  let what: String
  let command: String
  /// Whether it is due at once, since others wait for it.
  let isUrgent: Bool

  /// None in a project that is not shared.
  static func all(_ db: Database) throws -> [ShareDuty] {
    guard let identity = try CopyIdentity.fetch(db) else { return [] }
    let own = identity.organisation
    let coordinator = try Partner.coordinator(db)
    let parcels = try PartnerExchange.all(identity, coordinator: coordinator, db)
      .compactMap { exchange -> ShareDuty? in
        exchange.duty.map { duty in
          ShareDuty(
            partner: exchange.partner, period: nil, debtor: own,
            what: "\(exchange.partner): \(duty.words)", command: duty.command(exchange.partner),
            isUrgent: duty.isUrgent)
        }
      }
    let lines = try SubmissionLine.all(identity, ParcelLog.all(db), db)
    return parcels + lines.compactMap { of($0, own: own, coordinator: coordinator ?? own) }
  }

  private static func of(
    _ line: SubmissionLine, own: String, coordinator: String
  ) -> ShareDuty? {
    let (partner, period) = (line.partner, line.period)
    let plan = line.plan?.warning.map { ", \($0)" } ?? ""
    func duty(_ what: String, by debtor: String, _ command: String, isUrgent: Bool) -> ShareDuty {
      ShareDuty(
        partner: partner, period: period, debtor: debtor, what: "\(partner): \(what)\(plan)",
        command: command, isUrgent: isUrgent)
    }
    let submit =
      own != partner
      ? "blues share status"
      : own == coordinator
        ? "blues share submit \(period)"
        : "blues share pack coordinator -o out --purpose submit --period \(period)"
    switch line.standing {
    case .draft: return duty("submit \(period)", by: partner, submit, isUrgent: false)
    case .returned:
      return duty("correct and submit \(period) again", by: partner, submit, isUrgent: false)
    case .applied, .inPart:
      return duty(
        "accept or return \(period)", by: coordinator, "blues share accept \(partner) \(period)",
        isUrgent: true)
    case .submitted where own == coordinator && partner == own:
      return duty(
        "a second person accepts \(period)", by: own,
        "blues share accept \(partner) \(period) --key FILE", isUrgent: true)
    case .submitted, .inReview, .accepted, .locked: return nil
    }
  }
}

package import Basics
internal import GRDB

/// The shares of the grant that partners agreed on, in the place of those of the budget.
package struct SetShares: Sendable {
  let store: Store

  /// A share with the reason that it was set for.
  package struct Share: Sendable, Equatable {
    package let partner: String
    package let share: Percent
    package let reason: String
  }

  /// The name of the fact of a partner.
  static let fact = "payment_share"

  /// The shares that are set, in the order of the partners.
  package func all() throws -> [Share] {
    try store.read { try Self.all($0) }
  }

  private static func all(_ db: Database) throws -> [Share] {
    try Partner.codes(db).compactMap { partner in
      guard let fact = try StatedFact.one(Self.fact, about: partner, in: db) else { return nil }
      return Share(
        partner: partner, share: try Percent(fact.value), reason: fact.source ?? "no reason")
    }
  }

  /// Sets the share of a partner, or with nil takes it back to that of the budget.
  ///
  /// - Throws: `ShareProblem` without a reason, or where all shares would be more than 100 %.
  package func set(_ partner: String, to share: Percent?, because reason: String?) throws -> String
  {
    let code = try store.partners.one(PartnerCode(partner)).code.description
    let words = CellText.trimmed(reason ?? "")
    guard share == nil || !words.isEmpty else { throw ShareProblem.reasonMissing(code) }
    try store.write { write in
      let others = try Self.all(write.db).filter { $0.partner != code }
      let sum = others.reduce(share?.hundredths ?? 0) { $0 + $1.share.hundredths }
      guard sum <= Percent.whole.hundredths else {
        throw ShareProblem.above(Percent(hundredths: sum) ?? .whole)
      }
      try write.db.execute(
        sql: "DELETE FROM fact WHERE subject = ? AND name = ?", arguments: [code, Self.fact])
      if let share {
        try StatedFact.insert(
          StatedFact(name: Self.fact, value: share.description, mark: .own, source: words),
          about: code, write)
      }
      write.records(
        share.map { "the share of \(code) is \($0)" }
          ?? "the share of \(code) is that of the budget",
        affecting: [code])
    }
    return code
  }
}

extension PaymentShares {
  /// The same with the shares that are set; the other partners have the rest in the same proportion.
  ///
  /// Where no other partner has a share, the rest is nobody's.
  package func setting(_ set: [SetShares.Share]) -> PaymentShares {
    guard !set.isEmpty else { return self }
    let known = Dictionary(set.map { ($0.partner, $0.share.hundredths) }, uniquingKeysWith: { $1 })
    let others = shares.filter { known[$0.partner] == nil }.reduce(0) { $0 + $1.weight }
    let rest = Percent.whole.hundredths - known.values.reduce(0, +)
    let isOpen = others == 0 && rest > 0
    let told = set.map { "\($0.partner) \($0.share) (\($0.reason))" }.joined(separator: ", ")
    let gap = Percent(hundredths: rest).map { " No partner has the other \($0)." } ?? ""
    return PaymentShares(
      shares.map { share in
        Share(
          partner: share.partner,
          weight: known[share.partner].map { $0 * max(1, others) } ?? share.weight * rest)
      }, unshared: isOpen ? rest : 0,
      source: "\(source) Set otherwise: \(told).\(isOpen ? gap : "")")
  }
}

extension Store {
  package var setShares: SetShares { SetShares(store: self) }
}

/// Why the share of a partner cannot be set.
package enum ShareProblem: Problem, Equatable {
  case reasonMissing(String)
  case above(Percent)

  package var message: String {
    switch self {
    case .reasonMissing(let partner): "The share of \(partner) needs a reason."
    case .above(let sum): "The shares that are set would be \(sum) of the grant."
    }
  }

  package var hint: String? {
    switch self {
    case .reasonMissing: "say it with --because"
    case .above: "blues report payments lists the shares"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .reasonMissing: .usage
    case .above: .refusedByRule
    }
  }
}

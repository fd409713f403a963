internal import Basics

/// What locked periods have declared of one line so far: the line, and the adjustments of it in later ones.
struct StandingLine {
  /// With the amounts of all of them together, and the last period that declared something of it.
  private(set) var line: LedgerLine
  private var periods: [String]

  private init(_ line: LedgerLine) {
    self.line = line
    periods = [line.charged]
  }

  /// The lines of locked periods by what makes two lines the same one.
  ///
  /// What a later period declared of a line of the same period is an adjustment, and is added to it.
  static func fold<Key: Hashable>(
    _ declared: [LedgerLine], by key: (LedgerLine) -> Key, ranks: [String: Int]
  ) -> [Key: [StandingLine]] {
    var standing: [Key: [StandingLine]] = [:]
    var isMerged: Set<Key> = []
    for line in declared {
      let key = key(line)
      guard var known = standing[key] else {
        standing[key] = [StandingLine(line)]
        continue
      }
      let rank = ranks[line.charged] ?? 0
      let earlier = known.indices.filter {
        known[$0].line.incurred == line.incurred && ranks[known[$0].line.charged] ?? 0 < rank
      }
      if let at = earlier.first(where: { known[$0].line.amount == -line.amount })
        ?? earlier.first(where: { known[$0].line.amount.currency == line.amount.currency })
        ?? earlier.first
      {
        known[at].add(line)
        isMerged.insert(key)
      } else {
        known.append(StandingLine(line))
      }
      standing[key] = known
    }
    for key in isMerged { standing[key]?.removeAll { $0.isNothing } }
    return standing
  }

  private var isNothing: Bool {
    line.amount.isZero && line.euro.isZero && line.personMonths ?? .zero == .zero
  }

  private mutating func add(_ later: LedgerLine) {
    let euro = Money(cents: line.euro.cents + later.euro.cents)
    line = later.with(
      amount: line.amount.currency == later.amount.currency
        ? Money(
          cents: line.amount.cents + later.amount.cents, currency: line.amount.currency) : euro,
      euro: euro, chargedIn: later.charged, later.arithmetic, because: later.reason,
      personMonths: line.personMonths.map { $0 + (later.personMonths ?? .zero) }
        ?? later.personMonths)
    periods.append(later.charged)
  }

  /// What lines come to beyond what was declared of them; what no line is of stays in `standing`.
  ///
  /// A line that was moved to another period is no longer that of the first.
  static func settle(_ lines: [LedgerLine], _ standing: inout [StandingLine]) -> [LedgerLine] {
    if lines.count > 1 || standing.count > 1, isSame(lines, standing) {
      standing = []
      return []
    }
    var (rest, changed): ([LedgerLine], [LedgerLine]) = ([], [])
    for line in lines {
      if let at = standing.firstIndex(where: { $0.isOf(line) && $0.line.amount == line.amount }) {
        standing.remove(at: at)
      } else {
        rest.append(line)
      }
    }
    for line in rest {
      let own = standing.indices.filter { standing[$0].isOf(line) }
      guard
        let at = own.first(where: { standing[$0].line.amount.currency == line.amount.currency })
          ?? own.first
      else {
        changed.append(line)
        continue
      }
      let more = standing.remove(at: at).difference(to: line)
      if !more.euro.isZero || more.personMonths ?? .zero != .zero { changed.append(more) }
    }
    return changed
  }

  /// Whether lines of one period add up to the same, however they are parted.
  private static func isSame(_ lines: [LedgerLine], _ standing: [StandingLine]) -> Bool {
    guard let first = lines.first else { return false }
    let known = standing.map(\.line)
    guard (lines + known).allSatisfy({ $0.incurred == first.incurred }) else { return false }
    func sum(_ lines: [LedgerLine], _ cents: (LedgerLine) -> Int64) -> Int64 {
      lines.reduce(0) { $0 + cents($1) }
    }
    func months(_ lines: [LedgerLine]) -> Fraction {
      lines.compactMap(\.personMonths).reduce(.zero, +)
    }
    if sum(lines, \.euro.cents) == sum(known, \.euro.cents), months(lines) == months(known) {
      return true
    }
    return (lines + known).allSatisfy { $0.amount.currency == first.amount.currency }
      && sum(lines, \.amount.cents) == sum(known, \.amount.cents)
  }

  private func isOf(_ other: LedgerLine) -> Bool {
    line.incurred == other.incurred || line.day == other.day
  }

  /// What a line comes to now beyond what was declared of it.
  private func difference(to now: LedgerLine) -> LedgerLine {
    let euro = Money(cents: now.euro.cents - line.euro.cents)
    return now.with(
      amount: now.amount.currency == line.amount.currency
        ? Money(cents: now.amount.cents - line.amount.cents, currency: now.amount.currency) : euro,
      euro: euro, chargedIn: now.charged,
      "\(now.arithmetic); \(line.euro) of it declared in \(enumerated(periods))",
      because: "changed after \(line.charged) was locked",
      personMonths: now.personMonths.map { $0 - (line.personMonths ?? .zero) })
  }

  /// What takes it back after it was declared.
  func takenBack(chargedIn period: String) -> LedgerLine {
    line.with(
      amount: -line.amount, euro: -line.euro, chargedIn: period,
      "\(line.euro) declared in \(enumerated(periods)) is withdrawn",
      because: "withdrawn after \(line.charged) was locked",
      personMonths: line.personMonths.map { -$0 })
  }
}

extension LedgerLine {
  fileprivate func with(
    amount: Money, euro: Money, chargedIn period: String, _ arithmetic: String,
    because reason: String?, personMonths: Fraction?
  ) -> LedgerLine {
    LedgerLine(
      partner: partner, category: category, workPackage: workPackage, day: day, source: source,
      description: description, isForeseen: isForeseen, party: party, amount: amount, euro: euro,
      incurred: incurred, charged: period, workedOut: LineArithmetic(arithmetic),
      personMonths: personMonths,
      reason: incurred == period ? nil : reason)
  }
}

internal import Basics

extension Ledger {
  /// Puts what locked periods declared in the place of what would be declared now.
  ///
  /// What was changed, added or taken away since is declared in the next open period as an adjustment;
  /// where none follows, it is declared nowhere and stays in `late`.
  mutating func settle(_ declared: [LedgerLine]) {
    var known = Dictionary(grouping: declared, by: Key.init)
    var now: [LedgerLine] = []
    for line in lines {
      let key = Key(line)
      guard var before = known[key], !before.isEmpty else {
        now.append(line)
        continue
      }
      let was = before.removeFirst()
      known[key] = before
      if line.day != was.day, line.incurred != was.incurred {
        // It was moved to another period, with the rate of that one.
        now += [was.takenBack(chargedIn: next(after: was)), line]
      } else if line.amount != was.amount {
        now.append(line.less(was, chargedIn: line.charged))
      }
    }
    unrated.removeAll { line in
      let key = Key(line)
      guard var before = known[key], !before.isEmpty else { return false }
      let was = before.removeFirst()
      known[key] = before
      return was.amount == line.amount
    }
    for was in declared {
      let key = Key(was)
      guard known[key]?.isEmpty == false else { continue }
      known[key]?.removeFirst()
      now.append(was.takenBack(chargedIn: next(after: was)))
    }
    let open = Set(periods.all.filter { $0.state == .open }.map(\.name))
    lines = declared + now.filter { open.contains($0.charged) }
    late = now.filter { !open.contains($0.charged) }
  }

  /// The period that takes back a line, once the one that declared it is locked.
  private func next(after was: LedgerLine) -> String {
    let declared = periods.all.first { $0.name == was.charged }
    return periods.all.first {
      $0.state == .open && $0.period.number > declared?.period.number ?? 0
    }?.name ?? was.charged
  }

  /// What makes two lines the same one, before and after a lock.
  private struct Key: Hashable {
    let partner: String
    let category: String
    let workPackage: Int?
    let source: String

    init(_ line: LedgerLine) {
      self.init(line.partner, line.category, line.workPackage, line.source)
    }

    init(_ line: UnratedLine) {
      self.init(line.partner, line.category, line.workPackage, line.source)
    }

    private init(_ partner: String, _ category: String, _ workPackage: Int?, _ source: String) {
      self.partner = partner
      self.category = category
      self.workPackage = workPackage
      self.source = source
    }
  }
}

extension LedgerLine {
  /// What it comes to beyond what was declared of it.
  fileprivate func less(_ was: LedgerLine, chargedIn period: String) -> LedgerLine {
    let sameCurrency = amount.currency == was.amount.currency
    return with(
      amount: sameCurrency
        ? Money(cents: amount.cents - was.amount.cents, currency: amount.currency)
        : Money(cents: euro.cents - was.euro.cents),
      euro: Money(cents: euro.cents - was.euro.cents), chargedIn: period,
      "\(arithmetic); \(was.euro) of it declared in \(was.charged)",
      because: "changed after \(was.charged) was locked",
      personMonths: personMonths.map { $0 - (was.personMonths ?? .zero) })
  }

  /// What takes it back after it was declared.
  fileprivate func takenBack(chargedIn period: String) -> LedgerLine {
    with(
      amount: Money(cents: -amount.cents, currency: amount.currency),
      euro: Money(cents: -euro.cents), chargedIn: period,
      "\(euro) declared in \(charged) is withdrawn",
      because: "withdrawn after \(charged) was locked", personMonths: personMonths.map { -$0 })
  }

  private func with(
    amount: Money, euro: Money, chargedIn period: String, _ arithmetic: String,
    because reason: String, personMonths: Fraction?
  ) -> LedgerLine {
    LedgerLine(
      partner: partner, category: category, workPackage: workPackage, day: day, source: source,
      description: description, isForeseen: isForeseen, party: party, amount: amount, euro: euro,
      incurred: incurred, charged: period, workedOut: LineArithmetic(arithmetic),
      personMonths: personMonths,
      reason: incurred == period ? nil : reason)
  }
}

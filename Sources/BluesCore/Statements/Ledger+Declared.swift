internal import Basics

extension Ledger {
  /// Puts what locked periods declared in the place of what would be declared now.
  ///
  /// What was changed, added or taken away since is declared in the next open period as an adjustment;
  /// where none follows, it is declared nowhere and stays in `late`.
  mutating func settle(_ declared: [LedgerLine]) {
    let ranks = Dictionary(
      periods.all.map { ($0.name, $0.period.number) }, uniquingKeysWith: { first, _ in first })
    var known = StandingLine.fold(declared, by: Key.init, ranks: ranks)
    var now: [LedgerLine] = []
    var waiting: [Key: [LedgerLine]] = [:]
    var order: [Key] = []
    for line in lines {
      let key = Key(line)
      guard known[key] != nil else {
        now.append(line)
        continue
      }
      if waiting[key] == nil { order.append(key) }
      waiting[key, default: []].append(line)
    }
    for key in order {
      var standing = known[key] ?? []
      waiting[key] = StandingLine.settle(waiting[key] ?? [], &standing)
      known[key] = standing
    }
    unrated.removeAll { line in
      let key = Key(line)
      guard var standing = known[key], !standing.isEmpty else { return false }
      let was = standing.removeFirst()
      known[key] = standing
      return was.line.amount == line.amount
    }
    for key in order + declared.map(Key.init) {
      now += (known.removeValue(forKey: key) ?? []).map {
        $0.takenBack(chargedIn: next(after: $0.line))
      }
      now += waiting.removeValue(forKey: key) ?? []
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

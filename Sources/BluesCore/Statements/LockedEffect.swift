/// A kind of record that statements add up, or that decides what they add up.
package protocol DeclaredRecord: Record {}

extension CostLine: DeclaredRecord {}
extension Person: DeclaredRecord {}
extension PersonRate: DeclaredRecord {}

/// What a change does to periods that are locked: it becomes an adjustment of a later one.
package struct LockedEffect: Sendable {
  /// What was incurred in a locked period and is declared later, or nowhere.
  private struct Key: Hashable {
    let incurred: String
    /// The open period that declares it; nil where none follows.
    let charged: String?
    let source: String
  }

  /// The sums in cents before the change; nil where no period is locked, or they cannot be worked out.
  private let before: [Key: Int64]?

  package init(_ store: Store) throws {
    before = try Self.ledger(store).map(Self.sums)
  }

  /// What is said beside the answer of the change, a sentence for each pair of periods.
  package func remarks(in store: Store, of source: String? = nil) throws -> [String] {
    guard let before, let ledger = try Self.ledger(store) else { return [] }
    let after = Self.sums(ledger)
    let changed = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    guard !changed.isEmpty else {
      let declared = ledger.lines.first { $0.source == source && !ledger.isOpen($0.charged) }
      return declared.map { ["\($0.charged) is locked: its statement stays as it is."] } ?? []
    }
    let told = changed.map { key in
      guard let charged = key.charged else {
        return "\(key.incurred) is locked and no open period follows: this is in no statement. "
          + "Open it again: blues report period reopen \(key.incurred) --because \"…\". Or add a "
          + "period: blues project period add --to MONTH"
      }
      return after[key, default: 0] == 0
        ? "\(key.incurred) is locked: the adjustment of \(charged) goes away."
        : "\(key.incurred) is locked: this becomes an adjustment of \(charged)."
    }
    return Set(told).sorted()
  }

  /// A change is never refused because figures cannot be worked out: it may be what mends them.
  private static func ledger(_ store: Store) throws -> Ledger? {
    guard try store.reportingPeriods().hasLocks else { return nil }
    return try? store.statements.ledgerIfAny(withUnrated: true)
  }

  private static func sums(_ ledger: Ledger) -> [Key: Int64] {
    var sums: [Key: Int64] = [:]
    for line in ledger.lines where !ledger.isOpen(line.incurred) && ledger.isOpen(line.charged) {
      let key = Key(incurred: line.incurred, charged: line.charged, source: line.source)
      sums[key, default: 0] += line.euro.cents
    }
    for line in ledger.late {
      sums[Key(incurred: line.incurred, charged: nil, source: line.source), default: 0] +=
        line.euro.cents
    }
    return sums
  }
}

extension Ledger {
  /// Whether a period of a name is open.
  func isOpen(_ name: String) -> Bool {
    periods.all.contains { $0.name == name && $0.state == .open }
  }

  /// How many lines that were incurred in a period are declared later, or nowhere, by the period that
  /// declares them: what comes back to it when it is opened again.
  package func adjustments(of period: String) -> [(charged: String?, count: Int)] {
    let later = lines.filter { $0.incurred == period && $0.charged != period && isOpen($0.charged) }
    let counts = Dictionary(grouping: later, by: \.charged).mapValues(\.count)
    let lost = late.count { $0.incurred == period }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
      + (lost == 0 ? [] : [(nil, lost)])
  }
}

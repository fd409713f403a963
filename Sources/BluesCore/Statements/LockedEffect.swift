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
    let partner: String
    let category: String
    let workPackage: Int?
    /// Whether it is of the locked period itself; else of an open one, and declared before.
    let isAdjustment: Bool

    init(_ line: LedgerLine, of incurred: String, in charged: String?) {
      self.incurred = incurred
      self.charged = charged
      (source, partner) = (line.source, line.partner)
      (category, workPackage) = (line.category, line.workPackage)
      isAdjustment = incurred == line.incurred
    }
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
    return Dictionary(grouping: changed) { Place(incurred: $0.incurred, charged: $0.charged) }
      .map { place, keys in
        guard let charged = place.charged else {
          return "\(place.incurred) is locked and no open period follows: this is in no statement. "
            + "Open it again: blues report period reopen \(place.incurred) --because \"…\". Or add a "
            + "period: blues project period add --to MONTH"
        }
        return keys.allSatisfy { after[$0, default: 0] == 0 }
          ? "\(place.incurred) is locked: the adjustment of \(charged) goes away."
          : "\(place.incurred) is locked: this becomes an adjustment of \(charged)."
      }.sorted()
  }

  /// The period whose lock a change meets, and the one that declares it.
  private struct Place: Hashable {
    let incurred: String
    let charged: String?
  }

  /// A change is never refused because figures cannot be worked out: it may be what mends them.
  private static func ledger(_ store: Store) throws -> Ledger? {
    guard try store.reportingPeriods().hasLocks else { return nil }
    return try? store.statements.ledgerIfAny(withUnrated: true)
  }

  private static func sums(_ ledger: Ledger) -> [Key: Int64] {
    var sums: [Key: Int64] = [:]
    // A line of an open period may have been declared in a later one that is locked.
    var declaring: [String: String] = [:]
    for line in ledger.lines where !ledger.isOpen(line.charged) {
      declaring[line.source] = line.charged
    }
    for line in ledger.lines where ledger.isOpen(line.charged) {
      let locked = ledger.isOpen(line.incurred) ? declaring[line.source] : line.incurred
      guard let locked else { continue }
      let key = Key(line, of: locked, in: line.charged)
      sums[key, default: 0] += line.euro.cents
    }
    for line in ledger.late {
      let key = Key(line, of: line.incurred, in: nil)
      sums[key, default: 0] += line.euro.cents
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

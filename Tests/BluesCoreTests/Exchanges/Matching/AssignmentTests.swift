import Testing

@testable import BluesCore

@Suite struct `The assignment of visitors to hosts` {
  /// A small table made up by chance.
  private struct Case {
    let rows: Int
    let columns: Int
    var costs: [Int32] = []
    var capacity: [Int32] = []
    var limits: ConstrainedAssignment.Limits

    init(_ chance: inout SplitMix64, most: Int) {
      rows = chance.upTo(most + 1)
      columns = 1 + chance.upTo(most)
      let range = chance.pick([3, 40, 10_001])
      for _ in 0..<rows * columns {
        costs.append(chance.upTo(4) == 0 ? Assignment.never : -Int32(chance.upTo(range)))
      }
      for _ in 0..<columns { capacity.append(Int32(chance.upTo(4))) }
      limits = .init(rowGroups: [], columnGroups: [])
      limits.rowGroups = (0..<rows).map { _ in chance.upTo(3) - 1 }
      limits.columnGroups = (0..<columns).map { _ in chance.upTo(4) - 1 }
      limits.mostOfRows = chance.pick([nil, 0, 1, 2])
      limits.mostOfColumns = chance.pick([nil, 1, 2, 3])
    }

    /// Every way tried: the most score there can be.
    func best(_ row: Int = 0, _ taken: [Int] = [], limited: Bool) -> Int {
      guard row < rows else { return 0 }
      var most = best(row + 1, taken + [-1], limited: limited)
      for column in 0..<columns where costs[row * columns + column] != Assignment.never {
        let now = taken + [column]
        guard isAllowed(now, limited: limited) else { continue }
        most = max(
          most, best(row + 1, now, limited: limited) - Int(costs[row * columns + column]))
      }
      return most
    }

    func isAllowed(_ taken: [Int], limited: Bool) -> Bool {
      for column in Set(taken) where column >= 0 {
        if taken.count(where: { $0 == column }) > Int(capacity[column]) { return false }
      }
      guard limited else { return true }
      let placed = taken.indices.filter { taken[$0] >= 0 }
      let byRow = Dictionary(grouping: placed) { limits.rowGroups[$0] }
      let byColumn = Dictionary(grouping: placed) { limits.columnGroups[taken[$0]] }
      return byRow.allSatisfy { $0.key < 0 || $0.value.count <= limits.mostOfRows ?? .max }
        && byColumn.allSatisfy { $0.key < 0 || $0.value.count <= limits.mostOfColumns ?? .max }
    }

    func score(_ column: [Int32]) -> Int {
      column.enumerated().reduce(0) { sum, one in
        one.element < 0 ? sum : sum - Int(costs[one.offset * columns + Int(one.element)])
      }
    }

    func fits(_ column: [Int32], limited: Bool) -> Bool {
      let isKnown = column.enumerated().allSatisfy {
        $0.element < 0 || costs[$0.offset * columns + Int($0.element)] != Assignment.never
      }
      return isKnown && isAllowed(column.map(Int.init), limited: limited)
    }

    var solved: [Int32] {
      Assignment.solve(rows: rows, columns: columns, costs: costs, capacity: capacity)
    }

    func spread(_ limits: ConstrainedAssignment.Limits) -> [Int32] {
      ConstrainedAssignment.solve(
        rows: rows, columns: columns, costs: costs, capacity: capacity, limits: limits)
    }

    var unlimited: ConstrainedAssignment.Limits {
      .init(rowGroups: limits.rowGroups, columnGroups: limits.columnGroups)
    }
  }

  @Test(arguments: 0..<20)
  func `it is the best there is, among all ways`(_ batch: Int) {
    for seed in batch * 50..<batch * 50 + 50 {
      var chance = SplitMix64(seed: seed)
      let table = Case(&chance, most: 4)
      let found = table.solved
      #expect(table.fits(found, limited: false), "seed \(seed)")
      #expect(table.score(found) == table.best(limited: false), "seed \(seed)")
      #expect(found == table.solved)
    }
  }

  @Test(arguments: 0..<20)
  func `with limits it is the best there is, among all ways`(_ batch: Int) {
    for seed in batch * 50..<batch * 50 + 50 {
      var chance = SplitMix64(seed: 9_000 + seed)
      let table = Case(&chance, most: 4)
      let found = table.spread(table.limits)
      #expect(table.fits(found, limited: true), "seed \(seed)")
      #expect(table.score(found) == table.best(limited: true), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<20)
  func `both ways of solving agree on larger tables`(_ batch: Int) {
    for seed in batch * 5..<batch * 5 + 5 {
      var chance = SplitMix64(seed: 20_000 + seed)
      let table = Case(&chance, most: 30)
      let (one, other) = (table.solved, table.spread(table.unlimited))
      #expect(table.fits(one, limited: false), "seed \(seed)")
      #expect(table.score(one) == table.score(other), "seed \(seed)")
    }
  }

  @Test func `the best in all is not the best for each`() throws {
    var hosts = [MatchDraft(host: 1), MatchDraft(host: 2)]
    (hosts[0].sectors, hosts[1].sectors) = ("water; filters", "water")
    var visitors = [MatchDraft(visitor: 3), MatchDraft(visitor: 4)]
    (visitors[0].sectors, visitors[1].sectors) = ("water", "water; filters")
    let matches = Matches(
      catalogue: try .of(hosts + visitors), today: try .of("2021-03-31"))
    let found = try matches.assigned()
    #expect(found.matches.map(\.host) == ["Org 2", "Org 1"])
    #expect(found.matches.map(\.score) == [5_500, 5_500])
    #expect(found.total == 11_000)
    #expect(try matches.assigned(mostPerCountry: 1).matches.map(\.visitor).count == 1)
    #expect(try matches.assigned(mostPerPartner: 0).total == 11_000)
    for index in visitors.indices { visitors[index].partner = 9 }
    let managed = Matches(catalogue: try .of(hosts + visitors), today: try .of("2021-03-31"))
    #expect(try managed.assigned(mostPerPartner: 1).total == 5_500)
    #expect(try managed.assigned(mostPerPartner: 0).matches == [])
  }
}

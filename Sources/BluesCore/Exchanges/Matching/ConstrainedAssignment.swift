/// The best assignment where no more than so many visitors of one partner and no more than so
/// many in one country shall be proposed.
///
/// A flow of visitors from their partner over a host to the host's country, made greater along
/// the way that gains most until no way gains anything: exact, and slower than `Assignment`.
struct ConstrainedAssignment {
  /// A group of rows or columns for each, and the most of a group; -1 is no group, without limit.
  struct Limits {
    var rowGroups: [Int]
    var mostOfRows: Int?
    var columnGroups: [Int]
    var mostOfColumns: Int?
  }

  private let rows: Int
  private let columns: Int
  private let costs: [Int32]
  private let capacity: [Int32]
  private let limits: Limits
  private var column: [Int32]
  private var load: [Int32]
  private var rowLoad: [Int]
  private var columnLoad: [Int]
  private let nodes: Nodes
  /// Prices, by which no way costs less than nothing.
  private var price: [Int]

  /// The numbers of the nodes: rows, columns, groups of rows, groups of columns, the end.
  private struct Nodes {
    let rows: Int
    let columns: Int
    let rowGroups: Int
    let columnGroups: Int

    var firstRowGroup: Int { rows + columns }
    var firstColumnGroup: Int { firstRowGroup + rowGroups }
    var end: Int { firstColumnGroup + columnGroups }
    var count: Int { end + 1 }
  }

  /// Solves a table of costs that are negative scores; `Assignment.never` keeps a pair apart.
  static func solve(
    rows: Int, columns: Int, costs: [Int32], capacity: [Int32], limits: Limits
  ) -> [Int32] {
    var spread = ConstrainedAssignment(rows, columns, costs, capacity, limits)
    while spread.augment() {}
    return spread.column
  }

  private init(
    _ rows: Int, _ columns: Int, _ costs: [Int32], _ capacity: [Int32], _ limits: Limits
  ) {
    self.rows = rows
    self.columns = columns
    self.costs = costs
    self.capacity = capacity
    self.limits = limits
    nodes = Nodes(
      rows: rows, columns: columns, rowGroups: (limits.rowGroups.max() ?? -1) + 1,
      columnGroups: (limits.columnGroups.max() ?? -1) + 1)
    column = Array(repeating: -1, count: rows)
    load = Array(repeating: 0, count: columns)
    rowLoad = Array(repeating: 0, count: nodes.rowGroups)
    columnLoad = Array(repeating: 0, count: nodes.columnGroups)
    price = Array(repeating: 0, count: nodes.count)
    begin()
  }

  /// Prices of the first round: the least cost at which each node is reached while nobody is
  /// placed.
  private mutating func begin() {
    var nearest = Array(repeating: 0, count: columns)
    for row in 0..<rows {
      for index in 0..<columns where costs[row * columns + index] != Assignment.never {
        nearest[index] = min(nearest[index], Int(costs[row * columns + index]))
      }
    }
    for index in 0..<columns {
      price[rows + index] = nearest[index]
      let group = limits.columnGroups[index]
      if group >= 0 {
        let node = nodes.firstColumnGroup + group
        price[node] = min(price[node], nearest[index])
      }
      price[nodes.end] = min(price[nodes.end], nearest[index])
    }
  }

  /// Places one more visitor where that gains something; false when nothing more is gained.
  private mutating func augment() -> Bool {
    let search = shortestWay()
    let end = nodes.end
    guard search.distance[end] < Int.max else { return false }
    for node in price.indices {
      price[node] += min(search.distance[node], search.distance[end])
    }
    guard price[end] < 0 else { return false }
    var node = end
    var way: [Int] = []
    while node >= 0 {
      way.append(node)
      node = search.before[node]
    }
    follow(way.reversed())
    return true
  }

  /// Dijkstra over the nodes, with the distances counted from the prices.
  private func shortestWay() -> (distance: [Int], before: [Int]) {
    var distance = Array(repeating: Int.max, count: nodes.count)
    var before = Array(repeating: -1, count: nodes.count)
    var isDone = Array(repeating: false, count: nodes.count)
    func reach(_ node: Int, _ at: Int, from: Int) {
      if at < distance[node] {
        distance[node] = at
        before[node] = from
      }
    }
    for row in 0..<rows where limits.rowGroups[row] < 0 && column[row] < 0 {
      reach(row, -price[row], from: -1)
    }
    for group in 0..<nodes.rowGroups where rowLoad[group] < limits.mostOfRows ?? Int.max {
      reach(nodes.firstRowGroup + group, -price[nodes.firstRowGroup + group], from: -1)
    }
    while true {
      var node = -1
      for candidate in 0..<nodes.count
      where !isDone[candidate] && distance[candidate] < Int.max {
        if node < 0 || distance[candidate] < distance[node] { node = candidate }
      }
      guard node >= 0, node != nodes.end else { break }
      isDone[node] = true
      eachWay(from: node) { next, cost in
        guard !isDone[next] else { return }
        reach(next, distance[node] + cost + price[node] - price[next], from: node)
      }
    }
    return (distance, before)
  }

  /// The nodes that can be gone to, and at which cost.
  private func eachWay(from node: Int, _ body: (Int, Int) -> Void) {
    if node < rows {
      let start = node * columns
      for index in 0..<columns
      where costs[start + index] != Assignment.never && Int(column[node]) != index {
        body(rows + index, Int(costs[start + index]))
      }
      let group = limits.rowGroups[node]
      if group >= 0, column[node] >= 0 { body(nodes.firstRowGroup + group, 0) }
    } else if node < nodes.firstRowGroup {
      let index = node - rows
      for row in 0..<rows where Int(column[row]) == index {
        body(row, -Int(costs[row * columns + index]))
      }
      guard load[index] < capacity[index] else { return }
      let group = limits.columnGroups[index]
      body(group < 0 ? nodes.end : nodes.firstColumnGroup + group, 0)
    } else if node < nodes.firstColumnGroup {
      let group = node - nodes.firstRowGroup
      for row in 0..<rows where limits.rowGroups[row] == group && column[row] < 0 { body(row, 0) }
    } else {
      let group = node - nodes.firstColumnGroup
      if columnLoad[group] < limits.mostOfColumns ?? Int.max { body(nodes.end, 0) }
      for index in 0..<columns where limits.columnGroups[index] == group && load[index] > 0 {
        body(rows + index, 0)
      }
    }
  }

  /// Places and moves along a way from its beginning to the end.
  private mutating func follow(_ way: [Int]) {
    if way[0] >= nodes.firstRowGroup { rowLoad[way[0] - nodes.firstRowGroup] += 1 }
    for (node, next) in zip(way, way.dropFirst()) {
      switch (node, next) {
      case (..<rows, rows..<nodes.firstRowGroup): column[node] = Int32(next - rows)
      case (..<rows, _): column[node] = -1
      case (rows..<nodes.firstRowGroup, nodes.firstColumnGroup...): load[node - rows] += 1
      case (nodes.firstColumnGroup..<nodes.end, nodes.end):
        columnLoad[node - nodes.firstColumnGroup] += 1
      case (nodes.firstColumnGroup..<nodes.end, _): load[next - rows] -= 1
      default: break
      }
    }
  }
}

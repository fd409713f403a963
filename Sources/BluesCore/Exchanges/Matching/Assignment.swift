/// Gives every visitor one host or none so that the scores add up to the most there is.
///
/// Shortest augmenting paths over a full table, with so many places in each column instead of so
/// many copies of it (Jonker and Volgenant 1987, as Crouse 2016 writes it down). A visitor may
/// always stay without a host, which is worth nothing.
struct Assignment {
  /// What stands in the table for a pair that is kept apart: more than any path can cost.
  static let never: Int32 = 1 << 28

  /// Hosts each taken by a row; -1 for none.
  private(set) var column: [Int32]
  private let columns: Int
  private let costs: [Int32]
  private let capacity: [Int32]
  private var load: [Int32]
  /// The rows of each column lie together, from the column's start on.
  private var members: [Int32]
  private let starts: [Int]
  private var slot: [Int]
  /// Prices that every reduced cost is counted from.
  private var rowPrice: [Int32]
  private var columnPrice: [Int32]
  private var distance: [Int32]
  private var before: [Int32]
  private var open: [Int32]

  /// Solves a table, row after row, of costs that are negative scores.
  static func solve(rows: Int, columns: Int, costs: [Int32], capacity: [Int32]) -> [Int32] {
    var assignment = Assignment(rows, columns, costs, capacity)
    let waiting = assignment.begin()
    for row in waiting { assignment.place(row) }
    return assignment.column
  }

  private init(_ rows: Int, _ columns: Int, _ costs: [Int32], _ capacity: [Int32]) {
    self.columns = columns
    self.costs = costs
    self.capacity = capacity.map { min($0, Int32(rows)) }
    column = Array(repeating: -1, count: rows)
    slot = Array(repeating: 0, count: rows)
    rowPrice = Array(repeating: 0, count: rows)
    load = Array(repeating: 0, count: columns)
    columnPrice = Array(repeating: 0, count: columns)
    distance = Array(repeating: 0, count: columns)
    before = Array(repeating: 0, count: columns)
    open = []
    open.reserveCapacity(columns)
    var starts = [0]
    for places in self.capacity { starts.append(starts[starts.count - 1] + Int(places)) }
    self.starts = starts
    members = Array(repeating: -1, count: starts[starts.count - 1])
  }

  /// Gives each row its best column while there is room; answers with those that wait.
  private mutating func begin() -> [Int] {
    var waiting: [Int] = []
    for row in column.indices {
      var best = -1
      var least: Int32 = 0
      for index in 0..<columns where costs[row * columns + index] < least {
        guard capacity[index] > 0 else { continue }
        least = costs[row * columns + index]
        best = index
      }
      guard best >= 0 else { continue }
      rowPrice[row] = least
      if load[best] < capacity[best] {
        sit(row, best, starts[best] + Int(load[best]))
        load[best] += 1
      } else {
        waiting.append(row)
      }
    }
    return waiting
  }

  private mutating func sit(_ row: Int, _ place: Int, _ at: Int) {
    column[row] = Int32(place)
    slot[row] = at
    members[at] = Int32(row)
  }

  /// Finds the cheapest way to place one more row, and moves the others along it.
  private mutating func place(_ row: Int) {
    var scanned: [(row: Int, at: Int32)] = []
    var settled: [Int] = []
    var bestLeft = Int32.max
    var leaver = row
    open.removeAll(keepingCapacity: true)
    for index in 0..<columns where capacity[index] > 0 {
      distance[index] = Int32.max
      open.append(Int32(index))
    }
    var queue: [(row: Int, at: Int32)] = [(row, 0)]
    var end = -1
    var reached: Int32 = 0
    while end < 0 {
      var nearest = -1
      for (position, next) in queue.enumerated() {
        scanned.append(next)
        if next.at - rowPrice[next.row] < bestLeft {
          bestLeft = next.at - rowPrice[next.row]
          leaver = next.row
        }
        let found = relax(next.row, next.at, isLast: position == queue.count - 1)
        nearest = found
      }
      queue.removeAll(keepingCapacity: true)
      guard nearest >= 0, case let index = Int(open[nearest]), distance[index] < bestLeft else {
        reached = bestLeft
        break
      }
      reached = distance[index]
      open.swapAt(nearest, open.count - 1)
      open.removeLast()
      if load[index] < capacity[index] {
        end = index
      } else {
        settled.append(index)
        for at in starts[index]..<starts[index + 1] {
          queue.append((Int(members[at]), reached))
        }
      }
    }
    for (row, at) in scanned { rowPrice[row] += reached - at }
    for index in settled { columnPrice[index] -= reached - distance[index] }
    shift(row, to: end, leaver: leaver)
  }

  /// Looks from a row at every open column; answers with the nearest, after the last row.
  private mutating func relax(_ row: Int, _ at: Int32, isLast: Bool) -> Int {
    let base = at - rowPrice[row]
    let columns = columns
    var nearest = -1
    var least = Int32.max
    costs.withUnsafeBufferPointer { costs in
      columnPrice.withUnsafeBufferPointer { price in
        distance.withUnsafeMutableBufferPointer { distance in
          before.withUnsafeMutableBufferPointer { before in
            open.withUnsafeBufferPointer { open in
              let start = row * columns
              for position in 0..<open.count {
                let index = Int(open[position])
                let way = base &+ costs[start &+ index] &- price[index]
                if way < distance[index] {
                  distance[index] = way
                  before[index] = Int32(truncatingIfNeeded: row)
                }
                if distance[index] < least {
                  least = distance[index]
                  nearest = position
                }
              }
            }
          }
        }
      }
    }
    return isLast ? nearest : -1
  }

  /// Moves each row on the way to its new column: from the end back to the row that came.
  private mutating func shift(_ row: Int, to end: Int, leaver: Int) {
    var at = 0
    var next = end
    if end >= 0 {
      at = starts[end] + Int(load[end])
      load[end] += 1
    } else {
      guard leaver != row else { return }
      next = Int(column[leaver])
      at = slot[leaver]
      column[leaver] = -1
    }
    while true {
      let mover = Int(before[next])
      let left = Int(column[mover])
      let room = slot[mover]
      sit(mover, next, at)
      guard mover != row else { return }
      next = left
      at = room
    }
  }
}

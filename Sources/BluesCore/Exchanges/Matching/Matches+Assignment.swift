extension Matches {
  /// All open visitors and hosts matched at once, with the most score there is in all.
  package struct Proposals: Sendable {
    /// In the order of the visitors' registration.
    package let matches: [Match]
    /// Hundredths of a point.
    package let total: Int
    package let visitors: Int
    package let hosts: Int
  }

  /// Pairs that are solved at once at most: they are held in memory, four bytes each.
  static let mostPairs = 250_000_000

  /// Proposes a host for every visitor so that the scores add up to the most there is.
  ///
  /// With limits, at most so many visitors of one managing partner, and at most so many visits
  /// to one country, are proposed.
  package func assigned(
    mostPerPartner: Int? = nil, mostPerCountry: Int? = nil
  ) throws(MatchProblem) -> Proposals {
    let places = catalogue.hosts.indices.filter { catalogue.hosts[$0].blocks.isEmpty }
    let visitors = catalogue.visitors.indices.filter { catalogue.visitors[$0].blocks.isEmpty }
    guard visitors.count * places.count <= Self.mostPairs else {
      throw .tooManyPairs(visitors: visitors.count, hosts: places.count)
    }
    let capacity = places.map {
      Int32(clamping: catalogue.hosts[$0].capacity - catalogue.hosts[$0].taken)
    }
    var costs = [Int32](repeating: Assignment.never, count: visitors.count * places.count)
    fill(&costs, visitors, places)
    let column: [Int32]
    if mostPerPartner == nil, mostPerCountry == nil {
      column = Assignment.solve(
        rows: visitors.count, columns: places.count, costs: costs, capacity: capacity)
    } else {
      column = ConstrainedAssignment.solve(
        rows: visitors.count, columns: places.count, costs: costs, capacity: capacity,
        limits: .init(
          rowGroups: groups(visitors.map { catalogue.visitors[$0].partner }),
          mostOfRows: mostPerPartner,
          columnGroups: groups(places.map { Int64(catalogue.hosts[$0].country) }),
          mostOfColumns: mostPerCountry))
    }
    let pairs = zip(visitors, column).filter { $0.1 >= 0 }.map { visitor, column in
      MatchAssessment(catalogue, visitor: visitor, host: places[Int(column)])
    }
    return Proposals(
      matches: pairs.map { catalogue.match($0, from: today) },
      total: pairs.reduce(0) { $0 + $1.score(catalogue.weights) }, visitors: visitors.count,
      hosts: places.count)
  }

  /// Writes what each pair that fits costs: its score, below nothing.
  private func fill(_ costs: inout [Int32], _ visitors: [Int], _ places: [Int]) {
    var columnOf = [Int](repeating: -1, count: catalogue.hosts.count)
    for (column, place) in places.enumerated() { columnOf[place] = column }
    var search = HostSearch(catalogue, HostIndex(catalogue))
    for (row, visitor) in visitors.enumerated() {
      search.each(of: visitor, from: { 0 }) { score, place in
        costs[row * places.count + columnOf[place]] = -Int32(score)
      }
    }
  }

  /// A number for each distinct thing, in the order they come; -1 where there is none.
  private func groups(_ things: [Int64?]) -> [Int] {
    var numbers: [Int64: Int] = [:]
    return things.map { thing in
      guard let thing else { return -1 }
      if let known = numbers[thing] { return known }
      numbers[thing] = numbers.count
      return numbers.count - 1
    }
  }
}

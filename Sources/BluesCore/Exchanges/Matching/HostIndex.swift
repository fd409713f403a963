/// The hosts that take somebody, in the order in which their windows begin, and for each tag
/// those of them that have it.
struct HostIndex: Sendable {
  /// What each pair asks of a host, close together.
  private(set) var spots: ContiguousArray<Spot> = []
  private(set) var first: ContiguousArray<Int32> = []
  /// The latest end of a window so far.
  private(set) var latest: ContiguousArray<Int32> = []
  private(set) var subjects: TagIndex
  private(set) var offers: TagIndex
  private(set) var seeks: TagIndex
  private(set) var languages: TagIndex

  /// One host of the index.
  struct Spot: Sendable {
    /// The place in the catalogue.
    let place: Int32
    let first: Int32
    let last: Int32
    let country: Int32
    let category: Int32
    /// How many things it seeks.
    let seeks: Int32
    /// The row of its country in the calendar.
    let calendar: Int32
  }

  init(_ catalogue: MatchCatalogue) {
    let open = catalogue.hosts.indices.filter { catalogue.hosts[$0].blocks.isEmpty }
    let sorted = open.sorted {
      (catalogue.hosts[$0].first, $0) < (catalogue.hosts[$1].first, $1)
    }
    var reached = Int32.min
    for index in sorted {
      let host = catalogue.hosts[index]
      first.append(Int32(host.first))
      reached = max(reached, Int32(host.last))
      latest.append(reached)
      spots.append(
        Spot(
          place: Int32(index), first: Int32(host.first), last: Int32(host.last),
          country: Int32(host.country), category: host.category,
          seeks: Int32(host.range(.seeks).count), calendar: Int32(host.calendar)))
    }
    subjects = TagIndex(catalogue, sorted, .subjects)
    offers = TagIndex(catalogue, sorted, .offers)
    seeks = TagIndex(catalogue, sorted, .seeks)
    languages = TagIndex(catalogue, sorted, .languages)
  }

  /// The hosts whose window may hold a stay of so many days within another window.
  func range(first wanted: Int, last end: Int, days: Int) -> Range<Int> {
    let low = Self.partition(latest) { Int($0) >= wanted + days - 1 }
    let high = Self.partition(first) { Int($0) > end - days + 1 }
    return low..<max(low, high)
  }

  /// The first place from which on the condition holds.
  static func partition(_ values: ContiguousArray<Int32>, _ holds: (Int32) -> Bool) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if holds(values[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// For each tag of one list the hosts that have it, in the order of the index.
struct TagIndex: Sendable {
  private var starts: ContiguousArray<Int32>
  private(set) var hosts: ContiguousArray<Int32>

  fileprivate init(_ catalogue: MatchCatalogue, _ sorted: [Int], _ list: MatchProfile.List) {
    starts = ContiguousArray(repeating: 0, count: catalogue.tags.count + 1)
    for index in sorted {
      for place in catalogue.hosts[index].range(list) {
        starts[Int(catalogue.lists[place]) + 1] += 1
      }
    }
    for tag in 1..<max(1, starts.count) { starts[tag] += starts[tag - 1] }
    hosts = ContiguousArray(repeating: 0, count: Int(starts.last ?? 0))
    var next = starts
    for (position, index) in sorted.enumerated() {
      for place in catalogue.hosts[index].range(list) {
        let tag = Int(catalogue.lists[place])
        hosts[Int(next[tag])] = Int32(position)
        next[tag] += 1
      }
    }
  }

  /// Where the hosts of a tag stand that are within a range.
  func range(of tag: Int32, within range: Range<Int>) -> Range<Int> {
    func partition(_ bound: Int) -> Int {
      var low = Int(starts[Int(tag)])
      var high = Int(starts[Int(tag) + 1])
      while low < high {
        let middle = (low + high) / 2
        if Int(hosts[middle]) >= bound { high = middle } else { low = middle + 1 }
      }
      return low
    }
    return partition(range.lowerBound)..<partition(range.upperBound)
  }
}

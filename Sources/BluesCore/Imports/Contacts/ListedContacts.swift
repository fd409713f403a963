/// The contacts that the rows of a list are, each once.
struct ListedContacts {
  private(set) var ids: [Int64] = []
  private var seen: Set<Int64> = []

  mutating func add(_ id: Int64) {
    if seen.insert(id).inserted { ids.append(id) }
  }
}

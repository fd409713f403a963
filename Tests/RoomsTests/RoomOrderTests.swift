import Testing

/// Inside the core each room knows only the rooms before it.
@Suite struct `The order of the rooms` {
  /// Rooms of one line do not know each other.
  static let order: [Set<String>] = [
    ["Values"], ["Programme"], ["Store"], ["Project"], ["Records"], ["Partners"], ["WorkPackages"],
    ["Risks"], ["Exchanges"], ["Starting"], ["Imports", "Reports"],
  ]

  static func rank(_ room: String) -> Int? { order.firstIndex { $0.contains(room) } }

  @Test func `every file of the core is in a room`() {
    #expect(SourceFile.of("BluesCore").filter { Self.rank($0.room) == nil }.map(\.path) == [])
  }

  @Test func `no room speaks of a type of a later room`() {
    let core = SourceFile.of("BluesCore")
    var homes: [String: Set<String>] = [:]
    // A type inside another hides one of the same name elsewhere.
    var hidden: [String: Set<String>] = [:]
    for file in core {
      for type in Declaration.of(file) {
        if type.isTopLevel { homes[type.name, default: []].insert(file.room) }
        hidden[file.room, default: []].insert(type.name)
      }
    }
    var breaches: Set<String> = []
    for file in core {
      for word in file.code.flatMap({ SourceFile.words($0) }) {
        guard let rooms = homes[String(word)], hidden[file.room]?.contains(String(word)) != true,
          let here = Self.rank(file.room)
        else { continue }
        for room in rooms where Self.rank(room).map({ $0 >= here }) == true {
          breaches.insert("\(file.path) speaks of \(word) of \(room)")
        }
      }
    }
    #expect(breaches.sorted() == [])
  }
}

import Testing

/// Inside the core each room knows only the rooms before it.
@Suite struct `The order of the rooms` {
  /// Rooms of one line do not know each other.
  static let order: [Set<String>] = [
    ["Values"], ["Programme"], ["Store"], ["Project", "Files"], ["Records", "ExchangeRates"],
    ["Partners"], ["WorkPackages"],
    ["Risks", "Effort", "GrantPayments"], ["Persons"], ["Timesheets"], ["Baselines", "Texts"],
    ["Exchanges"], ["Activities", "Labels"], ["Indicators"],
    ["Budget"], ["Costs"], ["Statements"], ["Periods"], ["Evidence"], ["Privacy"],
    ["Parcels"], ["Agenda", "Finding", "Setup"],
    ["Imports", "Reports", "Backups", "Integrity", "Dumps"],
    ["Layouts"],
  ]

  /// The folders inside the largest rooms; `""` has the files that are in none of them.
  static let inner: [String: [Set<String>]] = [
    "Partners": [[""], ["Organisations"], ["Contacts"], ["Duplicates"]],
    "Exchanges": [
      ["Profiles"], [""], ["Matching", "Payments", "Papers", "Rules"], ["Steps"],
      ["Agreements", "Audit", "Calendar", "Feedback"], ["Overview"],
    ],
    "Parcels": [
      ["Keys"], ["Copies"], ["Scope"], ["Submitting"], ["Making"], ["Receiving"], ["Reviewing"],
    ],
    "Imports": [
      ["TOML"], ["Mapping"], [""], ["Contacts"], ["Records"], ["Costs", "Timesheets"],
      ["Exchanges", "Reconciling", "ExchangeRates"], ["Workbooks"],
    ],
  ]

  static func rank(_ room: String) -> Int? { order.firstIndex { $0.contains(room) } }

  @Test func `every file of the core is in a room`() {
    #expect(SourceFile.of("BluesCore").filter { Self.rank($0.room) == nil }.map(\.path) == [])
  }

  @Test func `no room speaks of a type of a later room`() {
    let core = SourceFile.of("BluesCore")
    #expect(Self.breaches(core, \.room, rank: Self.rank) == [])
  }

  @Test(arguments: inner.keys.sorted())
  func `inside a room, too, each folder knows only those before it`(room: String) throws {
    let order = try #require(Self.inner[room])
    let files = SourceFile.of("BluesCore").filter { $0.room == room }
    #expect(Set(files.map(\.innerRoom)) == Set(order.joined()))
    let rank = { folder in order.firstIndex { $0.contains(folder) } }
    #expect(Self.breaches(files, \.innerRoom, rank: rank) == [])
  }

  /// Where a file speaks of a type of a room that is not before its own.
  static func breaches(
    _ files: [SourceFile], _ room: (SourceFile) -> String, rank: (String) -> Int?
  ) -> [String] {
    var homes: [String: Set<String>] = [:]
    // A type inside another hides one of the same name elsewhere.
    var hidden: [String: Set<String>] = [:]
    for file in files {
      for type in Declaration.of(file) {
        if type.isTopLevel { homes[type.name, default: []].insert(room(file)) }
        hidden[room(file), default: []].insert(type.name)
      }
    }
    var breaches: Set<String> = []
    for file in files {
      for word in file.code.flatMap({ SourceFile.words($0) }) {
        guard let rooms = homes[String(word)], !rooms.contains(room(file)),
          hidden[room(file)]?.contains(String(word)) != true, let here = rank(room(file))
        else { continue }
        for room in rooms where rank(room).map({ $0 >= here }) == true {
          breaches.insert("\(file.path) speaks of \(word) of \(room)")
        }
      }
    }
    return breaches.sorted()
  }
}

import Testing

@testable import BluesCore

@Suite struct `Profiles changed and assessed` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-02-01")
    _ = try store.organisations.add("Aqua", .init(country: .init("ES"), cluster: "ZINNAE"))
    _ = try store.profiles.add("Aqua", .init(role: .visitor, category: "PYME"))
  }

  func set(_ change: (inout Profiles.Draft) -> Void) throws -> Profile {
    var draft = Profiles.Draft(role: .visitor)
    change(&draft)
    return try store.profiles.set("Aqua", draft)
  }

  @Test func `everyday words become the scheme's codes, lists one form`() throws {
    #expect(try store.profiles.of("Aqua").map(\.category) == ["sme"])
    let changed = try set {
      $0.sectors = " water ;sensors|  ; irrigation "
      $0.activities = "Capacity building|networking"
      $0.preferredCountries = "Germany; fr; Česko"
      $0.coordinates = "41.6488, -0.8891"
      $0.hasCV = true
    }
    #expect(changed.sectors == "water; sensors; irrigation")
    #expect(changed.activities == "capacity-building; networking")
    #expect(changed.preferredCountries == "DE; FR; CZ")
    #expect(changed.coordinates == "41.6488,-0.8891")
    #expect(changed.hasCV)
    #expect(changed.partner == "ZINNAE")
    #expect(changed.category == "sme")
  }

  @Test func `what cannot stand is refused and changes nothing`() throws {
    let before = try store.dump()
    #expect(
      throws: ProfileProblem.unknownActivity(
        "golf",
        known: [
          "capacity-building", "knowledge-sharing", "project-development", "market-research",
          "networking",
        ])
    ) { try set { $0.activities = "golf" } }
    #expect(throws: ProfileProblem.unknownCountry("Utopia")) {
      try set { $0.preferredCountries = "DE; Utopia" }
    }
    for text in ["91,0", "0,181", "north", "1,2,3", "nan,0", "1e1,0"] {
      #expect(throws: ProfileProblem.noCoordinates(text)) { try set { $0.coordinates = text } }
    }
    #expect(throws: ProfileProblem.noCapacity("-1")) { try set { $0.capacity = -1 } }
    #expect(throws: ProfileProblem.nothingToSet) { try set { _ in } }
    let window = ProfileProblem.windowEndsFirst(
      from: try .of("2021-05-01"), to: try .of("2021-04-01"))
    #expect(throws: window) {
      try store.profiles.set(
        "Aqua",
        {
          var draft = Profiles.Draft(role: .visitor)
          draft.availableFrom = try .of("2021-05-01")
          draft.availableTo = try .of("2021-04-01")
          return draft
        }())
    }
    #expect(
      window.message
        == "The time it is available would end on 2021-04-01, before it starts on 2021-05-01.")
    #expect(throws: ExchangeProblem.noProfile("Aqua", role: .host)) {
      try store.profiles.assess(
        "Aqua", as: .host, .accepted, on: .of("2021-02-01"), because: nil)
    }
    #expect(try store.dump() == before)
  }

  @Test func `it is assessed with the day and the reason, and undone`() throws {
    let before = try store.dump()
    let rejected = try store.profiles.assess(
      "Aqua", as: .visitor, .rejected, on: .of("2021-01-20"), because: "No cluster on ECCP")
    #expect(rejected.assessment == .rejected)
    #expect(rejected.assessedOn == (try .of("2021-01-20")))
    #expect(rejected.assessmentNote == "No cluster on ECCP")
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }

  @Test func `only a profile without exchanges is removed`() throws {
    _ = try store.organisations.add("Plasma", .init(country: .init("DE"), cluster: "BNPT"))
    _ = try store.profiles.add("Plasma", .init(role: .host, category: "cluster"))
    _ = try store.exchanges.propose(
      host: "Plasma", visitor: "Aqua", from: .of("2021-03-08"), to: .of("2021-03-12"))
    let used = ProfileProblem.inUse("Aqua", role: .visitor, exchanges: ["EX-001"])
    #expect(throws: used) { try store.profiles.remove("Aqua", as: .visitor) }
    #expect(used.message == "Aqua is the visitor of EX-001.")
    _ = try store.profiles.add("Aqua", .init(role: .host, category: "sme"))
    _ = try store.profiles.remove("Aqua", as: .host)
    #expect(try store.profiles.of("Aqua").map(\.role) == [.visitor])
  }
}

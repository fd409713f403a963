import Basics
import Testing

@testable import BluesCore

@Suite struct `The past` {
  /// A change at random; those that cannot be made just now are passed over.
  static func something(in store: Store, _ random: inout SplitMix64) throws {
    do {
      switch random.upTo(10) {
      case 0: try importList(store, &random)
      case 1, 2: try edit(store, &random)
      default: try random.pick(Change.all).make(store)
      }
    } catch is any Problem {}
  }

  /// A list of the same few people with other cities and organisations each time.
  static func importList(_ store: Store, _ random: inout SplitMix64) throws {
    var text = "id,organisation,name,city,phone,vat\n"
    for id in 1...8 where random.upTo(3) > 0 {
      let organisation = random.pick(["One", "Two", "Three", "Aguas Norte"])
      let city = random.pick(["Jaca", "Soria", "Łódź"])
      let vat = random.pick(["", "", "ESG10000008"])
      text += "\(id),\(organisation),Person \(id),\(city),,\(vat)\n"
    }
    try store.importContacts(text, .test(country: "ES", partner: "ZINNAE", source: "random"))
  }

  static func edit(_ store: Store, _ random: inout SplitMix64) throws {
    let contacts = try store.contacts.all()
    guard !contacts.isEmpty else { return }
    let values: [ContactField: String] = [
      random.pick([.city, .note, .organisation]): random.pick(["Brno", "One", "Gdańsk"])
    ]
    _ = try store.contacts.set(random.pick(contacts).code, ContactDraft(values))
  }

  @Test(arguments: 0..<3)
  func `undone all the way, every state comes by again, and every state is redone`(
    seed: Int
  ) throws {
    var random = SplitMix64(seed: seed)
    let store = try Store.rich()
    var states = [try store.dump()]
    for _ in 0..<25 {
      let steps = try store.history.steps().count
      try Self.something(in: store, &random)
      if try store.history.steps().count > steps { states.append(try store.dump()) }
    }
    for state in states.dropLast().reversed() {
      let undone = try store.history.undo()
      #expect(undone.kept == 0 && undone.failed == 0, "\(undone.step.summary)")
      #expect(try store.dump() == state, "\(undone.step.summary)")
    }
    for state in states.dropFirst() {
      let redone = try store.history.redo()
      #expect(try store.dump() == state, "\(redone.step.summary)")
    }
    #expect(throws: HistoryProblem.nothingToRedo) { try store.history.redo() }
  }

  @Test(arguments: 0..<3)
  func `every day is known as it was at its end`(seed: Int) throws {
    var random = SplitMix64(seed: seed + 100)
    let store = try Store.rich()
    var day = try Day.of("2020-09-01")
    var known: [(day: Day, state: [String], steps: [HistoryEntry])] = []
    for _ in 0..<25 {
      let now = try store.on(day.iso)
      switch random.upTo(6) {
      case 0: _ = try? now.history.undo()
      case 1: _ = try? now.history.redo()
      default: try Self.something(in: now, &random)
      }
      guard random.upTo(2) == 0 else { continue }
      known.append((day, try store.dump(), try store.history.steps()))
      day = day.adding(days: 1 + random.upTo(3))
    }
    let present = try store.dump()
    for (day, state, steps) in known {
      let then = try store.asKnown(on: day)
      #expect(try then.dump() == state, "\(day)")
      #expect(try then.history.steps() == steps, "\(day)")
      #expect(then.invocation.today == day)
    }
    #expect(try store.dump() == present)
  }

  @Test func `a day before the start knows no project`() throws {
    let then = try Store.rich().asKnown(on: .of("2020-01-31"))
    #expect(try then.dump() == [])
    #expect(throws: ProjectProblem.none) { try then.project.overview() }
  }

  @Test func `contacts are found by the words they had then`() throws {
    let store = try Store.blues(on: "2020-09-01")
    try store.importContacts(Store.firstList, Store.listRequest)
    try store.on("2020-09-05").importContacts(Store.nextList, Store.listRequest)
    let then = try store.asKnown(on: .of("2020-09-03"))
    #expect(try then.contacts.search("zaragoza").map(\.title) == ["Ana Gil"])
    #expect(try then.contacts.search("calatayud") == [])
  }
}

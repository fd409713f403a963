import Basics
import Documents
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

  @Test func `a day before the first entry is refused with the day of that entry`() throws {
    let early = try HistoryProblem.beforeStart(.of("2020-01-31"), first: .of("2020-02-01"))
    #expect(throws: early) { try Store.rich().asKnown(on: .of("2020-01-31")) }
    #expect(
      early.message == "Nothing was known on 2020-01-31: the history starts on 2020-02-01.")
    #expect(early.kind == .notFound)
    #expect(early.hint == "--at 2020-02-01, or a later date")
    #expect(try Store.rich().asKnown(on: .of("2020-02-01")).partners.all().count == 5)
  }

  /// The days of the changes that a page tells.
  static func days(_ blocks: [Block]) -> [Cell] {
    var days: [Cell] = []
    for case .table(let table, _) in blocks where table.noun == "changes" {
      days += table.rows.map { $0[0] }
    }
    return days
  }

  @Test func `a day ends where the user is`() throws {
    let store = try Store.blues(on: "2020-09-01")
    // Done at noon in Greenwich on 5 September, two hours after its end 14 hours to the east.
    _ = try store.on("2020-09-05", "workpackage set").workPackages
      .set(.init("WP1"), ["title": "Later"])
    let east = LocalDays(
      end: { "\($0)T09:59:59Z" }, day: { Day(iso: String($0.prefix(10)))?.adding(days: 1) })
    var there = store
    there.invocation.days = east
    let title = { (store: Store, day: String) in
      try store.asKnown(on: .of(day)).workPackages.one(.init("WP1")).title
    }
    #expect(try title(store, "2020-09-05") == "Later")
    #expect(try title(there, "2020-09-05") == title(store, "2020-09-04"))
    #expect(try title(there, "2020-09-06") == "Later")
    let early = try HistoryProblem.beforeStart(.of("2020-02-01"), first: .of("2020-02-02"))
    #expect(throws: early) { try there.asKnown(on: .of("2020-02-01")) }
    there.invocation.today = try .of("2020-09-06")
    #expect(
      try Self.days(there.statusReport.document(["changed": 1]).blocks) == [.day("2020-09-06")])
    let plan = try there.workPackages.one(.init("WP1"))
    #expect(try Self.days(WorkPackage.register.changes(plan, in: there)) == [.day("2020-09-06")])
    #expect(try Self.days(WorkPackage.register.changes(plan, in: store)) == [.day("2020-09-05")])
  }

  @Test func `a clock that went back hides nothing of what stood there before`() throws {
    let store = try Store.blues(on: "2020-09-05")
    _ = try store.on("2020-08-01").partners.set(.init("AV"), ["city": "Nîmes"])
    _ = try store.on("2020-09-06").partners.set(.init("AV"), ["city": "Arles"])
    #expect(try store.asKnown(on: .of("2020-08-01")).partners.one(.init("AV")).city == "Nîmes")
    #expect(try store.asKnown(on: .of("2020-09-05")).partners.one(.init("AV")).city == "Nîmes")
    #expect(try store.asKnown(on: .of("2020-09-06")).partners.one(.init("AV")).city == "Arles")
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

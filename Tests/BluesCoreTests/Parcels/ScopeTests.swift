import Basics
import GRDB
import Testing

@testable import BluesCore

@Suite struct `What is shared` {
  @Test func `every table is in the list, or never leaves a copy`() throws {
    let store = try Store.blues()
    let all = try store.read { db in
      try String.fetchSet(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    }
    let listed = Set(SharedScope.tables.map(\.name))
    #expect(listed.isDisjoint(with: SharedScope.never))
    #expect(listed.count == SharedScope.tables.count)
    let search = all.filter { $0.hasPrefix("contact_search") }
    #expect(
      all.subtracting(listed).subtracting(SharedScope.never).subtracting(search).sorted() == [])
    #expect(listed.union(SharedScope.never).subtracting(all).sorted() == [])
  }

  @Test func `every table has its key, and every rule is SQL that can be asked`() throws {
    let store = try Store.blues()
    try store.read { db in
      for table in SharedScope.tables {
        #expect(try db.primaryKey(table.name).columns == ["id"], "\(table.name)")
        for condition in [table.owns("row"), table.reads("row")] {
          _ = try Int64.fetchAll(
            db, sql: "SELECT id FROM \(table.name) AS row WHERE (1 OR :me) AND \(condition)",
            arguments: ["me": 1])
        }
        let columns = Set(try db.columns(in: table.name).map(\.name))
        #expect(columns.isSuperset(of: table.withheld.map(\.column)), "\(table.name)")
      }
    }
  }

  @Test func `a parcel of the coordinator refers to nothing that it lacks`() throws {
    let store = try Store.rich()
    for code in ["ZINNAE", "NP", "MCICT", "AV"] {
      let parcel = try Store.empty(invocation: store.invocation)
      let broken = try store.read { db in
        let me = try Partner.id(code, in: db)
        return try parcel.queue.writeWithoutTransaction { inside in
          try inside.execute(sql: "PRAGMA foreign_keys = OFF")
          for table in SharedScope.tables {
            try ParcelRows.copy(
              table, where: table.reads("row"), of: me, isForOwner: false, from: db, to: inside)
          }
          return try Row.fetchAll(inside, sql: "PRAGMA foreign_key_check").map { "\($0)" }
        }
      }
      #expect(broken == [], "\(code)")
    }
  }

  @Test func `a partner's copy changes its own rows, and refuses those of others`() throws {
    let shared = try SharedProject()
    let np = try shared.open("np")
    _ = try np.costs.set(.init("K1"), ["note": "Second class"])
    _ = try np.costs.add(.init("K3000001"), SharedProject.cost("Ticket", 500))
    let plan = ScopeProblem.notOwn("work package WP1", copy: "NP", coordinator: "BNPT")
    #expect(throws: plan) { try np.workPackages.set(.init("WP1"), ["title": "Mine"]) }
    #expect(plan.kind == .notPermitted)
    #expect(plan.hint?.hasPrefix("ask BNPT to change work package WP1") == true)
    #expect(throws: ScopeProblem.self) {
      try np.costs.add(.init("K3000002"), SharedProject.cost("Theirs", 500, of: "AV"))
    }
    #expect(throws: ScopeProblem.self) { try np.costs.set(.init("K1"), ["partner": "AV"]) }
    #expect(throws: ScopeProblem.self) { try np.partners.set(.init("NP"), ["city": "Prague"]) }
    #expect(try shared.costs("np") == ["K1 First ticket 1000", "K3000001 Ticket 500"])
  }

  @Test func `a row that is removed has to be the partner's, too`() throws {
    let shared = try SharedProject()
    let bnpt = try shared.open("bnpt")
    _ = try bnpt.activities.add(
      .init("A1"), ["title": "Fair", "type": "meeting", "partners": "AV"])
    _ = try bnpt.activities.add(
      .init("A2"), ["title": "Visit", "type": "meeting", "partners": "NP"])
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    let np = try shared.open("np")
    #expect(throws: ScopeProblem.self) { try np.activities.remove(.init("A1")) }
    _ = try np.activities.remove(.init("A2"))
    _ = try np.costs.remove(.init("K1"))
    #expect(try np.activities.all().map(\.code.description) == ["A1"])
  }

  @Test func `two copies give no number twice`() throws {
    let shared = try SharedProject()
    let np = try shared.open("np")
    #expect(
      throws: ScopeProblem.otherNumber("cost", number: 2, copy: "NP", next: 3_000_001)
    ) { try np.costs.add(.init("K2"), SharedProject.cost("Ticket", 500)) }
    let bnpt = try shared.open("bnpt")
    #expect(
      throws: ScopeProblem.otherNumber("cost", number: 3_000_001, copy: "BNPT", next: 2)
    ) { try bnpt.costs.add(.init("K3000001"), SharedProject.cost("Ticket", 500)) }
    #expect(try shared.costs("np") == ["K1 First ticket 1000"])
  }

  @Test func `a partner that has parcels keeps its short name`() throws {
    let shared = try SharedProject()
    #expect(throws: ScopeProblem.nameInUse("NP")) {
      try shared.open("bnpt").partners.rename(.init("NP"), to: .init("NANO"), on: .of("2020-09-01"))
    }
    #expect(try shared.open("bnpt").partners.set(.init("NP"), ["name": "Nano"]).name == "Nano")
  }

  @Test func `an undo is not refused, and the history knows the organisation`() throws {
    let shared = try SharedProject()
    let bnpt = try shared.open("bnpt")
    _ = try bnpt.workPackages.set(.init("WP1"), ["title": "Training of all"])
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    let np = try shared.open("np")
    #expect(try np.workPackages.one(.init("WP1")).title == "Training of all")
    _ = try np.history.undo()
    #expect(try np.workPackages.one(.init("WP1")).title != "Training of all")
    #expect(Set(try np.history.steps().map(\.organisation)) == ["NP"])
    let packed = try #require(try bnpt.history.steps().first { $0.command == "share pack" }).id
    #expect(throws: HistoryProblem.shared(packed)) { try bnpt.history.undo(packed) }
    #expect(
      HistoryProblem.shared(3).message
        == "Step 3 cannot be undone: other copies of the project know of it.")
    #expect(try bnpt.history.steps().first?.organisation == "BNPT")
    #expect(try bnpt.history.steps().last?.organisation == nil)
  }
}

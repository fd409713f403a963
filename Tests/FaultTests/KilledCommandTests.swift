import Foundation
import Testing

/// What a command leaves that was killed at one of its calls.
@Suite struct `A killed command` {
  let importing = ["partner", "contact", "import", "list.csv"]
  let starting = ["init", "--template", "blues"]
  let submitting = ["workpackage", "deliverable", "submit", "D1.1"]

  @Test func `an import leaves all or nothing at 300 calls and more`() throws {
    let files = ["blues.db": try Stock.fresh(), "list.csv": Stock.list(rows: Stock.rows)]
    try sweep(importing, on: files, points: Stock.points) { before, after in
      before.contacts == 0 && after.contacts == Stock.rows && after.searched == Stock.rows
    }
  }

  @Test func `an import that updates every contact leaves all or nothing`() throws {
    let files = [
      "blues.db": try Stock.imported(), "list.csv": Stock.list(rows: 2000, city: "Nowe Żory"),
    ]
    try sweep(importing, on: files, points: min(100, Stock.points)) { before, after in
      before.contacts == 2000 && after.contacts == 2000 && before.words != after.words
    }
  }

  @Test func `merging contacts leaves all or nothing at every call`() throws {
    let merging = ["partner", "contact", "merge", "C1", "C2", "C3", "--yes"]
    try sweep(merging, on: ["blues.db": Stock.imported()], points: .max) { before, after in
      before.contacts == 2000 && after.contacts == 1998
    }
  }

  @Test func `taking an import back leaves all or nothing`() throws {
    let undoing = ["partner", "contact", "batch", "undo", "2"]
    try sweep(undoing, on: ["blues.db": Stock.imported()], points: min(60, Stock.points)) {
      before, after in before.contacts == 2000 && after.contacts == 0 && after.searched == 0
    }
  }

  @Test func `a process that dies importing leaves all or nothing`() throws {
    let files = ["blues.db": try Stock.fresh(), "list.csv": Stock.list(rows: 60)]
    let calls = try Workshop(files).calls(importing)
    let found = try Fault.spread(60, over: calls, [.kill, .torn]).map { fault in
      let shop = try Workshop(files)
      #expect(try shop.command(importing, fault: fault).run().wasKilled)
      return try isDone(
        shop, fault, before: Inspection(steps: 1),
        after: Inspection(contacts: 60, searched: 60, steps: 2))
    }
    #expect(isOneStep(found))
  }

  @Test func `undoing an import leaves all or nothing at 60 calls`() throws {
    let files = ["blues.db": try Stock.imported()]
    let found = try Stills.each(60, of: ["undo"], on: files) { point, shop in
      try isDone(
        shop, point, before: Inspection(contacts: 2000, searched: 2000, steps: 2),
        after: Inspection(steps: 3))
    }
    #expect(isOneStep(found))
  }

  @Test func `submitting a deliverable leaves all or nothing at every call`() throws {
    let files = ["blues.db": try Stock.planned()]
    let found = try Stills.each(.max, of: submitting, on: files) { point, shop in
      try isDone(
        shop, point, before: Inspection(steps: 2), after: Inspection(steps: 3, submitted: 1))
    }
    #expect(isOneStep(found))
  }

  @Test func `a new project is there wholly or not at all at every call`() throws {
    let found = try Stills.each(.max, of: starting, on: [:]) { point, shop in
      // What it was laid out in may stay, under a name that cannot be taken for a project.
      #expect(try shop.strays().allSatisfy { $0.hasPrefix("blues.db.new-") }, "\(point)")
      guard try shop.names().contains("blues.db") else { return false }
      #expect(try Inspection.of(shop.project) == Inspection(steps: 1), "\(point)")
      return true
    }
    #expect(isOneStep(found))
  }

  @Test func `what a killed start left does not stand in the way of the next`() throws {
    let calls = try Workshop().calls(starting)
    for fault in Fault.spread(12, over: calls, [.kill, .torn]) {
      let shop = try Workshop()
      #expect(try shop.command(starting, fault: fault).run().wasKilled)
      let isThere = try shop.names().contains("blues.db")
      #expect(try shop.command(starting).run().code == (isThere ? 5 : 0), "\(fault)")
      #expect(try Inspection.of(shop.project) == Inspection(steps: 1), "\(fault)")
    }
  }

  /// Kills a command at its calls, and expects the project as it was or as the command leaves it.
  private func sweep(
    _ words: [String], on files: [String: Data], points: Int,
    _ isMeant: (Inspection, Inspection) -> Bool
  ) throws {
    let untouched = try Workshop(files)
    let before = try Inspection.of(untouched.project, countingWords: true)
    #expect(try untouched.command(words).run().code == 0)
    let after = try Inspection.of(untouched.project, countingWords: true)
    #expect(isMeant(before, after) && after.steps == before.steps + 1, "\(before), \(after)")
    let found = try Stills.each(points, of: words, on: files) { point, shop in
      try isDone(shop, point, before: before, after: after)
    }
    #expect(found.count == points || points == .max)
    #expect(isOneStep(found))
  }

  /// Whether the change is there; that it is there wholly or not at all, and nothing beside it,
  /// is expected.
  private func isDone(
    _ shop: Workshop, _ fault: Fault, before: Inspection, after: Inspection
  ) throws -> Bool {
    let state = try Inspection.of(shop.project, countingWords: before.words != nil)
    #expect(state == before || state == after, "\(fault)")
    #expect(try shop.strays() == [], "\(fault)")
    return state == after
  }

  /// The change is absent up to one call and there from then on.
  private func isOneStep(_ found: [Bool]) -> Bool {
    let first = found.firstIndex(of: true) ?? found.endIndex
    return first > 0 && first < found.endIndex && found[first...].allSatisfy(\.self)
  }
}

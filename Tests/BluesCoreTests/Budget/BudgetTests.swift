import Testing

@testable import BluesCore

@Suite struct `The budget` {
  @Test func `a line has a partner, a category, perhaps a work package, and an amount`() throws {
    let store = try Store.blues()
    let line = try store.budget.add(
      .init("B1"),
      ["partner": "np", "category": "travel", "work_package": "3", "amount": "12 000,00"])
    #expect(line.partner == "NP")
    #expect(line.category == "D.1")
    #expect(line.workPackage == "WP3")
    #expect(line.amount == 1_200_000)
    #expect(line.amendment == 0)
    #expect(line.isInForce)
    #expect(throws: BudgetProblem.sameLine(try .init("B1"), "NP", "D.1", "WP3")) {
      try store.budget.add(
        .init("B2"),
        ["partner": "NP", "category": "D.1", "work_package": "WP3", "amount": "1"])
    }
    #expect(throws: RecordProblem.self) {
      try store.budget.add(
        .init("B2"), ["partner": "NP", "category": "B", "amount": "1 CZK"])
    }
    #expect(throws: RecordProblem.self) {
      try store.budget.add(.init("B2"), ["partner": "NP", "category": "X", "amount": "1"])
    }
  }

  private static let long = """
    Partner;Category;WP;Amount
    NP;D.1 Travel;WP1;1.500,00
    NP;Reisekosten;WP2;2.000,00 EUR
    AV;B;;800,00
    """

  private func take(
    _ store: Store, _ text: String, _ request: ImportRequest = ImportRequest(fileName: "budget.csv")
  ) throws -> Imported {
    try store.importList(
      .budget(store.costCategories()), text.replacing(";", with: "\t"), request, delimiter: 0x09)
  }

  @Test func `rows find their lines by partner, category and work package`() throws {
    let store = try Store.blues()
    #expect(try take(store, Self.long).counts == [3, 3, 0, 0, 0])
    #expect(try store.budget.all().map(\.code.description) == ["B1", "B2", "B3"])
    #expect(try store.budget.all().map(\.amount) == [150_000, 200_000, 80_000])
    let before = try store.dump()
    #expect(try take(store, Self.long).counts == [3, 0, 0, 3, 0])
    #expect(try store.dump() == before)
    let changed = Self.long.replacing("800,00", with: "900,00")
    #expect(try take(store, changed).counts == [3, 0, 1, 2, 0])
    #expect(try store.budget.all().map(\.amount) == [150_000, 200_000, 90_000])
  }

  @Test func `a second sum for one line is refused`() throws {
    let store = try Store.blues()
    let long = "partner;category;work_package;amount\nNP;D.1;WP1;1500\nNP;D.1;WP1;700\n"
    let taken = try take(store, long)
    #expect(taken.counts == [2, 1, 0, 0, 1])
    #expect(
      taken.rejected.map(\.reason) == [
        "Line 2 is of the same budget line, with another value in amount. Add them up in one row."
      ])
    #expect(try store.budget.all().map(\.amount) == [150_000])
  }

  @Test func `of a row with a column for each category all is refused, or nothing`() throws {
    let store = try Store.blues()
    let wide = "partner;D.1;D.3\nAV;2000;60\nAV;;70\nNP;300;\nNP;300;80\n"
    let taken = try take(store, wide)
    #expect(taken.rejected.map(\.line) == [3])
    #expect(
      try store.budget.all().map { "\($0.partner) \($0.category) \($0.amount ?? 0)" } == [
        "AV D.1 200000", "AV D.3 6000", "NP D.1 30000", "NP D.3 8000",
      ])
    let mixed = try take(store, "partner;D.1;D.3\nBNPT;;20\nBNPT;10;21\n")
    #expect(mixed.rejected.map(\.line) == [3])
    #expect(try store.budget.all().filter { $0.partner == "BNPT" }.map(\.category) == ["D.3"])
  }

  @Test func `an amendment is a version of its own, and the newest is in force`() throws {
    let store = try Store.blues()
    _ = try take(store, Self.long)
    let request = ImportRequest.test(set: ["amendment=1"])
    #expect(try take(store, Self.long, request).counts == [3, 3, 0, 0, 0])
    #expect(try store.budget.all().map(\.amendment) == [0, 0, 0, 1, 1, 1])
    #expect(try store.budget.all().map(\.isInForce) == [false, false, false, true, true, true])
    #expect(try take(store, Self.long, request).counts == [3, 0, 0, 3, 0])
  }

  private static let wide = """
    Partner;WP;Personnel;Travel;C;Total
    NP;WP1;30.000,00;1.500,00;;31.500,00
    NP;WP3;;;8.000,00;8.000,00
    AV;WP1;20.000,00;900,00;;21.000,00
    """

  @Test func `a row for each partner and a column for each category`() throws {
    let store = try Store.blues()
    let imported = try take(store, Self.wide)
    #expect(imported.counts == [3, 2, 0, 0, 1])
    #expect(
      imported.rejected.map(\.reason) == [
        "The categories add up to 20900.00, not to 21000.00."
      ])
    #expect(
      try store.budget.all().map { "\($0.partner) \($0.category) \($0.workPackage ?? "")" }
        == ["NP A.1 WP1", "NP D.1 WP1", "NP C WP3"])
    #expect(try take(store, Self.wide).counts == [3, 0, 0, 2, 1])
  }

  @Test func `a column that can be read in two ways stops the import`() throws {
    let store = try Store.blues()
    let open = "Partner;Category;Amount\nNP;D.1;12.000\nNP;B;1.500\n"
    #expect(throws: AmountProblem.open("Amount", "12.000")) { try take(store, open) }
    var request = ImportRequest(fileName: "budget.csv")
    request.decimal = .comma
    #expect(try take(store, open, request).counts == [2, 2, 0, 0, 0])
    #expect(try store.budget.all().map(\.amount) == [1_200_000, 150_000])
    let both = "Partner;Category;Amount\nNP;D.2;12.000,00\nNP;D.3;1,500.00\n"
    #expect(throws: AmountProblem.both("Amount", "12.000,00", "1,500.00")) { try take(store, both) }
    let settled = try take(store, "Partner;Category;Amount\nNP;D.2;12.000\nNP;D.3;1.500,00\n")
    #expect(settled.counts == [2, 2, 0, 0, 0])
    #expect(
      settled.outcome.reading.last == "Amount read with a decimal comma, as in 1.234,50")
  }
}

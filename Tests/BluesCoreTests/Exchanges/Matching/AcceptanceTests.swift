import Basics
import Tabular
import Testing

@testable import BluesCore

@Suite struct `Accepting proposals` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-03-31")
    for (name, country) in [("Aqua", "ES"), ("Woda", "PL"), ("Eau", "FR"), ("Wasser", "DE")] {
      _ = try store.organisations.add(name, .init(country: .init(country)))
    }
    for name in ["Aqua", "Eau"] {
      _ = try store.profiles.add(name, .init(role: .visitor, category: "sme"))
    }
    for name in ["Woda", "Wasser"] {
      _ = try store.profiles.add(name, .init(role: .host, category: "sme"))
    }
  }

  /// Accepts a list; what is refused is kept.
  @discardableResult
  private func accept(
    _ text: String, lines: String? = nil,
    _ request: ImportRequest = .test(unmapped: .ignore), rejects: RejectedRows = RejectedRows()
  ) throws -> [Exchanges.Result] {
    try store.exchanges.accept(
      RowReader(source: .bytes(Array(text.utf8)), options: ReadingOptions()), request,
      lines: lines.map { try #require(LineSelection($0)) }, rejects: rejects
    ).results
  }

  private static let list = """
    visitor,visitor_id,host,host_id,score,first_day,last_day
    Aqua,O1,Woda,O2,40.00,2021-04-06,2021-04-12
    Eau,O3,Wasser,O4,30.00,2021-04-12,2021-04-13
    Eau,O3,Wasser,O4,30.00,,

    """

  @Test func `a member of a partner's cluster has shown its cluster`() throws {
    let place = try store.matches().place(of: store.matchedProfile("Aqua", as: .visitor))
    func isOpen() throws -> [Bool] {
      try store.matches().hosts(for: place, top: 9).map { match in
        match.reasons.contains { $0.hasPrefix("Both still have to show") }
      }
    }
    #expect(try isOpen() == [true, true])
    for (name, cluster) in [("Aqua", "ZINNAE"), ("Woda", "MCICT"), ("Wasser", "BNPT")] {
      _ = try store.organisations.set(name, .init(cluster: cluster))
    }
    #expect(try isOpen() == [false, false])
    #expect(
      try store.matches().hosts(for: place, top: 9).allSatisfy { match in
        match.reasons.allSatisfy { !$0.contains("ECCP") }
      })
  }

  @Test func `chosen lines become drafts in one step`() throws {
    let results = try accept(Self.list, lines: "1")
    #expect(results.map(\.exchange.code.description) == ["EX-001"])
    #expect(results[0].exchange.state == .draft)
    #expect(results[0].exchange.host == "Woda")
    #expect(results[0].exchange.lastDay == (try .of("2021-04-12")))
    let steps = try store.history.steps()
    #expect(steps.first?.summary == "accepted 1 proposal")
    _ = try store.history.undo()
    #expect(try store.exchanges.all() == [])
  }

  @Test func `nothing is made when one line is refused, and every refusal is told`() throws {
    let problem = #expect(throws: MatchProblem.self) {
      try accept(Self.list, lines: "1-2")
    }
    #expect(
      problem?.message
        == "Proposal 2: The stay from 2021-04-12 to 2021-04-13 has 2 working days in Germany; "
        + "the minimum is 3. (rule minimum-stay, CXC-ABOUT)")
    #expect(problem?.kind == .refusedByRule)
    #expect(try store.exchanges.all() == [])
  }

  @Test func `a line without days is refused unless it is left out`() throws {
    let problem = #expect(throws: MatchProblem.self) { try accept(Self.list, lines: "1,3") }
    #expect(
      problem?.message
        == "Proposal 3, column first_day: Expected a date such as 2021-09-06; a match without one "
        + "has no stay left in its window.")
    #expect(problem?.kind == .badData)
    #expect(throws: MatchProblem.noSuchLine(4, count: 3)) { try accept(Self.list, lines: "1,4") }
    let missing = #expect(throws: MappingProblem.self) {
      try accept("visitor;first_day;last_day\nAqua;2021-04-06;2021-04-12\n")
    }
    #expect(missing?.message == "The list has no column for host.")
    #expect(missing?.kind == .badData)
    #expect(throws: MatchProblem.nothingChosen) {
      try accept("visitor_id,host_id,first_day,last_day\n")
    }
    #expect(try store.exchanges.all() == [])
  }

  @Test func `refused rows go to the rejects file, with line, column, value, rule and reason`()
    throws
  {
    let rejects = RejectedRows()
    let problem = #expect(throws: MatchProblem.self) {
      try accept(
        """
        visitor,host,first_day,last_day,mode
        Aqua,Woda,2021-04-06,2021-04-12,
        Eau,Nobody,2021-04-12,2021-04-16,
        Eau,Wasser,2021-04-12,soon,
        Eau,Wasser,2021-04-12,2021-04-06,
        Eau,Wasser,2021-04-12,2021-04-13,
        Eau,Wasser,2021-04-12,2021-04-16,by post

        """, rejects: rejects)
    }
    #expect(
      rejects.rows.map { "\($0.line) \($0.column) \($0.value) \($0.rule)" } == [
        "3 2 Nobody host", "4 4 soon date", "5 4 2021-04-06 dates", "6 0  minimum-stay",
        "7 5 by post mode",
      ])
    #expect(rejects.rows.map(\.reason)[1] == "Expected a date such as 2021-09-06.")
    #expect(rejects.rows[1].cells == ["Eau", "Wasser", "2021-04-12", "soon", ""])
    #expect(rejects.header == ["visitor", "host", "first_day", "last_day", "mode"])
    #expect(rejects.isFinished)
    #expect(problem?.kind == .badData)
    #expect(
      problem?.naming(rejects: "stays.rejects.csv").hint
        == "nothing was accepted; choose the others with --lines, or correct the list; "
        + "the refused rows are in stays.rejects.csv")
    #expect(try store.exchanges.all() == [])
  }

  @Test func `a list in another language is read as every import reads it`() throws {
    var request = ImportRequest.test(map: ["Wer=visitor"], set: ["mode=virtual"])
    request.dateOrder = .dmy
    let results = try accept(
      """
      Wer;Gastgeber;Beginn;Ende;Entfernung
      Aqua;Woda;06.04.2021;12.04.2021;1900
      ;;;;
      Summe;;;;1900

      """, request)
    #expect(results.map(\.exchange.firstDay.iso) == ["2021-04-06"])
    #expect(results.map(\.exchange.mode) == [.virtual])
    _ = try store.history.undo()
    let left = #expect(throws: MappingProblem.self) {
      try accept(
        "visitor,host,first_day,last_day,Wetter\nAqua,Woda,2021-04-06,2021-04-12,\n", .test())
    }
    #expect(left?.message == "No field matches column 5 \"Wetter\".")
  }

  @Test func `one visitor is not accepted twice`() throws {
    let twice = """
      visitor;host;first_day;last_day
      Aqua;Woda;2021-04-06;2021-04-12
      Aqua;Wasser;2021-04-12;2021-04-16

      """
    let problem = #expect(throws: MatchProblem.self) {
      try accept(twice)
    }
    #expect(
      problem?.message
        == "Proposal 2: Aqua already has a funded visit, EX-001. (rule one-funded-visit, "
        + "CXC-ABOUT)")
  }

  @Test func `lines are named by numbers and spans`() {
    #expect(LineSelection("1, 3-5")?.ranges == [1...1, 3...5])
    #expect(LineSelection("7")?.contains(7) == true)
    #expect(LineSelection("1-3")?.last == 3)
    for text in ["", "0", "3-1", "a", "1,,2", "1-2-3", "-2"] { #expect(LineSelection(text) == nil) }
  }
}

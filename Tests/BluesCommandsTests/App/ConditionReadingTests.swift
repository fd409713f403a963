import Basics
import BluesCore
import Documents
import Testing

@testable import BluesCommands

@Suite struct `What conditions mean` {
  static let columns = [
    Column("code", "Code"), Column("due", "Due", kind: .due), Column("due_on", "Due", kind: .day),
    Column("country", "Country", kind: .country), Column("prefers", "Prefers", kind: .countries),
    Column("at", "When", kind: .time), Column("leads", "Leads", kind: .listOf("partner")),
  ]

  static func read(
    _ text: String, order: DateOrder? = nil
  ) throws -> (condition: Condition, remarks: [String]) {
    let remarks = DayRemarks()
    let reading = ConditionReading(columns: columns) {
      DateContext(
        today: "2021-03-31", projectStart: "2020-02-01",
        periods: ["RP1": "2020-02-01"..."2021-01-31"], order: order, remarks: remarks)
    }
    let listing = Listing(conditions: [try Condition(parsing: text)])
    return (try #require(reading.read(listing).conditions.first), remarks.take())
  }

  @Test(arguments: [
    ("due_on<today", "2021-03-31"), ("due_on<=+2w", "2021-04-14"), ("due_on>-1d", "2021-03-30"),
    ("due_on=eom", "2021-03-31"), ("due_on<soy", "2021-01-01"), ("due_on<M6", "2020-07-31"),
    ("due_on>RP1.end", "2021-01-31"), ("due_on>=rp1.start+1m", "2020-03-01"),
    ("due_on=2020-07", "2020-07"), ("due_on<2020", "2020"), ("due_on=2020-07-31", "2020-07-31"),
    ("due_on~2020-07", "2020-07"), ("due_on=", ""), ("at>=yesterday", "2021-03-30"),
    ("country=Czechia", "CZ"), ("country=Tschechien", "CZ"), ("country!=République tchèque", "CZ"),
    ("country=Alemania", "DE"), ("country=Hiszpania", "ES"), ("country=Francie", "FR"),
    ("country=gr", "EL"), ("country~Germany", "DE"), ("country~D", "D"),
    ("country=Atlantis", "Atlantis"), ("prefers~Polen", "PL"), ("code=today", "today"),
    ("code=31.05.2020", "31.05.2020"), ("code=Spain", "Spain"),
  ])
  func `days and countries are read as people write them`(text: String, value: String) throws {
    #expect(try Self.read(text).condition.value == value)
  }

  @Test func `the order of a date is said, or only one is possible`() throws {
    #expect(try Self.read("due_on<05.06.2020", order: .dmy).condition.value == "2020-06-05")
    #expect(try Self.read("due_on<05/06/2020", order: .mdy).condition.value == "2020-05-06")
    #expect(try Self.read("due_on<31.05.2020", order: .dmy).remarks == [])
    let only = try Self.read("due_on<31.05.2020")
    #expect(only.condition.value == "2020-05-31")
    #expect(
      only.remarks == [
        "31.05.2020 is read as 2020-05-31: day, month, year is the only possible order."
      ])
    #expect(throws: DateProblem.orderUnknown("05.06.2020", likely: .dmy)) {
      try Self.read("due_on<05.06.2020")
    }
  }

  @Test func `before and after a due date are asked of its day`() throws {
    #expect(
      try Self.read("due<today").condition == Condition(column: "due_on", .less, "2021-03-31"))
    #expect(
      try Self.read("due>=M6").condition == Condition(column: "due_on", .atLeast, "2020-07-31"))
    #expect(try Self.read("due=M6").condition == Condition(column: "due", .equal, "M6"))
  }

  @Test func `what is no day of a column of days is refused before any row is`() {
    #expect(
      throws: ListingProblem.wrongValue(
        column: "due_on", value: "soon",
        expected: "a day such as 2020-07-31, today or +2w, a month 2020-07 or a year 2020")
    ) { try Self.read("due_on<soon") }
    #expect(throws: DateProblem.unknownPeriod("RP9", known: ["RP1"])) {
      try Self.read("due_on<RP9.end")
    }
  }
}

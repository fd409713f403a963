import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `The report on effort` {
  /// Person-months planned and deviating, with the per cent that officers wrote:
  /// `effort_deviation_oracle.csv`, from the comments of the financial officers on the final report
  /// of OpenDreamKit, grant 676541.
  @Test(arguments: [
    (900, 875, "97.22"), (2500, -1158, "-46.32"), (200, 275, "137.50"), (1200, -1150, "-95.83"),
    (200, -200, "-100.00"),
  ])
  func `deviations are as officers compute them`(planned: Int, deviation: Int, percent: String)
    throws
  {
    let plan = try #require(Fraction(Int128(planned), over: 100))
    let actual = try #require(Fraction(Int128(planned + deviation), over: 100))
    let found = EffortDeviation(planned: plan, actual: actual)
    #expect(found.text == percent)
    #expect(found.word == (deviation < 0 ? "under" : "over"))
  }

  /// Quoted as per cent alone: 96.43 % of 23, 76.94 % of 34.
  @Test(arguments: [(23, 2218, "96.43"), (34, 2616, "76.94")])
  func `the person-months of a per cent give it back`(
    planned: Int, deviation: Int, percent: String
  ) throws {
    let plan = Fraction(Int128(planned))
    let actual = try plan + #require(Fraction(Int128(deviation), over: 100))
    #expect(EffortDeviation(planned: plan, actual: actual).text == percent)
  }

  let store: Store

  init() throws {
    store = try Store.withStaff(on: "2021-09-01")
    _ = try store.plannedEffort.set("NP", in: .init("WP1"), to: #require(.init("2")))
    _ = try store.plannedEffort.set("AV", in: .init("WP1"), to: #require(.init("1")))
    for (on, package, hours) in [
      ("2020-05", "WP1", "86"), ("2021-01", "WP1", "86"), ("2021-02", "WP1", "258"),
      ("2020-06", "WP5", "43"),
    ] {
      _ = try store.timesheets.add(
        .init(
          person: "NP-1", worked: #require(WorkDate(stored: on)),
          workPackage: WorkPackageCode(package)),
        #require(Hours(hours)))
    }
  }

  private func rows(_ words: [String: String]) throws -> [String] {
    let document = try store.effortReport.document(ReportRequest(texts: words))
    let csv = try String(decoding: document.bytes(Rendering(format: .csv)), as: UTF8.self)
    return csv.split(separator: "\n").map(String.init)
  }

  @Test func `partner and work package: planned, this period, to date, deviation`() throws {
    let first = try rows(["period": "RP1"])
    #expect(
      first == [
        "partner,work_package,planned,this_period,to_date,due,due_on,elapsed_percent,deviation,deviation_percent,"
          + "direction,from_due,from_due_percent,from_due_direction,monthly_rate,currency,explanation",
        "AV,WP1,1.00,0.00,0.00,0.50,2021-01-31,50.07,-1.00,-100.00,under,-0.50,-100.00,under,,,missing",
        "NP,WP1,2.00,1.20,1.20,1.00,2021-01-31,50.07,-0.80,-40.00,under,0.20,19.84,over,60000.00,CZK,"
          + "missing",
        "NP,WP5,0.00,0.30,0.30,0.00,2021-01-31,50.07,0.30,,unplanned,0.30,,unplanned,60000.00,CZK,"
          + "missing",
      ])
    _ = try store.timesheets.explain("np", in: .init("WP5"), period: "rp1", "Two webinars")
    #expect(try rows(["period": "RP1"])[3].hasSuffix(",Two webinars"))
    #expect(
      try rows(["period": "RP2"])[2].hasPrefix(
        "NP,WP1,2.00,1.80,3.00,1.58,2021-09-01,79.21,1.00,50.00,over,"))
  }

  @Test func `what is due says its day and its share, in text and in data`() throws {
    let request = ReportRequest(texts: ["period": "RP1"])
    let sentence =
      "Due are the person-months planned for the whole action, times the share of its days that is "
      + "over. On 31 January 2021 that is 366 of 731 days, 50.07 %."
    for format in [Format.text, .markdown, .html] {
      let bytes = try store.effortReport.document(request).bytes(Rendering(format: format))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.contains(sentence), "\(format)")
    }
    let json = try store.effortReport.document(request).bytes(Rendering(format: .json))
    #expect(String(decoding: json, as: UTF8.self).contains("\"due_on\""))
    #expect(try rows([:])[1].contains(",0.79,2021-09-01,79.21,"))
  }

  @Test func `divided by partner, work package, month and person, the sums are the same`() throws {
    #expect(
      try rows(["period": "RP1", "by": "partner"]).map { $0.prefix(24) } == [
        "partner,planned,this_per", "AV,1.00,0.00,0.00,0.50,2", "NP,2.00,1.50,1.50,1.00,2",
      ])
    #expect(
      try rows(["period": "RP1", "by": "work-package"]).map { $0.prefix(20) } == [
        "work_package,planned", "WP1,3.00,1.20,1.20,1", "WP5,0.00,0.30,0.30,0",
      ])
    #expect(
      try rows(["by": "month"]) == [
        "month,this_period,to_date,monthly_rate,currency", "2020-05,0.60,0.60,60000.00,CZK",
        "2020-06,0.30,0.30,60000.00,CZK", "2021-01,0.60,0.60,60000.00,CZK",
        "2021-02,1.80,1.80,60000.00,CZK",
      ])
    #expect(
      try rows(["by": "person"]) == [
        "person,partner,this_period,to_date,monthly_rate,currency",
        "NP-1,NP,3.30,3.30,60000.00,CZK",
      ])
  }
}

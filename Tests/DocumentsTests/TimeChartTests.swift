import Basics
import Testing

@testable import Documents

@Suite struct `Time charts` {
  static func gantt(months: Int, today: Day? = nil, tone: Tone = .bad) -> Gantt {
    let end: Day = months == 24 ? "2021-08-31" : "2022-08-31"
    let titles = [
      "WP1 Capacity building, strategy and the training of managers in five countries",
      "WP2 JOINT WORKSHOPS, WWW AND MEMBERSHIP MANAGEMENT", "WP3 水水水水水水水水水水水水水水水水",
      "WP4 Awareness", "WP5 iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
    ]
    return Gantt(
      start: "2019-09-01", end: end, today: today,
      rows: titles.map {
        GanttRow(
          $0, kind: .group, from: "2019-09-01", to: end, tone: tone,
          markers: [GanttMarker("MS1", day: end)])
      } + [
        GanttRow.point("D1.1 Guide", on: "2019-09-01", tone: tone),
        GanttRow.point("D1.2 Guide", on: end, tone: tone),
      ])
  }

  static func svg(_ gantt: Gantt) -> [Substring] {
    HTML.body(Document(schema: "x/1", blocks: [.gantt(gantt)])).split(separator: "\n")
  }

  static func number(_ name: String, in line: Substring) -> Double? {
    guard let start = line.firstRange(of: " \(name)=\"") else { return nil }
    return Double(line[start.upperBound...].prefix { $0 != "\"" })
  }

  /// What an element says.
  static func words(_ line: Substring) -> String {
    String(line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
  }

  @Test(arguments: [24, 36])
  func `a late group keeps its label apart from its mark`(months: Int) {
    let texts = Self.svg(Self.gantt(months: months)).filter { $0.hasPrefix("<text ") }
    let marks = texts.filter {
      $0.hasSuffix(">late</text>") && Self.number("font-size", in: $0) == 9
    }
    #expect(marks.compactMap { Self.number("x", in: $0) }.count == 7)
    for mark in marks {
      #expect((Self.number("x", in: mark) ?? 0) >= SVGGantt.labelWidth)
      let right = (Self.number("x", in: mark) ?? 0) + SVGGanttShape.width(ofWord: "late")
      #expect(right <= SVGGantt.width)
      #expect(!mark.contains("text-anchor"))
    }
  }

  @Test(arguments: [24, 36])
  func `labels end before the first day, however long`(months: Int) {
    let svg = Self.svg(Self.gantt(months: months))
    #expect(
      svg.contains {
        $0.hasPrefix("<clipPath id=\"g1-1-labels\"><rect width=\"216\" height=")
      })
    let labels = svg.filter { $0.contains("-labels)\"") }
    #expect(
      labels.map(Self.words) == [
        "WP1 Capacity building, strategy", "and the training of managers in …",
        "WP2 JOINT WORKSHOPS, WWW", "AND MEMBERSHIP MANAGEME…", "WP3", "水水水水水水水水水水水水水水水水",
        "WP4 Awareness", "WP5", String(repeating: "i", count: 48) + "…", "D1.1 Guide",
        "D1.2 Guide",
      ])
  }

  @Test(arguments: [Tone.good, .warning, .bad, .muted, .plain])
  func `a word has its room beyond the last day`(tone: Tone) {
    let gantt = Self.gantt(months: 24, tone: tone)
    let word = gantt.words.word(for: tone).map { SVGGanttShape.width(ofWord: $0) + 7 } ?? 0
    #expect(SVGGantt.chartWidth(of: gantt) == 534 - word)
  }

  @Test func `a very long word is cut`() {
    let words = GanttWords(bad: "later than everybody had thought at first")
    let gantt = Gantt(
      start: "2020-01-01", end: "2020-03-31",
      rows: [GanttRow("a", from: "2020-01-01", to: "2020-03-31", tone: .bad)], words: words)
    #expect(SVGGanttShape.width(ofWord: words.bad) <= 90)
    let marks = Self.svg(gantt).filter { Self.number("font-size", in: $0) == 9 }
    #expect(marks.map(Self.words) == ["later than ever…"])
  }

  @Test(arguments: [
    (24, ["M1", "M3", "M5", "M7", "M9", "M11", "M13", "M15", "M17", "M19", "M21", "M23"]),
    (
      36,
      [
        "M1", "M3", "M5", "M7", "M9", "M11", "M13", "M15", "M17", "M19", "M21", "M23", "M25",
        "M27", "M29", "M31", "M33", "M35",
      ]
    ),
  ])
  func `labels of months leave each other room`(months: Int, labels: [String]) {
    let all = Self.svg(Self.gantt(months: months)).filter {
      Self.number("font-size", in: $0) == 8.5
    }
    // Once on a screen, and on paper with each of the five groups.
    #expect(all.map(Self.words) == Array(repeating: labels, count: 5).flatMap(\.self))
    let texts = all.prefix(labels.count)
    #expect(texts.allSatisfy { $0.contains(" text-anchor=\"middle\"") })
    let spans = texts.map { text in
      let middle = Self.number("x", in: text) ?? 0
      let half = SVGTextWidth.of("M00", size: 8.5) / 2
      return (middle - half, middle + half)
    }
    for (before, after) in zip(spans, spans.dropFirst()) { #expect(before.1 < after.0) }
  }

  @Test func `months of a project that starts on the 31st begin on the month's last day`() throws {
    let gantt = Gantt(start: "2020-01-31", end: "2020-07-30", rows: [])
    let scale = try #require(TimeScale(gantt))
    #expect(gantt.monthLabels == ["M1", "M2", "M3", "M4", "M5", "M6"])
    #expect(
      scale.months(gantt.monthLabels).map(\.day.spoken) == [
        "31 January 2020", "29 February 2020", "31 March 2020", "30 April 2020", "31 May 2020",
        "30 June 2020",
      ])
  }

  @Test func `a chart whose end is before its start is left out`() {
    let gantt = Gantt(
      start: "2020-04-01", end: "2020-03-31", rows: [GanttRow.point("a", on: "2020-03-01")])
    let document = Document(schema: "x/1", blocks: [.gantt(gantt)])
    #expect(document.written(.text) == "")
    #expect(HTML.body(document) == "<body>\n<main>\n</main>\n</body>\n</html>\n")
  }

  @Test func `months are counted to the end of the calendar and no further`() {
    let gantt = Gantt(start: "9999-11-15", end: "9999-12-31", rows: [])
    #expect(gantt.monthLabels.prefix(2) == ["M1", "M2"])
  }

  @Test(arguments: ["2019-08-31", "2021-09-01", "2030-01-01"] as [Day])
  func `a today outside the project is not drawn and not explained`(today: Day) {
    let rows = [GanttRow("a", from: "2019-09-01", to: "2021-08-31")]
    let outside = Gantt(start: "2019-09-01", end: "2021-08-31", today: today, rows: rows)
    let none = Gantt(start: "2019-09-01", end: "2021-08-31", rows: rows)
    for format in [Format.text, .html] {
      #expect(
        Document(schema: "x/1", blocks: [.gantt(outside)]).written(format)
          == Document(schema: "x/1", blocks: [.gantt(none)]).written(format))
    }
  }

  @Test func `rows outside the days shown get an arrow to their side`() {
    let gantt = Gantt(
      start: "2020-01-01", end: "2020-03-31",
      rows: [
        GanttRow("before", from: "2019-01-01", to: "2019-12-31"),
        GanttRow("after", from: "2020-04-01", to: "2020-05-01"),
        GanttRow("across", from: "2019-12-01", to: "2020-04-30"),
      ])
    let document = Document(schema: "x/1", blocks: [.gantt(gantt)])
    #expect(
      document.written(.text, width: 28) == """
                   2020
                   M1   M2    M3
          before   ‹
          after                    ›
          across   █████████████████
        █ duration

        """)
  }

  @Test func `the last day of a month is not below the label of the next`() throws {
    let scale = try #require(
      TimeScale(Gantt(start: "2020-02-01", end: "2022-01-31", rows: [])))
    for length in [24, 33, 48, 57, 731] {
      for month in 0..<24 {
        let begin = scale.first.adding(months: month)
        let end = scale.first.adding(months: month + 1).adding(days: -1)
        #expect(scale.step(of: begin, length: length) == month * length / 24)
        #expect(scale.step(of: end, length: length) < (month + 1) * length / 24)
      }
    }
    #expect(scale.step(of: "2020-01-31", length: 48) == -1)
    #expect(scale.step(of: "2022-02-01", length: 48) == 48)
    #expect(scale.step(of: "2022-01-31", length: 12) == 11)
  }

  @Test func `every second month has its label, over its own columns`() {
    let gantt = Gantt(
      start: "2020-02-01", end: "2022-01-31",
      rows: [GanttRow.point("D1.1", on: "2020-05-31"), GanttRow.point("D1.2", on: "2020-06-01")])
    let lines = Document(schema: "x/1", blocks: [.gantt(gantt)]).written(.text, width: 57)
      .split(separator: "\n")
    #expect(
      lines.prefix(4).joined(separator: "\n") == """
                 2020                  2021
                 M1  M3  M5  M7  M9  M11 M13 M15 M17 M19 M21 M23
          D1.1          ◆
          D1.2           ◆
        """)
  }

  @Test func `a page may break between groups, each with its months on paper`() {
    let svg = Self.svg(Self.gantt(months: 24))
    #expect(svg.filter { $0.hasPrefix("<svg") && $0.contains(" class=\"part\"") }.count == 4)
    #expect(svg.filter { $0.hasPrefix("<svg") && $0.contains(" class=\"axis\"") }.count == 4)
    #expect(svg.filter { $0.hasPrefix("<svg") && !$0.contains(" class=") }.count == 1)
    #expect(Stylesheet.css.contains("figure svg.axis { display: none; }"))
    #expect(Stylesheet.css.contains("tr, figure svg, .note, .facts, .short, "))
  }
}

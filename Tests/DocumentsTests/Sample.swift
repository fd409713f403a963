import Basics
import Documents

/// A small report with one of everything.
enum Sample {
  static let deliverables = Table(
    noun: "deliverables",
    emptySentence: "No deliverables yet.",
    columns: [
      Column("code", "Code"), Column("title", "Title"), Column("due", "Due"),
      Column("cost", "Cost", alignment: .trailing), Column("pages", "Pages"),
      Column("public", "Public", shown: false), Column("partners", "Partners"),
      Column("state", "State"),
    ],
    rows: [
      [
        .text("D1.1"), .text("Guide for hosts, first edition"), .day("2020-07-31"),
        .money(cents: 41_500, currency: "EUR"), .integer(24), .flag(true),
        .list(["UNI", "ACME"]), .state("late", .bad),
      ],
      [
        .text("D1.2"), .text("Déjà vu"), .empty, .money(cents: -123_456_789, currency: "EUR"),
        .decimal("1.5"), .flag(false), .list([]), .state("done", .good),
      ],
    ])

  static let gantt = Gantt(
    start: "2020-01-01", end: "2020-06-30", today: "2020-03-15",
    rows: [
      GanttRow("WP1 Start", kind: .group, from: "2020-01-01", to: "2020-06-30"),
      GanttRow(
        "T1.1 Guide", from: "2020-02-01", to: "2020-03-31", tone: .bad,
        markers: [GanttMarker("MS1", day: "2020-05-01")]),
      GanttRow.point("D1.1 Guide", on: "2020-04-30"),
    ])

  static let report = Document(
    schema: "blues.sample/1", title: "Sample report", subtitle: "First period",
    blocks: [
      .facts(
        Facts([
          Fact("leader", "Leader", .text("Ann Example")),
          Fact("mail", "Mail", .link("ann@example.org")),
        ])),
      .section("Progress"),
      .paragraph("All is *well*."),
      .note("One thing is late.", .warning),
      .meters([Meter("Exchanges", value: 12, target: 50, detail: "and 3 agreed", tone: .bad)]),
      .table(deliverables, title: "Deliverables"),
      .gantt(gantt),
      .data("figures", .object([JSONMember("share", .number("0.24"))])),
    ],
    footer: ["Funded by an example."])

  static func table(_ cells: [Cell]) -> Document {
    Document(
      schema: "blues.cells/1",
      blocks: [
        .table(Table(noun: "cells", columns: [Column("cell", "Cell")], rows: cells.map { [$0] }))
      ])
  }
}

extension Document {
  /// The document in a format, as text.
  func written(
    _ format: Format, width: Int? = nil, colour: Bool = false, header: Bool = true
  ) -> String {
    let rendering = Rendering(format: format, width: width, colour: colour, header: header)
    return String(decoding: (try? bytes(rendering)) ?? [], as: UTF8.self)
  }
}

extension Table {
  /// The words of one column, from the top.
  func words(_ name: String) -> [String] {
    guard let column = columns.firstIndex(where: { $0.name == name }) else { return [] }
    let rows = rows.map { [$0[column]] }
    let document = Document(
      schema: "x", blocks: [.table(Table(noun: "x", columns: [columns[column]], rows: rows))])
    return document.written(.tsv, header: false).split(separator: "\n").map(String.init)
  }
}

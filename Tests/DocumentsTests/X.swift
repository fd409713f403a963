import Glibc
import Testing
@testable import Documents

func dump(_ d: Document, _ f: Format, _ path: String, width: Int? = nil, colour: Bool = false) {
  let b = d.bytes(Rendering(format: f, width: width, colour: colour))
  guard let h = fopen(path, "w") else { return }
  fwrite(b, 1, b.count, h); fclose(h)
}

@Suite struct Scratch {
  @Test func big() {
    let names = [
      "Handbook of the excellence programme", "Training of cluster managers, first round",
      "Benchmark of member services", "Joint internationalisation strategy",
      "Study visits and matchmaking events", "Guide for hosts and visitors",
      "Closing report of the exchange pilot", "Press kit and visual identity",
      "Final conference proceedings", "Data management plan",
    ]
    var rows: [GanttRow] = []
    let wps = [
      "WP1 Capacity building and strategy", "WP2 Joint activities", "WP3 Exchange pilot",
      "WP4 Awareness and communication", "WP5 Project management",
    ]
    let starts = ["2019-09-01", "2020-01-01", "2020-03-01", "2019-09-01", "2019-09-01"]
    let ends = ["2020-08-31", "2021-06-30", "2021-08-31", "2021-08-31", "2021-08-31"]
    for (i, wp) in wps.enumerated() {
      rows.append(
        GanttRow(
          wp, kind: .group, from: starts[i], to: ends[i],
          markers: i == 2 ? [GanttMarker("MS3", day: "2020-12-31")] : []))
      rows.append(
        GanttRow("T\(i+1).1 \(names[i])", from: starts[i], to: "2020-0\(i+3)-28", tone: .good))
      rows.append(
        GanttRow(
          "T\(i+1).2 \(names[i+5])", from: "2020-0\(i+2)-15", to: "2021-0\(i+1)-28",
          tone: [.bad, .warning, .plain, .plain, .muted][i]))
      rows.append(
        GanttRow.point(
          "D\(i+1).1 \(names[i])", on: "2020-0\(i+4)-30",
          tone: [.good, .bad, .plain, .warning, .plain][i]))
      rows.append(
        GanttRow.point(
          "D\(i+1).2 \(names[9-i])", on: "2021-0\(i+4)-30", tone: i == 4 ? .bad : .plain))
    }
    let gantt = Gantt(start: "2019-09-01", end: "2021-08-31", today: "2020-07-31", rows: rows)
    let parties: [[Cell]] = (1...46).map { (i: Int) -> [Cell] in
      let d = i % 28 + 1; let code = "EX-" + (i < 10 ? "00" : "0") + String(i);
      let day = "2020-" + (i % 2 == 0 ? "10" : "11") + "-" + (d < 10 ? "0" : "") + String(d);
      let cents = 41_500 + i * 12_345 * (i % 3 + 1);
      let tone: Tone = [Tone.good, .plain, .bad, .muted][i % 4]
      return [
        Cell.text(code),
        .text(
          [
            "Plasma Coatings Example GmbH", "Ríos y Agua S.L.", "Nanofibre Příklad s.r.o.",
            "Woda Przykład Sp. z o.o.", "Eaux d’Exemple SARL",
          ][i % 5]), .text(["Germany", "Spain", "Czech Republic", "Poland", "France"][i % 5]),
        .day(day), .integer(3 + i % 5), .money(cents: cents, currency: "EUR"),
        .state(["validated", "running", "late", "planned"][i % 4], tone),
      ]
    }
    let costNames: [String] = ["Partner", "A.1", "A.2", "B", "C", "D", "E", "Total", "Claimed"]
    let costRows: [[Cell]] = ["ECN", "RIO", "NAN", "WOD", "EAU"].enumerated().map {
      (i, p) -> [Cell] in
      var r: [Cell] = [.text(p)]
      for k in 1...8 { r.append(.money(cents: k * 312_345 * (i + 1), currency: "EUR")) }
      return r
    }
    let doc = Document(
      schema: "blues.periodic_report/1", title: "Periodic technical report",
      subtitle: "EXAMPLE 000000 · Reporting period 1 · 1 September 2019 to 31 August 2020",
      blocks: [
        .facts(
          Facts([
            Fact("project", "Project", .text("Blue and eco industries cluster exchange")),
            Fact("grant", "Grant agreement", .text("000000")),
            Fact("coordinator", "Coordinator", .text("Example Cluster North")),
            Fact("contact", "Contact", .link("office@example.org")),
            Fact("web", "Website", .link("https://example.org/blues")),
            Fact("max", "Maximum grant", .money(cents: 45_712_345, currency: "EUR")),
            Fact("status", "Status", .state("in preparation", .warning)),
          ])),
        .section("Summary"),
        .paragraph(
          "During the first reporting period the partnership completed the capacity-building programme for cluster managers, set up the exchange pilot and published its calls for hosts and visitors. Travel restrictions moved eleven exchanges into the second period; the plan below shows what follows from it."
        ),
        .note(
          "Deliverable D2.1 is 92 days late. Its new date needs the agreement of the project officer.",
          .bad),
        .note("Two exchanges end after the pilot closes on 31 August 2021.", .warning),
        .section("Indicators"),
        .meters([
          Meter(
            "Exchanges completed", value: 12, target: 50, detail: "23 more are agreed",
            tone: .warning),
          Meter(
            "SMEs in the profile base", value: 184, target: 150, detail: "five countries",
            tone: .good), Meter("Cluster managers trained", value: 18, target: 20),
          Meter("Newsletter readers", value: 2412),
        ]),
        .section("Work plan"), .gantt(gantt),
        .section("Third parties supported"),
        .table(
          Table(
            noun: "exchanges",
            columns: [
              Column("code", "Code"), Column("visitor", "Visiting organisation"),
              Column("country", "Country"), Column("start", "Start"), Column("days", "Days"),
              Column("paid", "Lump sum"), Column("state", "State"),
            ], rows: parties,
            total: [
              .text("Total"), .empty, .empty, .empty, .integer(230),
              .money(cents: 3_512_300, currency: "EUR"), .empty,
            ]), title: "Exchanges and lump sums"),
        .table(
          Table(
            noun: "risks", emptySentence: "No risks were recorded.", columns: [Column("a", "A")],
            rows: []), title: "Risks"),
        .section("Cost by category"),
        .table(
          Table(
            noun: "costs", columns: costNames.map { Column($0.lowercased(), $0) }, rows: costRows)),
      ],
      footer: [
        "This project has received funding from the COSME programme of the European Union under grant agreement 000000.",
        "The content of this report represents the views of the author only and is his or her sole responsibility; it cannot be considered to reflect the views of the European Commission or any other body of the European Union.",
      ])
    dump(doc, .html, "/tmp/doc.html"); dump(doc, .text, "/tmp/doc.txt");
    dump(doc, .text, "/tmp/doc80.txt", width: 80);
    dump(doc, .text, "/tmp/doc80c.txt", width: 80, colour: true)
    dump(doc, .markdown, "/tmp/doc.md"); dump(doc, .json, "/tmp/doc.json");
    dump(doc, .csv, "/tmp/doc.csv")
  }
}

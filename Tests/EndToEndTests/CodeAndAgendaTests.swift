import Foundation
import Testing

/// What the commands at the top level share with those below them.
@Suite struct `Commands at the top level` {
  @Test(arguments: [
    ("D1.1", "workpackage deliverable"), ("wp3", "workpackage"), ("MS1", "workpackage milestone"),
    ("T1.1", "workpackage task"), ("r1", "workpackage risk"), ("zinnae", "partner"),
    ("O1", "partner organisation"), ("C1", "partner contact"), ("ex-001", "exchange"),
  ])
  func `show prints exactly what the show of the kind prints`(code: String, path: String) throws {
    let place = try Self.project()
    for form in ["", "--json", "--format html", "--format csv"] {
      let own = try place.run("blues \(path) show \(code) \(form)")
      #expect(own.exit == 0, "\(own.output)")
      #expect(try place.run("blues show \(code) \(form)") == own, "\(code) \(form)")
    }
  }

  @Test func `blues alone is next inside a project, and the help outside of one`() throws {
    let place = try Self.project()
    let next = try place.must("blues next")
    #expect(next.contains("blues wp d submit D1.1"))
    #expect(try place.must("blues") == next)
    let help = try place.must("blues --help")
    #expect(try Place().must("blues") == help)
    #expect(try place.must("BLUES_DB=nowhere.db blues") == help)
  }

  @Test func `the agenda is short as text, and whole as data`() throws {
    let place = try Self.project()
    let text = try place.run("blues next")
    #expect(text.output.split(separator: "\n").count == 22)
    #expect(text.output.contains(" more; --all lists everything."))
    let data = try place.must("blues next --format csv | wc -l")
    #expect(try #require(Int(data.filter(\.isNumber))) > 21)
    #expect(try place.must("blues next --limit 3 | wc -l").contains("4"))
    #expect(
      try place.must("blues next --partner MCICT --days 0 --at 2020-02-10")
        == "Nothing is late, and nothing is due in the next 0 days for MCICT.\n")
  }

  /// A copy of the project for each test, since a place runs one command at a time.
  private static func project() throws -> Place {
    let place = try Place()
    try FileManager.default.copyItem(
      atPath: "\(prepared.get().path)/blues.db", toPath: "\(place.path)/blues.db")
    return place
  }

  private static let prepared = Result {
    let place = try Place()
    try place.must(
      """
      BLUES_TODAY=2020-02-01 blues init \
      && blues workpackage deliverable import Fixtures/deliverables.csv \
      && blues workpackage milestone import Fixtures/milestones.csv \
      && blues workpackage task import Fixtures/tasks.csv \
      && blues workpackage risk add R1 "No visitors" --owner NP \
      && blues partner organisation add Plasma --country DE --cluster BNPT \
      && blues partner organisation add Agua --country ES --cluster ZINNAE \
      && blues partner contact add --name "Ana Ruiz" --organisation Agua --country ES \
      && blues exchange profile add Plasma --role host --category cluster \
      && blues exchange profile add Agua --role visitor --category sme \
      && blues exchange propose --host Plasma --visitor Agua --from 2021-04-12 --to 2021-04-16
      """)
    return place
  }
}

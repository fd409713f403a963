import Testing

@testable import BluesCommands
@testable import BluesCore

/// Lists of records with a partner or a day are narrowed to one partner and one period.
@Suite struct `A list of a partner and a period` {
  let folder: Folder

  init() throws {
    folder = try Folder.withProject()
    for line in [
      "partner cost add K1 NP --category D.1 --wp WP5 --on 2020-05-14 --description A --amount 1",
      "partner cost add K2 AV --category D.1 --wp WP5 --on 2020-05-14 --description B --amount 2",
      "partner cost add K3 NP --category D.1 --wp WP5 --on 2021-03-01 --description C --amount 3",
      "partner cost add K4 NP --category D.1 --wp WP5 --on 2020-06-01 --description D --amount 4 "
        + "--charged-in RP2",
      "partner cost estimate add EST1 NP --category D.1 --month 2021-01 --amount 5",
      "partner cost estimate add EST2 NP --category D.1 --month 2021-02 --amount 6",
      "partner payment add PAY1 interim --amount 7 --partner NP --on 2020-03-01",
      "partner payment add PAY2 interim --amount 8 --partner NP --on 2021-03-01",
      "wp d add D1.1 Study --due M6", "wp d add D1.2 Report --due M18",
      "wp i add I1 Firms --target 5", "wp i record I1 4 --on 2020-11-20 --partner NP",
      "wp i record I1 5 --on 2021-03-20 --partner NP",
    ] {
      #expect(try run(line).code == 0, "\(line)")
    }
  }

  private func run(_ line: String) throws -> (code: Int32, text: String) {
    let words = line.split(separator: " ").map(String.init)
    let code = Launch.run(words + ["--db", folder("p.db"), "-o", folder("out.txt"), "--force"])
    return (code, code == 0 ? try folder.text("out.txt") : "")
  }

  @Test(arguments: [
    ("partner cost list --partner np --period RP1", "code", ["K1"]),
    ("partner cost list --partner NP --period rp2", "code", ["K3", "K4"]),
    ("partner cost list --partner AV", "code", ["K2"]),
    ("partner cost list --period 1", "code", ["K1", "K2"]),
    ("partner cost evidence list --partner NP --period RP2", "code", ["K3", "K4"]),
    ("partner cost estimate list --period RP1", "code", ["EST1"]),
    ("partner payment list --partner NP --period RP2", "code", ["PAY2"]),
    ("workpackage deliverable list --period RP2", "code", ["D1.2"]),
    ("workpackage indicator reading list --partner NP --period RP2", "value", ["5"]),
  ])
  func `has only their rows`(line: String, column: String, found: [String]) throws {
    let (code, text) = try run("\(line) --columns \(column) --format csv")
    #expect(code == 0)
    #expect(text.split(separator: "\n").dropFirst().map(String.init) == found, "\(line)")
  }

  @Test func `says that it has nothing, and refuses what is not there`() throws {
    #expect(
      try run("partner cost list --partner AV --period RP2").text == "Nothing of AV in RP2.\n")
    #expect(try run("partner cost list --partner XX").code == 4)
    #expect(try run("partner cost list --period RP7").code == 4)
    #expect(try run("workpackage list --partner NP").code == 64)
    #expect(try run("workpackage list --period RP1").code == 64)
  }
}

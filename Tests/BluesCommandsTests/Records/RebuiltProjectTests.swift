import Glibc
import Testing

@testable import BluesCommands

@Suite struct `A project from the exports of another` {
  private let folder: Folder

  /// The lists of a plan, each after those that it refers to.
  private static let lists = [
    "project period", "partner", "partner organisation", "partner contact", "workpackage",
    "workpackage task", "workpackage deliverable", "workpackage milestone", "workpackage risk",
    "workpackage review", "workpackage indicator", "workpackage indicator reading",
    "workpackage activity", "workpackage activity participant", "workpackage decision",
    "workpackage action", "partner label", "partner strategy", "workpackage effort plan",
  ]

  init() throws {
    folder = try Folder()
    for name in ["a.db", "b.db"] {
      #expect(Launch.run(["init", "--db", folder(name), "-o", folder("init-\(name).txt")]) == 0)
    }
    for line in [
      "project period set RP2 --to M20", "project period add --from M21 --to M24",
      "partner organisation add Plasma --country DE --cluster NP",
      "partner contact add --name Ana --organisation Plasma --country DE --email ana@plasma.de",
      "partner contact add --name Petr --organisation Plasma --country DE",
      "wp task add T1.1 Survey --start M1 --end M3", "wp d add D1.1 Study --due M6",
      "wp ms add MS1 Start --due M3", "wp risk add R1 Nobody --owner NP",
      "wp review add RV1 Review --due M12", "wp i add I1 Trained --target 5 --cumulative yes",
      "wp i record I1 4 --on 2020-05-01 --partner NP --source List",
      "wp i record I1 2.5 --on 2020-06-01", "wp i add I2 Letters",
      "wp i record I2 several --on 2020-06-02 --evidence papers/list.pdf",
      "wp a add A1 Training --type training --from 2020-05-05 --status delivered",
      "wp a add A2 Meeting --type meeting --from 2020-06-05",
      "wp a attend A1 C1 --count sme=12 --count cluster=3", "wp a attend A1 C2 --guests",
      "wp decision add DEC1 Go --meeting A2", "wp action add ACT1 Ask --meeting A2 --owner NP",
      "partner label add L1 NP --level gold --obtained 2019-03-01 --valid-to 2021-02-28",
      "partner strategy add S1 Plan --partner NP", "wp effort plan set NP WP1 14.50",
    ] {
      #expect(run(line, "a.db") == 0, "\(line)")
    }
  }

  private func run(_ line: String, _ project: String, to file: String = "out.txt") -> Int32 {
    let words = line.split(separator: " ").map(String.init)
    return Launch.run(words + ["--db", folder(project), "-o", folder(file), "--force"])
  }

  @Test func `has the same lists, and once more changes nothing`() throws {
    for path in Self.lists {
      #expect(run("\(path) export", "a.db", to: "list.csv") == 0, "\(path)")
      let exported = try folder.text("list.csv")
      #expect(exported.split(separator: "\n").count > 1, "\(path)")
      #expect(run("\(path) import \(folder("list.csv"))", "b.db") == 0, "\(path)")
      #expect(run("\(path) export", "b.db", to: "again.csv") == 0, "\(path)")
      // What people are known by is a number of their own project.
      let hasOwnNumbers = ["partner organisation", "partner contact"].contains(path)
      if !hasOwnNumbers { #expect(try folder.text("again.csv") == exported, "\(path)") }
      #expect(run("\(path) import \(folder("list.csv")) --format json", "b.db") == 0, "\(path)")
      let told = try folder.text("out.txt")
      #expect(told.contains("\"created\": 0,\n  \"updated\": 0,"), "\(path)")
    }
    for path in Self.lists where path != "partner contact" {
      #expect(run("\(path) list --format csv", "a.db", to: "list.csv") == 0, "\(path)")
      #expect(run("\(path) list --format csv", "b.db", to: "again.csv") == 0, "\(path)")
      #expect(try folder.text("again.csv") == folder.text("list.csv"), "\(path)")
    }
  }

  @Test func `a row that cannot stand is rejected with the field`() throws {
    let rows = [
      ("workpackage indicator reading", "indicator,on,value\nI9,2020-05-01,4\n", "indicator"),
      ("workpackage indicator reading", "indicator,on,value\nI1,2099-05-01,4\n", "date"),
      ("workpackage indicator reading", "indicator,on,value\nI1,2020-05-01,-4\n", "value"),
      ("workpackage activity participant", "activity,contact\nA1,C99\n", "contact"),
      ("workpackage activity participant", "activity,type,persons\nA1,sme,many\n", "type"),
      ("project period", "name,start_month,end_month\nRP1,M1,M14\n", "months"),
      ("project period", "name,start_month,end_month\nRP9,M25,M26\n", "name"),
    ]
    for (path, text, rule) in rows {
      let file = try #require(fopen(folder("bad.csv"), "w"))
      fputs(text, file)
      fclose(file)
      #expect(run("\(path) import \(folder("bad.csv")) --format json", "a.db") == 3, "\(text)")
      #expect(try folder.text("out.txt").contains("\"rule\": \"\(rule)\""), "\(text)")
    }
  }
}

import Basics
import Testing

@testable import BluesCore

@Suite struct `Importing the plan` {
  let store: Store

  init() throws { store = try Store.blues() }

  @Test func `deliverables come with their states and days`() throws {
    let list = """
      Deliverable number,Deliverable name,WP,Lead beneficiary,Nature,Dissemination level,Due month,Status,Submission date,Approval date,Short description
      D1.1,Study,WP1,NP,R,PU,M6,accepted,2020-07-31,2020-08-20,About water
      D1.2,Plan,1,AV,DEC,CO,8,submitted,2020-08-31,,
      D3.1,Tool,wp3,zinnae,OTHER,PU,2021-05-15,pending,,,
      D3.2,Guide,,,,,M12,,,,

      """
    let first = try store.importList(.deliverables, list)
    #expect(first.counts == [4, 4, 0, 0, 0])
    let all = try store.deliverables.all()
    #expect(all.map(\.code.description) == ["D1.1", "D1.2", "D3.1", "D3.2"])
    #expect(all.map(\.state) == [.accepted, .submitted, .pending, .pending])
    #expect(all.map(\.submittedOn?.iso) == ["2020-07-31", "2020-08-31", nil, nil])
    #expect(all.map(\.decidedOn?.iso) == ["2020-08-20", nil, nil, nil])
    #expect(all.map(\.due.text) == ["M6", "M8", "2021-05-15", "M12"])
    #expect(all.map(\.lead) == ["NP", "AV", "ZINNAE", nil])
    #expect(all.map(\.type) == ["R", "DEC", "OTHER", nil])
    #expect(all[0].description == "About water")
    #expect(try store.importList(.deliverables, list).counts == [4, 0, 0, 4, 0])
    #expect(try store.history.steps().count == 2)
    let next = list.replacing("Guide", with: "Handbook").replacing("About water", with: "")
    #expect(try store.importList(.deliverables, next).counts == [4, 0, 1, 3, 0])
    #expect(try store.deliverables.one(.init("D1.1")).description == "About water")
  }

  @Test(arguments: [
    ("Livrable,Intitulé,Lot,Chef de file,Échéance", "Entregable,Título,PT,Responsable,Plazo"),
    (
      "Liefergegenstand,Bezeichnung,Arbeitspaket,Leitung,Frist",
      "Produkt,Nazwa,Pakiet prac,Lider,Termin"
    ),
    ("Výstup,Název,Pracovní balíček,Vedoucí,Termín", "No,Title,WP,Lead,Due"),
  ])
  func `headings of six languages are known`(one: String, other: String) throws {
    #expect(
      try store.importList(.deliverables, "\(one)\nD1.1,Study,WP1,NP,M6\n").counts == [
        1, 1, 0, 0, 0,
      ])
    #expect(
      try store.importList(.deliverables, "\(other)\nD1.1,Study,WP1,NP,M6\n").counts == [
        1, 0, 0, 1, 0,
      ])
    let read = try store.deliverables.one(.init("D1.1"))
    #expect([read.title, read.lead, read.due.text] == ["Study", "NP", "M6"])
  }

  @Test func `work packages, tasks, milestones, partners and risks know them as well`() throws {
    #expect(
      try store.importList(
        .workPackages, "Arbeitspaket,Bezeichnung,Leitung,Beginn,Ende\nWP6,Neu,NP,M1,M3\n"
      )
      .counts == [1, 1, 0, 0, 0])
    #expect(
      try store.importList(.tasks, "Tâche,Titre,Responsable,Début,Fin\nT1.1,Étude,AV,M1,M3\n")
        .counts
        == [1, 1, 0, 0, 0])
    #expect(
      try store.importList(
        .milestones, "Kamień milowy,Nazwa,Pakiet prac,Lider,Termin\nMS1,Start,WP1,NP,M2\n"
      )
      .counts == [1, 1, 0, 0, 0])
    #expect(
      try store.importList(.partners, "Zkratka,Název,Země,Město\nHY,Hydro,CZ,Brno\n").counts
        == [1, 1, 0, 0, 0])
    #expect(
      try store.importList(
        .risks, "Číslo,Riziko,Pravděpodobnost,Dopad,Opatření\nR1,Zákaz cest,vysoká,2,Online\n"
      ).counts
        == [1, 1, 0, 0, 0])
    let risk = try store.risks.one(.init("R1"))
    #expect([risk.likelihood, risk.impact] == [.high, .medium])
    #expect(risk.mitigation == "Online")
  }

  @Test(arguments: [
    ("D1.1,T,M6,,,,", 0, "", "", ""),
    ("X,T,M6,,,,", 1, "X", "code", "a deliverable such as D1.1"),
    (",T,M6,,,,", 1, "", "code", "a deliverable such as D1.1"),
    ("D1.1,T,June,,,,", 3, "June", "due", "a project month such as M6 or a date"),
    ("D1.1,T,,,,,", 3, "", "due", "a project month such as M6 or a date"),
    ("D1.1,T,M6,WP2,,,", 4, "WP2", "work-package", "WP1, as D1.1 says"),
    ("D1.1,T,M6,W,,,", 4, "W", "work-package", "a work package such as WP3"),
    (
      "D1.1,T,M6,,sent,,", 5, "sent", "state", "one of pending, submitted, accepted, rejected"
    ),
    ("D1.1,T,M6,,submitted,,", 6, "", "date", "the day submitted work was sent"),
    ("D1.1,T,M6,,accepted,2020-07-01,", 7, "", "date", "the day it was accepted"),
    ("D1.1,T,M6,,submitted,1.7.20,", 6, "1.7.20", "date", "a date such as 2020-07-31"),
    ("D9.1,T,M6,,,,", 1, "D9.1", "record", "Unknown work package: WP9."),
  ])
  func `a row of deliverables that cannot stand says why`(
    row: String, column: Int, value: String, rule: String, expected: String
  ) throws {
    let imported = try store.importList(
      .deliverables, "code,title,due,wp,state,submitted_on,decided_on\n\(row)\n")
    guard !rule.isEmpty else {
      #expect(imported.counts == [1, 1, 0, 0, 0])
      return
    }
    let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    #expect(
      imported.rejected == [
        Rejection(
          line: 2, column: column, value: value, rule: rule,
          reason: rule == "record" ? expected : "Expected \(expected).", cells: cells)
      ])
    #expect(try store.deliverables.all() == [])
    #expect(try store.history.steps().count == 1)
  }

  @Test func `leads, types and levels are held against what is known`() throws {
    let imported = try store.importList(
      .deliverables, "code,due,lead,type,level\nD1.1,M6,XX,,\nD1.2,M6,,PAPER,\nD1.3,M6,,,SECRET\n")
    let types = ["R", "DEM", "DEC", "OTHER", "ETHICS", "ORDP", "DATA", "DMP", "ADM", "PDE"]
    let levels = ["PU", "CO", "CI", "SEN"]
    #expect(imported.rejected.map(\.rule) == ["partner", "type", "level"])
    #expect(
      imported.rejected.map(\.reason) == [
        "Unknown partner: XX.",
        "Expected one of \(types.joined(separator: ", ")).",
        "Expected one of \(levels.joined(separator: ", ")).",
      ])
    #expect(imported.rejected.map(\.column) == [3, 4, 5])
    #expect(imported.rejected.map(\.value) == ["XX", "PAPER", "SECRET"])
  }

  @Test func `a decision stays when a list says only when work was sent`() throws {
    try store.importList(
      .deliverables,
      "code,due,state,submitted_on,decided_on\nD1.1,M6,accepted,2020-07-31,2020-08-20\n")
    let again = try store.importList(
      .deliverables, "code,submitted_on\nD1.1,2020-07-31\n")
    #expect(again.counts == [1, 0, 0, 1, 0])
    let deliverable = try store.deliverables.one(.init("D1.1"))
    #expect(deliverable.state == .accepted)
    #expect(deliverable.decidedOn?.iso == "2020-08-20")
  }

  @Test func `milestones have several work packages and leads`() throws {
    let list = """
      No,Name,Related WPs,Lead,Due month,Means of verification,Achieved,Forecast
      MS1,Kick-off,WP1; WP5,BNPT|AV,1,Minutes,2020-02-15,
      2,Pilot open,3,"ZINNAE, NP",M8,Web page,,2020-11-01
      M3,End,,,2022-01-31,,,

      """
    #expect(try store.importList(.milestones, list).counts == [3, 3, 0, 0, 0])
    let all = try store.milestones.all()
    #expect(all.map(\.code.description) == ["MS1", "MS2", "MS3"])
    #expect(all.map { $0.workPackages.map(\.description) } == [["WP1", "WP5"], ["WP3"], []])
    #expect(all.map(\.leads) == [["BNPT", "AV"], ["ZINNAE", "NP"], []])
    #expect(all.map(\.achievedOn?.iso) == ["2020-02-15", nil, nil])
    #expect(all.map(\.forecastOn?.iso) == [nil, "2020-11-01", nil])
    #expect(all.map(\.due.text) == ["M1", "M8", "2022-01-31"])
    #expect(try store.importList(.milestones, list).counts == [3, 0, 0, 3, 0])
    let bad = try store.importList(
      .milestones, "code,due,wps,leads\nX,M1,,\nMS4,M1,WP9,\nMS5,M1,W,\nMS6,M1,,XX\nMS7,,,\n")
    #expect(bad.rejected.map(\.rule) == ["code", "work-package", "work-package", "partner", "due"])
    #expect(bad.rejected.map(\.column) == [1, 3, 3, 4, 2])
    #expect(bad.rejected.map(\.value) == ["X", "WP9", "W", "XX", ""])
    #expect(try store.milestones.all() == all)
  }

  @Test func `tasks and work packages come with their months`() throws {
    let packages =
      "WP,Title,Lead,Start M,End M,Participants\n1,Capacity,,2,20,AV; NP\nWP6,New,av,M3,M9,\n"
    #expect(try store.importList(.workPackages, packages).counts == [2, 1, 1, 0, 0])
    #expect(try store.importList(.workPackages, packages).counts == [2, 0, 0, 2, 0])
    let package = try store.workPackages.one(.init("WP1"))
    #expect([package.startMonth.number, package.endMonth.number] == [2, 20])
    #expect(package.lead == "NP")
    let tasks = "Task,Name,From,To\nT1.1,Survey,M2,6\nT6.1,Model,,\n"
    #expect(try store.importList(.tasks, tasks).counts == [2, 2, 0, 0, 0])
    #expect(try store.importList(.tasks, tasks).counts == [2, 0, 0, 2, 0])
    #expect(try store.tasks.all().map(\.endMonth.number) == [6, 9])
    let bad = try store.importList(
      .tasks, "code,start,end\nT1,M1,M2\nT1.2,M9,M2\nT1.3,June,\nT9.1,,\n")
    #expect(bad.rejected.map(\.rule) == ["code", "month", "month", "record"])
    #expect(bad.rejected.map(\.column) == [1, 3, 2, 1])
    #expect(bad.rejected[1].reason == "T1.2 would end before it starts.")
  }

  @Test func `partners come with countries and roles as tables write them`() throws {
    let list = """
      Short name,Legal name,Country,Category
      AV,Aqua Valley,Frankreich,Beneficiary
      UNI,University,Polska,Associated partner
      LAB,Laboratory,CZ,

      """
    #expect(try store.importList(.partners, list).counts == [3, 2, 1, 0, 0])
    #expect(try store.importList(.partners, list).counts == [3, 0, 0, 3, 0])
    #expect(try store.partners.one(.init("UNI")).role == .associated)
    #expect(try store.partners.one(.init("UNI")).country == "PL")
    #expect(try store.partners.one(.init("AV")).country == "FR")
    let bad = try store.importList(
      .partners, "code,country,role\n;;,,\nXY,Atlantis,\nXZ,,Coordinator\n")
    #expect(bad.rejected.map(\.rule) == ["code", "country", "role"])
    #expect(bad.rejected[2].reason == "The project already has a coordinator, BNPT.")
  }

  @Test func `unmapped columns are refused, ignored or kept`() throws {
    #expect(throws: MappingProblem.self) { try store.importList(.tasks, "code,colour\nT1.1,red\n") }
    let kept = ImportRequest.test(unmapped: .keep)
    #expect(
      try store.importList(.tasks, "code,colour\nT1.1,red\n", kept).counts == [1, 1, 0, 0, 0])
    #expect(
      try store.importList(.tasks, "code,colour\nT1.1,red\n", kept).counts == [1, 0, 0, 1, 0])
    #expect(
      try store.importList(.tasks, "code,colour\nT1.1,blue\n", kept).counts == [1, 0, 1, 0, 0])
    #expect(try store.answer("SELECT extra ->> 'colour' AS c FROM task") == ["[c:\"blue\"]"])
  }

  @Test func `a kept cell that is blank stays, and columns may change places`() throws {
    let kept = ImportRequest.test(unmapped: .keep)
    try store.importList(.tasks, "code,a,b\nT1.1,1,2\n", kept)
    #expect(try store.importList(.tasks, "b,code,a\n2,T1.1,1\n", kept).counts == [1, 0, 0, 1, 0])
    #expect(try store.importList(.tasks, "code,a,b\nT1.1,,3\n", kept).counts == [1, 0, 1, 0, 0])
    #expect(
      try store.answer("SELECT extra ->> 'a' AS a, extra ->> 'b' AS b FROM task") == [
        "[a:\"1\" b:\"3\"]"
      ])
    for (list, code, table) in [
      (RecordList.deliverables, "D1.1", "deliverable"), (.milestones, "MS1", "milestone"),
      (.workPackages, "WP1", "work_package"), (.partners, "AV", "partner"),
    ] {
      let due = list.fields.contains { $0.name == "due" } ? ",due" : ""
      let month = list.fields.contains { $0.name == "due" } ? ",M6" : ""
      try store.importList(list, "code,a,b\(due)\n\(code),1,2\(month)\n", kept)
      try store.importList(list, "code,a,b\n\(code),,3\n", kept)
      #expect(
        try store.answer(
          "SELECT extra ->> 'a' AS a, extra ->> 'b' AS b FROM \(table) WHERE extra > ''")
          == ["[a:\"1\" b:\"3\"]"])
    }
  }

  @Test func `another spelling of a letter is a change`() throws {
    try store.importList(.tasks, "code,title\nT1.1,caf\u{E9}\n")
    #expect(
      try store.importList(.tasks, "code,title\nT1.1,cafe\u{301}\n").counts == [1, 0, 1, 0, 0])
    #expect(
      try store.importList(.tasks, "code,title\nT1.1,cafe\u{301}\n").counts == [1, 0, 0, 1, 0])
  }

  @Test func `defaults fill what a row does not say, and must name a field`() throws {
    try store.importList(
      .deliverables, "code,lead\nD1.1,\nD1.2,AV\n", .test(set: ["lead=NP", "due=M9"]))
    #expect(try store.deliverables.all().map(\.lead) == ["NP", "AV"])
    #expect(try store.deliverables.all().map(\.due.text) == ["M9", "M9"])
    #expect(
      throws: MappingProblem.unknownField("leader", known: RecordList.tasks.fields.map(\.name))
    ) {
      try store.importList(.tasks, "code\nT1.1\n", .test(set: ["leader=NP"]))
    }
  }

  @Test func `too many rejected rows stop the import and nothing is changed`() throws {
    let before = try store.dump()
    #expect(throws: ImportProblem.tooManyRejected(1)) {
      try store.importList(.tasks, "code\nT1.1\nX\nY\n", .test(mostRejected: 1))
    }
    #expect(try store.dump() == before)
  }
}

internal import GRDB

extension PlanList {
  package static let milestones = PlanList(
    noun: "milestones",
    fields: [
      ImportField("code", "no,number,milestone,milestone number,milestone no", isRequired: true),
      ImportField("title", "name,milestone name,milestone title"),
      ImportField("work_packages", "wp,wps,related wp,related wps,related work packages"),
      ImportField("leads", "lead,leader,lead beneficiary,lead partner"),
      ImportField("due", "due month,due date,month,deadline"),
      ImportField("verification", "means of verification"),
      ImportField("achieved_on", "achieved,achieved date"),
      ImportField("forecast_on", "forecast,forecast date"),
    ],
    put: { row, write in
      let code = try row.require("code", "code", "a milestone such as MS2") {
        MilestoneCode(numberLike: $0)
      }
      let draft = Milestones.Draft(
        title: row.text("title"), workPackages: try packages(row), leads: row.list("leads"),
        due: try row.read("due", "due", "a project month such as M6 or a date") { Due($0) },
        verification: row.text("verification"), extra: row.extra)
      let db = write.db
      let today = write.invocation.today
      if let id = try Milestones.find(code, in: db) {
        let before = try Milestones.fetchOne(code, db, today: today)
        let extra = try storedExtra("milestone", id, db)
        try Milestones.update(id, draft, write)
        try setDays(row, id, write)
        return verdict(
          before, try Milestones.fetchOne(code, db, today: today),
          extra: (extra, try storedExtra("milestone", id, db)))
      }
      guard draft.due != nil else {
        throw PlanRow.Refusal(
          field: "due", rule: "due", expected: "a project month such as M6 or a date")
      }
      try Milestones.insert(code, draft, write)
      try setDays(row, Milestones.id(code, in: db), write)
      return .created
    })

  private static func packages(_ row: PlanRow) throws -> [WorkPackageCode]? {
    try row.list("work_packages")?.map { text in
      let code = try? WorkPackageCode(text)
      guard let code = wholeNumber(text.utf8).flatMap({ WorkPackageCode(number: $0) }) ?? code
      else {
        throw PlanRow.Refusal(
          field: "work_packages", rule: "work-package",
          expected: "work packages such as WP2; WP3")
      }
      return code
    }
  }

  private static func setDays(_ row: PlanRow, _ id: Int64, _ write: Transaction) throws {
    let achieved = try row.day("achieved_on")
    let forecast = try row.day("forecast_on")
    guard achieved != nil || forecast != nil else { return }
    try write.db.execute(
      sql: """
        UPDATE milestone
        SET achieved_on = coalesce(?, achieved_on), forecast_on = coalesce(?, forecast_on)
        WHERE id = ?
        """,
      arguments: [achieved, forecast, id])
  }
}

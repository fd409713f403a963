internal import GRDB

extension PlanList {
  package static let workPackages = PlanList(
    noun: "work packages",
    fields: [
      ImportField("code", "no,number,wp,work package,work package number", isRequired: true),
      ImportField("title", "name,work package title"),
      ImportField("lead", "leader,lead beneficiary,lead partner,wp leader"),
      ImportField("start_month", "start,from,start m"),
      ImportField("end_month", "end,to,end m"),
      ImportField("participants", "partners,participating partners"),
      ImportField("objectives", "objective,goals,description"),
    ],
    put: { row, write in
      let code = try row.require("code", "code", "a work package such as WP3") { text in
        try wholeNumber(text.utf8).flatMap { WorkPackageCode(number: $0) } ?? WorkPackageCode(text)
      }
      let draft = WorkPackages.Draft(
        title: row.text("title"), lead: row.text("lead"),
        startMonth: try row.month("start_month"), endMonth: try row.month("end_month"),
        participants: row.text("participants"), objectives: row.text("objectives"),
        extra: row.extra)
      let today = write.invocation.today
      let db = write.db
      guard
        let id = try Int64.fetchOne(
          db, sql: "SELECT id FROM work_package WHERE number = ?", arguments: [code.number])
      else {
        try WorkPackages.insert(code, draft, write)
        return .created
      }
      let before = try WorkPackages.fetchOne(code, db, today: today)
      let extra = try storedExtra("work_package", id, db)
      try WorkPackages.update(id, code, draft, db)
      return verdict(
        before, try WorkPackages.fetchOne(code, db, today: today),
        extra: (extra, try storedExtra("work_package", id, db)))
    })

  package static let tasks = PlanList(
    noun: "tasks",
    fields: [
      ImportField("code", "no,number,task,task number", isRequired: true),
      ImportField("title", "name,task title"),
      ImportField("lead", "leader,lead beneficiary,lead partner"),
      ImportField("start_month", "start,from"),
      ImportField("end_month", "end,to"),
    ],
    put: { row, write in
      let code = try row.require("code", "code", "a task such as T1.2") { try TaskCode($0) }
      let draft = PlanTasks.Draft(
        title: row.text("title"), lead: row.text("lead"),
        startMonth: try row.month("start_month"), endMonth: try row.month("end_month"),
        extra: row.extra)
      let db = write.db
      guard let id = try PlanTasks.find(code, in: db) else {
        try PlanTasks.insert(code, draft, write)
        return .created
      }
      let before = try PlanTasks.fetch(db)
      let extra = try storedExtra("task", id, db)
      try PlanTasks.update(id, code, draft, db)
      return verdict(
        before, try PlanTasks.fetch(db), extra: (extra, try storedExtra("task", id, db)))
    })

  static func storedExtra(_ table: String, _ id: Int64, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT extra FROM \(table) WHERE id = ?", arguments: [id])
  }
}

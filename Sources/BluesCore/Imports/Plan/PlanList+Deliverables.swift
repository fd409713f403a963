internal import GRDB

extension PlanList {
  package static let deliverables = PlanList(
    noun: "deliverables",
    fields: [
      ImportField(
        "code", "no,number,deliverable,deliverable number,rel no,deliverable no",
        isRequired: true),
      ImportField("title", "name,deliverable name,deliverable title"),
      ImportField("description", "short description"),
      ImportField("work_package", "wp,wp no,work package number,workpackage"),
      ImportField("lead", "leader,lead beneficiary,lead partner,responsible"),
      ImportField("type", "nature,deliverable type"),
      ImportField("level", "dissemination level,dissemination"),
      ImportField("due", "due month,due date,delivery month,delivery date,month,deadline"),
      ImportField("state", "status"),
      ImportField("submitted_on", "submitted,submission date,actual submission date"),
      ImportField("decided_on", "decided,approval date"),
    ],
    put: { row, write in
      let code = try row.require("code", "code", "a deliverable such as D3.1") {
        try DeliverableCode($0)
      }
      try checkPackage(row, code)
      let draft = Deliverables.Draft(
        title: row.text("title"), description: row.text("description"), lead: row.text("lead"),
        type: row.text("type"), level: row.text("level"),
        due: try row.read("due", "due", "a project month such as M6 or a date") { Due($0) },
        extra: row.extra)
      let db = write.db
      guard let id = try Deliverables.find(code, in: db) else {
        guard draft.due != nil else {
          throw PlanRow.Refusal(
            field: "due", rule: "due", expected: "a project month such as M6 or a date")
        }
        try Deliverables.insert(code, draft, write)
        try setState(row, Deliverables.id(code, in: db), write)
        return .created
      }
      let today = write.invocation.today
      let before = try Deliverables.fetchOne(code, db, today: today)
      let extra = try storedExtra("deliverable", id, db)
      try Deliverables.update(id, draft, db)
      try setState(row, id, write)
      return verdict(
        before, try Deliverables.fetchOne(code, db, today: today),
        extra: (extra, try storedExtra("deliverable", id, db)))
    })

  private static func checkPackage(_ row: PlanRow, _ code: DeliverableCode) throws {
    let package = try row.read("work_package", "work-package", "a work package such as WP3") {
      try wholeNumber($0.utf8).flatMap { WorkPackageCode(number: $0) } ?? WorkPackageCode($0)
    }
    guard let package, package != code.workPackage else { return }
    throw PlanRow.Refusal(
      field: "work_package", rule: "work-package",
      expected: "\(code.workPackage), as \(code) says")
  }

  /// States are taken from a list only with the day they happened.
  private static func setState(_ row: PlanRow, _ id: Int64, _ write: Transaction) throws {
    let known = Deliverable.State.allCases.map(\.rawValue)
    let state = try row.read("state", "state", "one of \(known.joined(separator: ", "))") {
      Deliverable.State(rawValue: $0.asciiLowered)
    }
    let submitted = try row.day("submitted_on")
    let decided = try row.day("decided_on")
    guard state != nil || submitted != nil else { return }
    let now = try Row.fetchOne(
      write.db, sql: "SELECT state, submitted_on, decided_on FROM deliverable WHERE id = ?",
      arguments: [id])
    let earlier: Day? = now?["submitted_on"]
    // The day it was sent, told again, says nothing against a decision made since.
    if state == nil, earlier == submitted { return }
    let settled = state ?? .submitted
    if settled == .pending {
      guard earlier == nil else {
        throw PlanRow.Refusal(
          field: "state", rule: "state",
          expected: "submitted or a decision, because a submission cannot be withdrawn")
      }
      return
    }
    guard let sent = submitted ?? earlier else {
      throw PlanRow.Refusal(
        field: "submitted_on", rule: "date", expected: "the day \(settled.rawValue) work was sent")
    }
    if settled != .submitted, decided == nil {
      throw PlanRow.Refusal(
        field: "decided_on", rule: "date", expected: "the day it was \(settled.rawValue)")
    }
    let ruling = settled == .submitted ? nil : decided
    try write.db.execute(
      sql: "UPDATE deliverable SET state = ?, submitted_on = ?, decided_on = ? WHERE id = ?",
      arguments: [settled.rawValue, sent, ruling, id])
    if earlier != sent {
      try Deliverables.record("submitted", of: id, on: sent, note: nil, write)
    }
    if let ruling, now?["state"] != settled.rawValue || now?["decided_on"] != ruling {
      try Deliverables.record(settled.rawValue, of: id, on: ruling, note: nil, write)
    }
  }
}

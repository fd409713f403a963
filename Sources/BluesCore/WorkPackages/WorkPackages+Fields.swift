package import Documents

extension Cell {
  /// A text that may be missing.
  package static func text(orEmpty text: String?) -> Cell {
    text.map { .text($0) } ?? .empty
  }

  /// A day that may be missing.
  package static func day(orEmpty day: Day?) -> Cell {
    day.map { .day($0.iso) } ?? .empty
  }
}

extension WorkPackage {
  package static let fields: [Field<WorkPackage>] = [
    Field("code", "WP") { .text($0.code.description) },
    Field("title", "Title") { .text($0.title) },
    Field("lead", "Lead") { .text(orEmpty: $0.lead) },
    Field("start_month", "From") { .text($0.startMonth.description) },
    Field("end_month", "To") { .text($0.endMonth.description) },
    Field("starts_on", "Starts", shown: false) { .day($0.startsOn.iso) },
    Field("ends_on", "Ends", shown: false) { .day($0.endsOn.iso) },
    Field("deliverables", "Deliverables") { .integer($0.deliverables) },
    Field("delivered", "Delivered") { .integer($0.delivered) },
    Field("late", "Late") { $0.late == 0 ? .integer(0) : .state(String($0.late), .bad) },
    Field("participants", "Participants", shown: false) { .text(orEmpty: $0.participants) },
    Field("objectives", "Objectives", shown: false) { .text(orEmpty: $0.objectives) },
  ]
}

extension PlanTask {
  package static let fields: [Field<PlanTask>] = [
    Field("code", "Task") { .text($0.code.description) },
    Field("title", "Title") { .text($0.title) },
    Field("lead", "Lead") { .text(orEmpty: $0.lead) },
    Field("start_month", "From") { .text($0.startMonth.description) },
    Field("end_month", "To") { .text($0.endMonth.description) },
    Field("starts_on", "Starts", shown: false) { .day($0.startsOn.iso) },
    Field("ends_on", "Ends", shown: false) { .day($0.endsOn.iso) },
  ]
}

extension Standing {
  package var cell: Cell {
    switch self {
    case .done: .state(words, .good)
    case .doneLate: .state(words, .warning)
    case .late: .state(words, .bad)
    case .ahead(let days): .state(words, days <= 14 ? .warning : .plain)
    }
  }

  package var tone: Tone {
    switch self {
    case .done: .good
    case .doneLate: .warning
    case .late: .bad
    case .ahead: .plain
    }
  }
}

extension Deliverable {
  package static let fields: [Field<Deliverable>] = [
    Field("code", "No") { .text($0.code.description) },
    Field("title", "Title") { .text($0.title) },
    Field("work_package", "WP", shown: false) { .text($0.code.workPackage.description) },
    Field("lead", "Lead") { .text(orEmpty: $0.lead) },
    Field("type", "Type", shown: false) { .text(orEmpty: $0.type) },
    Field("level", "Level", shown: false) { .text(orEmpty: $0.level) },
    Field("due", "Due") { .text($0.due.text) },
    Field("due_on", "Due on") { .day($0.dueOn.iso) },
    Field("state", "State") { .text($0.state.rawValue) },
    Field("submitted_on", "Submitted", shown: false) { .day(orEmpty: $0.submittedOn) },
    Field("decided_on", "Decided", shown: false) { .day(orEmpty: $0.decidedOn) },
    Field("standing", "Standing") { $0.standing.cell },
    Field("description", "Description", shown: false) { .text(orEmpty: $0.description) },
  ]
}

extension DeliverableStep {
  package static let fields: [Field<DeliverableStep>] = [
    Field("on", "On") { .day($0.on.iso) },
    Field("step", "Step") { .text($0.step) },
    Field("old_due", "Due before") { .text(orEmpty: $0.oldDue) },
    Field("new_due", "Due") { .text(orEmpty: $0.newDue) },
    Field("note", "Note") { .text(orEmpty: $0.note) },
  ]
}

extension Milestone {
  package static let fields: [Field<Milestone>] = [
    Field("code", "No") { .text($0.code.description) },
    Field("title", "Title") { .text($0.title) },
    Field("work_packages", "WP") { .list($0.workPackages.map(\.description)) },
    Field("leads", "Lead") { .list($0.leads) },
    Field("due", "Due") { .text($0.due.text) },
    Field("due_on", "Due on") { .day($0.dueOn.iso) },
    Field("achieved_on", "Achieved") { .day(orEmpty: $0.achievedOn) },
    Field("forecast_on", "Forecast") { .day(orEmpty: $0.forecastOn) },
    Field("standing", "Standing") { $0.standing.cell },
    Field("verification", "Verification", shown: false) { .text(orEmpty: $0.verification) },
  ]
}

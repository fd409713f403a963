internal import Basics

/// The work that a row of hours names: a package, and perhaps a task of it.
struct TimesheetWork {
  let package: Int64
  let task: Int64
}

/// The persons and the work that the rows of a list of hours name, each looked for once.
struct TimesheetNames {
  private(set) var persons: [String: Int64] = [:]
  private(set) var works: [String: TimesheetWork] = [:]
  private let context: RecordContext

  init(_ context: RecordContext) { self.context = context }

  /// The person that a row names.
  mutating func person(of row: ImportRow) throws -> Int64 {
    let text = try row.require("person", "person", "the short code of a person") { $0 }
    if let known = persons[text] { return known }
    let id = try id(text, in: Person.target, "person")
    persons[text] = id
    return id
  }

  /// The work that a row names; words in the place of a task's code are what was done.
  mutating func work(of row: ImportRow) throws -> (TimesheetWork, words: String?) {
    let (package, task) = (row.text("work_package"), row.text("task"))
    let code = task.flatMap { try? TaskCode(listed: $0) }
    let words = code == nil ? task : nil
    let name = "\(package ?? "")\n\(words == nil ? task ?? "" : "")"
    if let known = works[name] { return (known, words) }
    guard package != nil || code != nil else {
      throw ImportRow.Refusal(
        field: "work_package", rule: "work-package", expected: "a work package such as WP3")
    }
    let named = try package.map { try id($0, in: WorkPackage.target, "work_package") }
    var work = TimesheetWork(package: named ?? 0, task: 0)
    if let code {
      let own = try id(code.workPackage.description, in: WorkPackage.target, "task")
      if let named, named != own {
        throw ImportRow.Refusal(
          field: "task", rule: "task", reason: "\(code) is not a task of \(package ?? "").")
      }
      work = TimesheetWork(
        package: own, task: try id(code.description, in: PlanTask.target, "task"))
    }
    works[name] = work
    return (work, words)
  }

  private func id(_ text: String, in target: RecordTarget, _ field: String) throws -> Int64 {
    do {
      return try context.id(text, in: target)
    } catch let problem as any Problem {
      throw ImportRow.Refusal(
        field: field, rule: field == "work_package" ? "work-package" : field, problem: problem)
    }
  }
}

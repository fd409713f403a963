internal import GRDB

/// That one task begins after another.
struct TaskLink: Sendable, Equatable {
  let task: TaskCode
  let after: TaskCode
  /// The last month of the task that it begins after.
  let afterEnd: ProjectMonth

  /// All of the project, in the order in which they were made.
  static func all(_ db: Database) throws -> [TaskLink] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT task.number AS number, package.number AS whole,
                 before.number AS before_number, before_package.number AS before_whole,
                 before.end_month AS before_end
          FROM follower_task
          JOIN task ON task.id = task_id
          JOIN work_package AS package ON package.id = task.work_package_id
          JOIN task AS before ON before.id = after_id
          JOIN work_package AS before_package ON before_package.id = before.work_package_id
          ORDER BY package.number, task.number, before_package.number, before.number
          """)
    ).map { row in
      func code(_ at: Int) throws -> TaskCode {
        let package = try row.stored(at + 1, "number") { WorkPackageCode(number: $0) }
        return try row.stored(at, "number") { TaskCode(workPackage: package, number: $0) }
      }
      return TaskLink(
        task: try code(0), after: try code(2),
        afterEnd: try row.stored(4, "end_month") { ProjectMonth(number: $0) })
    }
  }
}

extension PlanTask {
  /// Refuses a task that would begin after itself by way of others, naming the ring.
  static func refuseRing(_ task: PlanTask, _ said: Changes, _ context: RecordContext) throws {
    guard said.says("after"), !task.after.isEmpty else { return }
    var before = Dictionary(grouping: try TaskLink.all(context.db), by: \.task)
      .mapValues { $0.map(\.after) }
    before[task.code] = task.after
    guard let ring = way(from: task.code, to: task.code, before) else { return }
    throw AttributeProblem(attribute: "after", problem: PlanProblem.ring(ring))
  }

  /// The tasks on a way back from one to another, both named; nil where there is none.
  private static func way(
    from first: TaskCode, to last: TaskCode, _ before: [TaskCode: [TaskCode]]
  ) -> [TaskCode]? {
    var seen: Set<TaskCode> = []
    var open = [[first]]
    while let path = open.popLast() {
      guard let end = path.last else { continue }
      for next in before[end] ?? [] {
        if next == last { return path + [next] }
        if seen.insert(next).inserted { open.append(path + [next]) }
      }
    }
    return nil
  }
}

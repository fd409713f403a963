package import Basics

/// What slips if a part of the plan ends later: nothing is re-planned, it is only worked out.
///
/// A task moves whole behind the tasks that it begins after. What was due once a task, deliverable
/// or milestone of its work package was over waits for it as well, and a work package and the
/// project end no earlier than what is in them.
package struct PlanSlips: Sendable {
  private let project: Project
  private let packages: [WorkPackage]
  private let tasks: [PlanTask]
  private let deliverables: [Deliverable]
  private let milestones: [Milestone]

  package init(of store: Store) throws {
    project = try store.project.overview().project
    packages = try store.workPackages.all()
    tasks = try store.tasks.all()
    deliverables = try store.deliverables.all()
    milestones = try store.milestones.all()
  }

  /// What slips if a task ends in another month.
  package func after(_ task: PlanTask, endingIn month: ProjectMonth) -> [PlanSlip] {
    guard month > task.endMonth else { return [] }
    let moved = moves(of: task, by: month.number - task.endMonth.number)
    var slips = tasks.compactMap { follower -> PlanSlip? in
      guard follower.code != task.code, let move = moved[follower.code] else { return nil }
      return PlanSlip(
        kind: "task", code: "\(follower.code)", title: follower.title,
        planned: span(follower.startMonth, follower.endMonth),
        earliest: span(
          later(follower.startMonth, by: move.months), later(follower.endMonth, by: move.months)),
        reason: "it begins after \(move.after)")
    }
    let ends = tasks.compactMap { one -> Ending? in
      guard let move = moved[one.code] else { return nil }
      let was = one.code == task.code ? task.endMonth : one.endMonth
      return Ending(
        code: "\(one.code)", packages: [one.code.workPackage], was: was,
        now: later(was, by: move.months))
    }
    for end in ends { slips += due(after: end, besides: slips) }
    return slips + wholes(of: ends)
  }

  /// What slips if a deliverable is due at another time.
  package func after(_ deliverable: Deliverable, due: Due) -> [PlanSlip] {
    after("\(deliverable.code)", [deliverable.code.workPackage], from: deliverable.due, to: due)
  }

  /// What slips if a milestone is due at another time.
  package func after(_ milestone: Milestone, due: Due) -> [PlanSlip] {
    after("\(milestone.code)", milestone.workPackages, from: milestone.due, to: due)
  }

  private func after(
    _ code: String, _ packages: [WorkPackageCode], from was: Due, to due: Due
  ) -> [PlanSlip] {
    guard let was = month(of: was), let now = month(of: due), now > was else { return [] }
    let end = Ending(code: code, packages: packages, was: was, now: now)
    return self.due(after: end, besides: []) + wholes(of: [end])
  }

  // MARK: Tasks that follow

  /// By how many months a task moves, and behind which one.
  private struct Move {
    let months: Int
    let after: TaskCode
  }

  /// What moves with a task: each follower behind the last of those that it begins after.
  ///
  /// Where two overlap already, they go on to overlap by as much.
  private func moves(of task: PlanTask, by months: Int) -> [TaskCode: Move] {
    var moved = [task.code: Move(months: months, after: task.code)]
    var open = [task.code]
    let ends = Dictionary(
      uniqueKeysWithValues: tasks.map { ($0.code, $0.endMonth.number) }
    ).merging([task.code: task.endMonth.number]) { _, was in was }
    while !open.isEmpty {
      let code = open.removeFirst()
      guard let end = ends[code], let move = moved[code] else { continue }
      for follower in tasks where follower.after.contains(code) {
        let start = follower.startMonth.number
        let needed = max(0, end + move.months + 1 - start) - max(0, end + 1 - start)
        guard needed > moved[follower.code]?.months ?? 0 else { continue }
        moved[follower.code] = Move(months: needed, after: code)
        open.append(follower.code)
      }
    }
    return moved
  }

  // MARK: What is due behind it

  /// A part of the plan that ends later.
  private struct Ending {
    let code: String
    let packages: [WorkPackageCode]
    let was: ProjectMonth
    let now: ProjectMonth
  }

  /// What is open in the same work packages and was due behind it, but would not be any more.
  private func due(after end: Ending, besides known: [PlanSlip]) -> [PlanSlip] {
    func slip(_ kind: String, _ code: String, _ title: String, _ due: Due) -> PlanSlip? {
      guard code != end.code, !known.contains(where: { $0.code == code }),
        let month = month(of: due), month >= end.was, month < end.now
      else { return nil }
      return PlanSlip(
        kind: kind, code: code, title: title, planned: due.text, earliest: "\(end.now)",
        reason: "\(end.code) would be over only then")
    }
    let owed = deliverables.filter {
      end.packages.contains($0.code.workPackage) && [.pending, .rejected].contains($0.state)
    }
    let awaited = milestones.filter {
      $0.achievedOn == nil && !$0.workPackages.filter(end.packages.contains).isEmpty
    }
    return owed.compactMap { slip("deliverable", "\($0.code)", $0.title, $0.due) }
      + awaited.compactMap { slip("milestone", "\($0.code)", $0.title, $0.due) }
  }

  /// The work packages and the project that would end before what is in them.
  private func wholes(of ends: [Ending]) -> [PlanSlip] {
    func slip(
      _ kind: String, _ code: String, _ title: String, _ last: ProjectMonth, _ ends: [Ending]
    )
      -> PlanSlip?
    {
      let beyond = ends.filter { $0.was <= last && $0.now > last }
      guard let latest = beyond.max(by: { $0.now < $1.now }) else { return nil }
      return PlanSlip(
        kind: kind, code: code, title: title, planned: "\(last)", earliest: "\(latest.now)",
        reason: "\(latest.code) is part of it")
    }
    return packages.compactMap { package in
      slip(
        "work package", "\(package.code)", package.title, package.endMonth,
        ends.filter { $0.packages.contains(package.code) })
    }
      + [slip("project", project.acronym, project.title, project.lastMonth, ends)]
      .compactMap(\.self)
  }

  private func month(of due: Due) -> ProjectMonth? {
    ProjectMonth(containing: due.day(projectStart: project.start), projectStart: project.start)
  }

  private func later(_ month: ProjectMonth, by months: Int) -> ProjectMonth {
    ProjectMonth(nearest: month.number + months)
  }

  private func span(_ start: ProjectMonth, _ end: ProjectMonth) -> String {
    start == end ? "\(start)" : "\(start) to \(end)"
  }
}

extension PlanSlips {
  /// What slips if a task, deliverable or milestone, by its code, is over at another time.
  ///
  /// - Throws: `SlipProblem` for the code of anything else.
  package static func of(_ code: String, to due: Due, in store: Store) throws -> [PlanSlip] {
    let plan = try PlanSlips(of: store)
    if let task = try? TaskCode(code) {
      guard let month = plan.month(of: due) else { return [] }
      return plan.after(try store.tasks.one(task), endingIn: month)
    }
    if let deliverable = try? DeliverableCode(code) {
      return plan.after(try store.deliverables.one(deliverable), due: due)
    }
    if let milestone = try? MilestoneCode(code) {
      return plan.after(try store.milestones.one(milestone), due: due)
    }
    throw SlipProblem(code: code)
  }
}

/// The code of something that cannot be postponed.
package struct SlipProblem: Problem, Equatable {
  package let code: String

  package var message: String { "Not a task, deliverable or milestone: \(code)." }

  package var hint: String? { "write its code, such as T1.1, D1.1 or MS1" }

  package var kind: ProblemKind { .usage }
}

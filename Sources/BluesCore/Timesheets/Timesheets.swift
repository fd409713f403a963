package import Basics
internal import GRDB

/// The timesheets of a project: listed, added, removed, signed.
package struct Timesheets: Sendable {
  let store: Store

  /// Which entries are meant, as far as something is said.
  package struct Wanted: Sendable {
    /// The short name of a partner.
    package var partner: String?
    package var person: String?
    /// The first day of a month.
    package var month: Day?
    /// The name of a reporting period.
    package var period: String?

    package init(
      partner: String? = nil, person: String? = nil, month: Day? = nil, period: String? = nil
    ) {
      self.partner = partner
      self.person = person
      self.month = month
      self.period = period
    }
  }

  /// What a command says of one entry.
  package struct Said: Sendable {
    package let person: String
    package let worked: WorkDate
    package let workPackage: WorkPackageCode?
    package let task: TaskCode?

    package init(
      person: String, worked: WorkDate, workPackage: WorkPackageCode?, task: TaskCode? = nil
    ) {
      self.person = person
      self.worked = worked
      self.workPackage = workPackage ?? task?.workPackage
      self.task = task
    }
  }

  package func all(_ wanted: Wanted = Wanted()) throws -> [TimesheetEntry] {
    try store.read { db in
      let scope = try EffortScope(wanted, db, store.invocation, store.hooks)
      return try TimesheetEntry.fetch(db, where: scope.condition, scope.arguments)
    }
  }

  /// Adds an entry; with `isReplacing` it takes the place of a known one.
  ///
  /// - Throws: `TimesheetProblem.taken` where there is one.
  package func add(
    _ said: Said, _ hours: Hours, activity: String? = nil, signedOn: Day? = nil,
    approvedOn: Day? = nil, approvedBy: String? = nil, isReplacing: Bool = false
  ) throws -> TimesheetEntry {
    try store.write { write in
      if let sentence = said.worked.excess(of: hours) { throw TimesheetProblem.tooMany(sentence) }
      let found = try find(said, write)
      if let day = [signedOn, approvedOn].compactMap(\.self).first(where: {
        $0 > store.invocation.today
      }) {
        throw RecordProblem.inTheFuture(found.words, on: day, today: store.invocation.today)
      }
      try SignatureProblem.check(found.words, of: said.worked, signedOn, approvedOn)
      if let id = found.id, !isReplacing {
        let there = try TimesheetEntry.fetch(write.db, where: "timesheet.id = ?", [id])
        throw TimesheetProblem.taken(found.words, there.first?.hours ?? .zero)
      }
      try FullDays.refuse(hours, of: found.key, found.person, over: found.id, write.db)
      let values = TimesheetValues(
        hours: hours, activity: activity, signedOn: signedOn?.iso, approvedOn: approvedOn?.iso,
        approvedBy: approvedBy)
      if let id = found.id { try Self.takeSignature(from: id, unless: hours, write) }
      let id = try TimesheetTable.put(found.key, values, over: found.id, write)
      write.records("recorded \(hours.text) hours of \(found.words)", affecting: [found.person])
      guard let entry = try TimesheetEntry.fetch(write.db, where: "timesheet.id = ?", [id]).first
      else { throw TimesheetProblem.missing(found.words) }
      return entry
    }
  }

  /// What is to be told of an entry: hours before the contract begins, or after leaving.
  package func doubts(of entry: TimesheetEntry) throws -> [String] {
    try store.read { db in
      let days = try ContractDays.all(db).values.first { $0.code == entry.person }
      guard let days, let sentence = days.sentence(entry.hours, of: entry.worked) else { return [] }
      let option = entry.worked.first > days.to ?? entry.worked.first ? "to" : "from"
      return [
        "\(sentence) Correct the hours or the contract: "
          + "blues partner person set \(entry.person) --\(option) DATE"
      ]
    }
  }

  /// Removes the entries of a key; answers how many there were.
  ///
  /// - Throws: `TimesheetProblem.missing` where there is none.
  package func remove(_ said: Said) throws -> Int {
    try store.write { write in
      let found = try find(said, write)
      try write.db.execute(
        sql: """
          DELETE FROM timesheet
          WHERE person_id = ? AND worked_on = ? AND work_package_id = ? AND ifnull(task_id, 0) = ?
          """,
        arguments: [
          found.key.person, found.key.worked.text, found.key.package, found.key.task,
        ])
      let count = write.db.changesCount
      guard count > 0 else { throw TimesheetProblem.missing(found.words) }
      write.records("removed the hours of \(found.words)", affecting: [found.person])
      return count
    }
  }

  /// Records that a person's sheet of a month was signed, approved, or both; answers the entries.
  package func sign(
    _ person: String, month: Day, on signed: Day?, approvedOn: Day?, by name: String?
  ) throws -> [TimesheetEntry] {
    let wanted = Wanted(person: person, month: month)
    let today = store.invocation.today
    return try store.write { write in
      let scope = try EffortScope(wanted, write.db, store.invocation, store.hooks)
      let words = "\(person.trimmed), \(WorkDate(month: month).text)"
      if let day = [signed, approvedOn].compactMap(\.self).first(where: { $0 > today }) {
        throw RecordProblem.inTheFuture(words, on: day, today: today)
      }
      try Self.checkSignature(words, of: month, signed, approvedOn, scope, write.db)
      try write.db.execute(
        sql: """
          UPDATE timesheet
          SET signed_on = coalesce(?, signed_on), approved_on = coalesce(?, approved_on),
            approved_by = coalesce(?, approved_by)
          WHERE \(scope.condition)
          """,
        arguments: [signed?.iso, approvedOn?.iso, name] + scope.arguments)
      guard write.db.changesCount > 0 else { throw TimesheetProblem.missing(words) }
      write.records("signed the timesheet of \(words)", affecting: [person.trimmed])
      return try TimesheetEntry.fetch(write.db, where: scope.condition, scope.arguments)
    }
  }

  /// An entry as it was found: its key, its row where there is one, and how sentences call it.
  private struct Found {
    let key: TimesheetKey
    let id: Int64?
    let person: String
    let words: String
  }

  private func find(_ said: Said, _ write: Transaction) throws -> Found {
    let context = try RecordContext(write.db, write.invocation, write.hooks)
    guard let package = said.workPackage else { throw TimesheetProblem.noWorkPackage }
    if let task = said.task, task.workPackage != package {
      throw TimesheetProblem.otherWorkPackage(task, package)
    }
    let person = try context.code(said.person, in: Person.target)
    let key = TimesheetKey(
      person: try context.id(person, in: Person.target), worked: said.worked,
      package: try context.id(package.description, in: WorkPackage.target),
      task: try said.task.map { try context.id($0.description, in: PlanTask.target) } ?? 0)
    let id = try Int64.fetchOne(
      write.db,
      sql: """
        SELECT id FROM timesheet
        WHERE person_id = ? AND worked_on = ? AND work_package_id = ? AND ifnull(task_id, 0) = ?
        ORDER BY part
        """, arguments: [key.person, key.worked.text, key.package, key.task])
    let work = said.task?.description ?? package.description
    return Found(key: key, id: id, person: person, words: "\(person) on \(said.worked) in \(work)")
  }
}

extension Store {
  package var timesheets: Timesheets { Timesheets(store: self) }
}

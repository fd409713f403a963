internal import GRDB

/// The records of one kind in a project: listed, shown, added, changed and removed.
package struct Records<R: Record>: Sendable {
  let store: Store

  private var register: Register<R> { R.register }

  /// All of them, in the order of their codes.
  package func all() throws -> [R] {
    try store.read { try register.fetchAll(RecordContext($0, store.invocation, store.hooks)) }
  }

  /// The record with a code.
  ///
  /// - Throws: `RecordProblem.unknown` where there is none.
  package func one(_ code: R.Code) throws -> R {
    try store.read {
      try register.one(code, RecordContext($0, store.invocation, store.hooks)).record
    }
  }

  /// The codes of all of them, for completion.
  package func codes() throws -> [String] {
    try store.read { try register.codes($0).map(\.description) }
  }

  /// Adds a record of which so much is said.
  ///
  /// - Throws: `RecordProblem.taken` where its code is in use; `RecordProblem.refused` for a
  ///   text that an attribute cannot take.
  package func add(
    _ code: R.Code, _ changes: Changes = [:], evidence: EvidenceFile? = nil
  ) throws -> R {
    try writing { write, context in
      guard try register.find(code, context) == nil else {
        throw RecordProblem.taken(code.description, command: register.path)
      }
      let id = try register.insert(code, changes, write, context).id
      try keep(evidence, of: id, code.description, write)
      write.records("added \(register.label(code))", affecting: [code.description])
      return try register.fetchOne(id, context)
    }
  }

  /// Changes what is said of a record; an empty text takes a value away.
  ///
  /// - Throws: `RecordProblem.nothingToSet` where nothing is said; otherwise as `add`.
  package func set(
    _ code: R.Code, _ changes: Changes, evidence: EvidenceFile? = nil
  ) throws -> R {
    guard !changes.isEmpty else {
      throw RecordProblem.nothingToSet(command: "\(register.path) set")
    }
    return try writing { write, context in
      let was = try register.one(code, context)
      _ = try register.update(was, changes, write, context)
      let now = try edited(was, write, context)
      try keep(evidence, of: was.id, now.code.description, write)
      write.records(
        "changed \(register.label(now.code))\(register.difference(was.record, now))",
        affecting: [now.code.description])
      return now
    }
  }

  /// Removes a record and what belongs to it alone.
  ///
  /// - Throws: `RecordProblem.inUse` while another record refers to it.
  package func remove(_ code: R.Code) throws {
    try writing { write, context in
      let (id, record) = try register.one(code, context)
      let known = record.code
      try register.remove(known, write, context)
      try RemovedRecords.note(
        write, of: register.table.name, id, known.description, keys: register.listKeys(of: record))
      write.records("removed \(register.label(known))", affecting: [known.description])
    }
  }

  /// Makes with one record or several a change that only a verb of its own can make, with all of
  /// them or none.
  ///
  /// The change is given each record as it is; `told` is what the history says of a record, or of
  /// several by their codes. Evidence stands behind each of them.
  func step(
    _ codes: [R.Code], evidence: EvidenceFile? = nil, told: (String) -> String,
    _ change: (Transaction, Int64, R) throws -> Void
  ) throws -> [R] {
    try writing { write, context in
      var (seen, changed) = (Set<R.Code>(), [(id: Int64, record: R)]())
      for code in codes where seen.insert(code).inserted {
        let was = try register.one(code, context)
        try change(write, was.id, was.record)
        try keep(evidence, of: was.id, was.record.code.description, write)
        changed.append(was)
      }
      let names = changed.map(\.record.code.description)
      write.records(told(names.joined(separator: ", ")), affecting: names)
      return try changed.map { try edited($0, write, context) }
    }
  }

  /// Registers the evidence of a change behind the record.
  private func keep(
    _ evidence: EvidenceFile?, of id: Int64, _ code: String, _ write: Transaction
  ) throws {
    try evidence?.register(
      behind: RecordPlace(table: register.table.name, id: id), code, in: store, write)
  }

  /// The record as a person has just made it, which its list will not take back.
  private func edited(
    _ was: (id: Int64, record: R), _ write: Transaction, _ context: RecordContext
  ) throws -> R {
    let now = try register.fetchOne(was.id, context)
    try register.noteEdits(of: was.id, from: was.record, to: now, write)
    return now
  }

  /// Turns the refusal of a text into a sentence about the option that said it.
  private func writing<T>(
    _ change: (Transaction, RecordContext) throws -> T
  ) throws -> T {
    try store.write { write in
      let context = try RecordContext(write.db, store.invocation, store.hooks)
      do {
        return try change(write, context)
      } catch let refusal as Refusal {
        throw RecordProblem.refused(
          option: option(refusal.attribute), value: refusal.found ?? "",
          expected: refusal.expected, known: refusal.known)
      } catch let cleared as Cleared {
        throw RecordProblem.cannotClear(option: option(cleared.attribute), noun: register.noun)
      } catch let problem as AttributeProblem {
        throw problem.problem
      }
    }
  }

  private func option(_ attribute: String?) -> String {
    attribute.flatMap { register.attribute($0)?.option } ?? register.noun
  }
}

extension Register {
  /// What lists know a record by: the keys of its kind, or its code where every row has one.
  func listKeys(of record: R) -> [String] {
    rules.key?.texts(of: record) ?? [record.code.description]
  }
}

extension Store {
  /// The records of a kind.
  package func records<R: Record>(_ kind: R.Type = R.self) -> Records<R> { Records(store: self) }
}

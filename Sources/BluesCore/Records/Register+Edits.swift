internal import Documents

extension Register {
  /// What a list says of a known record, once what people changed in it is settled.
  struct Settled {
    /// What is left to be changed.
    var changes: Changes
    /// What stays as a person made it.
    var kept: [Kept] = []
    /// What the list says now of attributes that a person changed.
    var relisted: [(name: String, text: String?)] = []
  }

  /// An attribute that stays as a person made it.
  struct Kept {
    let name: String
    let present: String?
    let listed: String?
    /// Whether the list says something else than it did before.
    let isConflict: Bool
  }

  /// What a record says in the columns of its list; a missing one says nothing.
  func listedTexts(of record: R) -> [String: String] {
    var texts: [String: String] = [:]
    for attribute in listed {
      let text = attribute.cell(record).exported
      if !text.isEmpty { texts[attribute.name] = text }
    }
    return texts
  }

  /// Notes which attributes a person changed.
  func noteEdits(of id: Int64, from was: R, to now: R, _ write: Transaction) throws {
    let before = listedTexts(of: was)
    let after = listedTexts(of: now)
    for name in attributes.map(\.name) where before[name] != after[name] {
      try RecordEdits.note(write, of: table.name, id, name, listed: before[name])
    }
  }

  /// Settles what a list says of a record with what people changed in it.
  ///
  /// The cells are looked at twice: as they stand, because the check would refuse some that only
  /// repeat what was before, and as the check completes them.
  func settle(
    _ said: Changes, on was: (id: Int64, record: R), _ edits: RecordEdits, keepingEdits: Bool,
    _ context: RecordContext
  ) throws -> Settled {
    let present = listedTexts(of: was.record)
    let names = listed.map { $0.name }
    func stands(_ name: String) -> Bool {
      guard keepingEdits, let edit = edits[was.id, name] else { return false }
      return edit.listed != present[name]
    }

    var read = was.record
    try self.read(said, into: &read, context)
    var words = listedTexts(of: read)
    var kept = Set(names.filter { said.says($0) && words[$0] != present[$0] && stands($0) })
    var settled = Settled(changes: said.without(joined(kept)))

    var checked = was.record
    var rest = settled.changes
    try self.read(rest, into: &checked, context)
    try rules.check(&checked, was.record, &rest, context)
    let completed = listedTexts(of: checked)
    for name in names where completed[name] != present[name] {
      words[name] = completed[name]
      if stands(name) { kept.insert(name) }
    }
    let staying = joined(kept)
    settled.changes = settled.changes.without(staying)

    for name in names where words[name] != present[name] && staying.contains(name) {
      let edit = edits[was.id, name]
      settled.kept.append(
        Kept(
          name: name, present: present[name], listed: words[name],
          isConflict: edit.map { $0.listed != words[name] } ?? true))
    }
    // A list that agrees may be our own export, and says nothing of what its sender's list says.
    for name in names where words[name] != present[name] {
      guard let edit = edits[was.id, name], edit.listed != words[name] else { continue }
      settled.relisted.append((name, words[name]))
    }
    return settled
  }

  /// Attributes, and those that are said at once with them.
  private func joined(_ names: Set<String>) -> Set<String> {
    together.reduce(names) { all, group in
      all.isDisjoint(with: group) ? all : all.union(group)
    }
  }
}

extension Changes {
  /// What is said of other attributes.
  fileprivate func without(_ names: Set<String>) -> Changes {
    Changes(texts.filter { !names.contains($0.key) }, extra: extra)
  }
}

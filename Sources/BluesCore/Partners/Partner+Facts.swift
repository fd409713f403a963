internal import Documents
internal import GRDB

extension Partner {
  /// Where its facts come from; one that was changed here since is the project's own.
  func facts(in store: Store) throws -> [StatedFact] {
    try store.read { db in
      let context = try RecordContext(db, store.invocation, store.hooks)
      return try StatedFact.about(code.text, in: db).map { try stated($0, context) }
    }
  }

  /// A fact as it is now.
  private func stated(_ fact: StatedFact, _ context: RecordContext) throws -> StatedFact {
    guard let attribute = Self.register.attribute(fact.name), let read = attribute.read else {
      return fact
    }
    var before = self
    try read([fact.value], &before, context)
    guard attribute.cell(before) != attribute.cell(self) else { return fact }
    return StatedFact(
      name: fact.name, value: attribute.cell(self).exported, mark: .own, source: nil)
  }
}

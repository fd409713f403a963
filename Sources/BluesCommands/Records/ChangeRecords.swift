internal import ArgumentParser
internal import BluesCore
internal import Documents

/// Adds a record.
struct AddRecord<R: CommandedRecord>: ChangingCommand, RenamedOptions {
  static var renamed: [String: String] { R.register.renamed }
  static var configuration: CommandConfiguration { R.register.configuration(.add) }

  @Argument(help: R.register.newArgument, transform: { try Read.code($0) })
  var code: R.Code
  @Argument(help: R.register.titleArgument)
  var title: String
  @OptionGroup var said: SaidOptions<AddedAttributes<R>>
  @OptionGroup var write: WriteOptions

  var isDeclared: Bool { R.self is any DeclaredRecord.Type }

  func run() throws {
    let register = R.register
    try change { store in
      var changes = Changes(said.texts)
      if let attribute = register.title { changes[attribute.name] = [title] }
      let evidence = try register.evidence(in: changes, beside: store)
      let added = try store.records(R.self).add(code, changes, evidence: evidence)
      return Answer(
        "Added \(register.words.label(added.code.description))\(register.words.added(added)).",
        register.page(added),
        remarks: try register.doubts(added, in: store)
          + register.remarks(on: changes, evidence, of: added.code.description, in: store))
    }
  }
}

/// Changes a record.
struct SetRecord<R: CommandedRecord>: ChangingCommand, RenamedOptions {
  static var renamed: [String: String] { R.register.renamed }
  static var configuration: CommandConfiguration { R.register.configuration(.set) }

  @Argument(help: R.register.argument, transform: { try Read.code($0) })
  var code: R.Code
  @OptionGroup var said: SaidOptions<SetAttributes<R>>
  @OptionGroup var write: WriteOptions

  var isDeclared: Bool { R.self is any DeclaredRecord.Type }
  var declaredSource: String? { code.description }

  func run() throws {
    try change { store in
      let records = store.records(R.self)
      let words = R.register.words
      let isLookedAt = (words.doubts != nil || words.slips != nil) && !said.texts.isEmpty
      let was = isLookedAt ? try records.one(code) : nil
      let changes = Changes(said.texts)
      let evidence = try R.register.evidence(in: changes, beside: store)
      let changed = try records.set(code, changes, evidence: evidence)
      return .changed(
        R.register.words.label(changed.code.description), R.register.page(changed),
        remarks: try R.register.remarks(changed, since: was, in: store)
          + R.register.remarks(
            on: changes, evidence, of: changed.code.description, in: store))
    }
  }
}

/// Removes a record.
struct RemoveRecord<R: CommandedRecord>: ChangingCommand {
  static var configuration: CommandConfiguration { R.register.configuration(.remove) }

  @Argument(help: R.register.argument, transform: { try Read.code($0) })
  var code: R.Code
  @OptionGroup var confirmation: Confirmation
  @OptionGroup var write: WriteOptions

  var isDeclared: Bool { R.self is any DeclaredRecord.Type }

  func run() throws {
    let label = R.register.words.label(code.description)
    try change(asking: "Remove \(label)?", confirmation) { store in
      try store.records(R.self).remove(code)
      return Answer("Removed \(label).", .removed(code.description))
    }
  }
}

extension Document {
  /// What a removal answers to programs.
  static func removed(_ code: String) -> Document {
    Document(
      schema: "blues.removed/1", blocks: [.facts(Facts([Fact("code", "Removed", .text(code))]))])
  }
}

extension Register {
  /// What may be a slip in a record as it is now, and was not before.
  func doubts(_ now: R, since was: R? = nil, in store: Store) throws -> [String] {
    guard words.doubts != nil else { return [] }
    return words.doubts(now, since: was, in: try store.project.overview().project)
  }

  /// The same, with what would slip where it ends later now.
  func remarks(_ now: R, since was: R?, in store: Store) throws -> [String] {
    let doubts = try doubts(now, since: was, in: store)
    guard let was, let slips = words.slips else { return doubts }
    let told = try slips(was, now, store)
    return told.isEmpty ? doubts : doubts + told + ["Nothing but \(now.code) was moved."]
  }

  /// The file that is said to be the evidence, where there is one.
  func evidence(in changes: Changes, beside store: Store) throws -> EvidenceFile? {
    guard let text = changes["evidence"]?.first.map(CellText.trimmed), !text.isEmpty else {
      return nil
    }
    return try EvidencePlace(text).file(kind: CostEvidence.usualKind, beside: store)
  }

  /// What is to be said of the texts themselves: of signs that nobody sees, and of files that are
  /// registered or not there.
  func remarks(
    on changes: Changes, _ evidence: EvidenceFile?, of code: String, in store: Store
  ) -> [String] {
    attributes.flatMap { attribute in
      (changes[attribute.name] ?? []).flatMap { text -> [String] in
        let trimmed = CellText.trimmed(text)
        let sign = InvisibleSign(in: trimmed, joiners: false).map {
          "\(attribute.heading) has an invisible character, \($0.name), at \($0.place)."
        }
        let said =
          attribute.name == "evidence" && !trimmed.isEmpty
          ? EvidencePlace(trimmed).remark(evidence, of: code, beside: store) : nil
        return [sign, said].compactMap(\.self)
      }
    }
  }

  /// What stays call their first and last day is taken for the first and last month of work.
  fileprivate var renamed: [String: String] {
    let options = Set(said.map(\.option))
    return ["--from": "--start", "--to": "--end"].filter {
      options.contains(String($0.value.dropFirst(2)))
        && !options.contains(String($0.key.dropFirst(2)))
    }
  }
}

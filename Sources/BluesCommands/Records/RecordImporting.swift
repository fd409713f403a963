internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents
internal import Tabular

/// Imports records of a kind from a list.
struct ImportRecords<R: CommandedRecord>: ChangingCommand {
  static var configuration: CommandConfiguration { R.register.configuration(.import) }

  @OptionGroup var list: ImportOptions
  @OptionGroup var amounts: AmountOptions
  @Option(help: "What to do with fields that were changed here since: keep or replace.")
  var edits = EditedFields.keep
  @Option(help: "What to do with \(R.register.plural) that the list no longer has: keep or remove.")
  var absent = AbsentChoice.keep
  @OptionGroup var confirmation: Confirmation
  @OptionGroup var write: WriteOptions

  var inputs: [String] { [list.file] }
  var isDeclared: Bool { R.self is any DeclaredRecord.Type }

  func run() throws {
    // Scripts may still ask to keep columns that no one ever saw again; they are left out and told.
    try RecordImporting.run(
      R.register.list, list, edits: edits, absent: absent, others: .leftOut, amounts: amounts,
      by: self
    ) { codes in
      let named = codes.count == 1 ? codes[0] : counted(codes.count, R.register.noun)
      try confirmation.ask("Remove \(named) that the list no longer has?")
    }
  }
}

/// Exports the records of a kind: the columns that the import of the same list takes, as CSV.
struct ExportRecords<R: CommandedRecord>: ParsableCommand {
  static var configuration: CommandConfiguration { R.register.configuration(.export) }

  @Option(help: "An empty workbook for others to fill in: xlsx.")
  var template: TemplateForm?
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { try output.refuseOther(than: template) }

  func run() throws {
    let register = R.register
    var output = output
    if template != nil { output.format = .xlsx }
    let store = try store.toRead(for: output)
    guard template == nil else { return try output.show(register.form(store)) }
    try RecordExporting.show(
      store.records(R.self).all(), register.exported, register.key, register.schema, output)
  }
}

/// Imports of lists differ in the list alone.
enum RecordImporting {
  static func run(
    _ list: RecordList, _ options: ImportOptions, edits: EditedFields = .keep,
    absent: AbsentChoice = .keep, others: OtherColumns? = nil, amounts: AmountOptions? = nil,
    decimal: DecimalSign? = nil, by command: some ChangingCommand,
    beforeRemoving asking: @escaping ([String]) throws -> Void = { _ in }
  ) throws {
    try run(
      { _ in list }, options, edits: edits, absent: absent, others: others, amounts: amounts,
      decimal: decimal, by: command, beforeRemoving: asking)
  }

  /// The same for a list whose columns are those of the project.
  static func run(
    _ list: @escaping (Store) throws -> RecordList, _ options: ImportOptions,
    edits: EditedFields = .keep, absent: AbsentChoice = .keep, others: OtherColumns? = nil,
    amounts: AmountOptions? = nil, decimal: DecimalSign? = nil, by command: some ChangingCommand,
    beforeRemoving asking: @escaping ([String]) throws -> Void = { _ in }
  ) throws {
    let said = ListSaying(list: options, dateOrder: command.write.project.dateOrder)
    let isRehearsal = command.write.isRehearsal
    try command.change { store in
      var said = said
      let list = try list(store)
      said.decimal = amounts?.decimal ?? decimal
      try said.complete(from: store)
      var request = try said.request(others ?? (list.keepsOthers ? .kept : .refused))
      request.edits = edits
      request.absent = absent
      request.repeats = amounts?.repeats ?? .once
      guard request.repeats != .keep || list.keepsRepeats else {
        throw ImportProblem.cannotKeepRepeats(list.noun)
      }
      let rejects = RejectsFile(options.rejects, of: options.file, isRehearsal: isRehearsal)
      let outcome = try said.take(request, for: command.write, headings: list.fields) { reader, _ in
        rejects.follow(reader.reading)
        return try store.recordImport.run(list, reader, request, rejects: rejects) { codes in
          if !isRehearsal { try asking(codes) }
        }
      }
      return ImportPage.answer(
        outcome, of: request.fileName, reused: said.told(rejects.reading), rejects: rejects.path,
        isRehearsal: isRehearsal, showsValues: list.showsValues, again: said.neededAgain)
    }
  }
}

/// Exports of lists that are imported again, as CSV unless another form is asked for.
enum RecordExporting {
  static func show<Row>(
    _ rows: [Row], _ fields: [Field<Row>], _ noun: String, _ schema: String,
    _ output: OutputOptions
  ) throws {
    var output = output
    output.format = output.chosenFormat(or: .csv)
    try output.show(
      Document(schema: schema, blocks: [.table(Table(noun: noun, fields: fields, rows: rows))]),
      isExport: true)
  }
}

internal import BluesCore
internal import Documents

/// Imports of the plan's lists differ in the list alone.
enum PlanImporting {
  static func run(
    _ list: PlanList, _ options: ImportOptions, by command: some ChangingCommand
  ) throws {
    let request = try options.request
    let isRehearsal = command.write.isRehearsal
    try command.change { store in
      let rejects = RejectsFile(options.rejects, of: options.file, isRehearsal: isRehearsal)
      let force = command.write.output.force
      let outcome = try options.take(request, overwriting: force) { reader, _ in
        try store.planImport.run(list, reader, request, rejects: rejects)
      }
      return ImportAnswer.answer(
        outcome, of: request.fileName, rejects: rejects.path, isRehearsal: isRehearsal)
    }
  }
}

/// Exports of the plan's lists: the columns that the import of the same list takes, as CSV.
enum PlanExporting {
  static func show<Row>(
    _ rows: [Row], _ fields: [Field<Row>], _ list: PlanList, _ noun: String, _ schema: String,
    _ output: OutputOptions
  ) throws {
    let taken = fields.filter { list.takes($0.column.name) }
    var output = output
    if output.format == nil, !output.json, output.namedFormat == nil {
      output.format = .csv
    }
    try output.show(
      Document(schema: schema, blocks: [.table(Table(noun: noun, fields: taken, rows: rows))]))
  }
}

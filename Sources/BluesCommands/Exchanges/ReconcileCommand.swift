internal import ArgumentParser
internal import BluesCore
internal import Documents
internal import Glibc
internal import Tabular

struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Hold the list of the scheme's own tool against ours; nothing is changed.",
    discussion: examples(
      "blues exchange reconcile tool-export.xlsx",
      "blues exchange reconcile tool-export.csv --map \"Guest=visitor\" -o differences.xlsx",
      note: """
        Columns: visitor and host; where the list has them also code, visitor_country, \
        host_country, first_day, last_day, mode, state, amount. Other columns are passed over.
        """))

  @Argument(help: "A CSV, TSV, XLSX or JSON file; - is standard input.", completion: .file())
  var file: String

  @Option(
    name: .customLong("map"), parsing: .singleValue,
    help: "HEADING=FIELD, or 3=FIELD by column; may be repeated.", transform: Read.assignment)
  var assignments: [ImportRequest.Assignment] = []

  @OptionGroup var reading: InputOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let name = ImportOptions.lastPart(file == "-" ? "standard input" : file)
    let exchanges = try store.toRead(for: output, reading: [file]).exchanges
    do {
      let source: ByteSource =
        file == "-" ? .file(descriptor: STDIN_FILENO) : try .file(at: file)
      let found = try exchanges.reconciled(
        with: RowReader(source: source, options: reading.options),
        ImportRequest(fileName: name, assignments: assignments))
      try output.show(page(found))
    } catch let problem as TabularProblem {
      throw ListProblem(file: name, problem: problem)
    }
  }

  private func page(_ found: Reconciliation) -> Document {
    Document(
      schema: "blues.reconciliation/1", title: output.isPage ? "Reconciliation" : nil,
      blocks: [
        .facts(
          Facts([
            Fact("rows", "Rows of the list", .integer(found.rows)),
            Fact("alike", "Alike", .integer(found.alike)),
            Fact("compared", "Compared", .list(found.compared)),
          ])),
        .table(
          Table(
            noun: "differences", emptySentence: "Both lists say the same.",
            fields: Reconciliation.Entry.fields, rows: found.entries)),
      ])
  }
}

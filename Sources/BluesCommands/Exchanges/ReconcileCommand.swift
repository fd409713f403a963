internal import ArgumentParser
internal import BluesCore
internal import Documents
internal import Tabular

struct ReconcileCommand: ParsableCommand, FilledCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Compare the list of the scheme's own tool with ours; nothing is changed.",
    discussion: examples(
      "blues exchange reconcile tool-export.xlsx",
      "blues exchange reconcile tool-export.csv --map \"Guest=visitor\" -o differences.xlsx",
      note: """
        Columns: visitor and host; if the list has them, also code, visitor_country, host_country, \
        first_day, last_day, mode, state, amount, under headings in six languages. Other columns \
        are ignored; --unmapped refuse names them. Rows that cannot be read are listed as \
        unreadable; --rejects writes them to a file.
        """))

  static var filled: [String] { Reconciliation.mapped }

  @Argument(help: "A CSV, TSV, XLSX or JSON file; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var mapped: MappedListOptions
  @OptionGroup var numbers: DecimalOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let exchanges = try store.toRead(for: output, reading: [file]).exchanges
    let list = ListFile(path: file, options: mapped)
    var request = try list.request(unmapped: .ignore, .refused)
    request.dateOrder = store.dateOrder
    request.decimal = numbers.decimal
    let said = request
    let rejects = mapped.rejects.map { RejectsFile($0, of: file, isRehearsal: false) }
    let found = try list.take(said, sparing: store, output: output, \.mapping) {
      reader, _ in
      rejects?.follow(reader.reading)
      return try exchanges.reconciled(with: reader, said, rejects: rejects)
    }
    try output.show(page(found))
  }

  private func page(_ found: Reconciliation) -> Document {
    Document(
      schema: "blues.reconciliation/1", title: output.isPage ? "Reconciliation" : nil,
      blocks: [
        .facts(
          Facts(
            [
              Fact("reading", "Read as", .list(found.reading)),
              Fact("rows", "Rows of the list", .integer(found.rows)),
              Fact("alike", "Alike", .integer(found.alike)),
              Fact("compared", "Compared", .list(found.compared)),
            ]
              + (found.totals > 0
                ? [Fact("totals", "Totals left out", .integer(found.totals))] : []))),
        .table(
          Table(
            noun: "differences", emptySentence: "The two lists are the same.",
            fields: Reconciliation.Entry.fields, rows: found.entries)),
      ])
  }
}

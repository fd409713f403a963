internal import ArgumentParser
internal import BluesCore
internal import Documents

/// The receipts of the costs.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "The receipts of the costs, kept with their SHA-256.",
    discussion: examples(
      "blues partner cost evidence import receipts --dry-run",
      "blues partner cost evidence list --missing",
      note: "They are documents of the project: blues project document list K12."),
    subcommands: [List.self, Import.self])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the costs with their receipts.",
      discussion: examples(
        "blues partner cost evidence list --missing",
        "blues partner cost evidence list --partner NP --period RP1",
        "blues partner cost evidence list --where partner=NP --columns code,files,sha256"))

    static var columns: [Column] { EvidenceRow.fields.map(\.column) }

    @Flag(help: "Only costs without a receipt.")
    var missing = false
    @OptionGroup var narrow: SaidOptions<Narrowing<List>>
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let rows = try store.evidence.rows().filter { !missing || $0.isMissing }
      let table = Table(
        noun: "costs", emptySentence: missing ? "Every cost has a receipt." : "No costs yet.",
        fields: EvidenceRow.fields, rows: rows)
      try list.show(
        narrow.narrowed(table, in: store), of: store, schema: "blues.cost-evidence/1",
        title: missing ? "Costs without a receipt" : "Receipts of the costs")
    }
  }

  struct Import: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "import", abstract: "Register the receipts of a folder by their file names.",
      discussion: examples(
        "blues partner cost evidence import receipts --dry-run",
        "blues partner cost evidence import receipts/np --partner NP --copy",
        note: """
          A file is the receipt of the costs that note it with --evidence, else of the invoice \
          whose number its name has; case, punctuation and \
          leading zeros make no difference. Supplier and day in the name decide between invoices \
          of one number. Files can be in folders called by partners, and K12.pdf is of K12. \
          Files that fit no invoice, or several, are listed, and the others are registered \
          (exit 3).
          """))

    @Argument(help: "The folder.", completion: .directory)
    var folder: String
    @Option(help: "The partner whose receipts they are; default: any.")
    var partner: String?
    @Option(help: "What they are, in one word; default: receipt.")
    var kind: String?
    @Flag(help: "Copy the files beside the project, to blues.papers.")
    var copy = false
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        var request = CostEvidence.Request(folder: folder)
        request.partner = partner
        request.kind = kind
        request.isCopied = copy
        return EvidenceCommand.answer(try store.evidence.importFolder(request))
      }
    }
  }

  /// Answers what came of a folder; files that were refused end the command with exit 3.
  private static func answer(_ rows: [CostEvidence.FileRow]) -> Answer {
    typealias Finding = CostEvidence.FileRow.Finding
    let counts = Finding.allCases.map { finding in
      (finding.rawValue, rows.count { $0.finding == finding })
    }
    let told = counts.filter { $0.1 > 0 || $0.0 == Finding.registered.rawValue }
      .map { "\($0.0) \($0.1)" }
    let refused = rows.filter(\.finding.isRefused)
    let fields = CostEvidence.FileRow.fields
    var answer = Answer(
      "read \(rows.count) = \(told.joined(separator: " + "))",
      details: refused.isEmpty
        ? [] : [.table(Table(noun: "files", fields: fields, rows: refused))],
      Document(
        schema: "blues.evidence-import/1",
        blocks: [
          .facts(
            Facts(
              [Fact("read", "Read", .integer(rows.count))]
                + counts.map {
                  Fact($0.0, "\($0.0.prefix(1).uppercased())\($0.0.dropFirst())", .integer($0.1))
                })),
          .table(Table(noun: "files", fields: fields, rows: rows)),
        ]))
    answer.exitCode = refused.isEmpty ? 0 : 3
    return answer
  }
}

internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension PaperCommand {
  struct Import: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Register the papers of many exchanges from a folder.",
      discussion: examples(
        "blues exchange paper import papers",
        "blues exchange paper import papers --copy --signed all=2021-02-08",
        note: """
          Each exchange has a folder, and each file is named by its kind: \
          papers/EX-001/closing-report.pdf, papers/EX-001/travel-proof-2.pdf, \
          papers/EX-001/stay-proof/hotel.jpg. The folder of one exchange can be named as well. A \
          file that is registered already is left as it is. Files without a known exchange or kind \
          are listed, and the others are registered (exit 3).
          """))

    @Argument(help: "The folder.", completion: .directory)
    var folder: String
    @Option(
      name: .customLong("signed"), parsing: .singleValue,
      help: """
        PARTY=DATE: who signed the papers that this party must sign; all for all who must; may be \
        repeated.
        """,
      transform: Read.signature)
    var signatures: [SignedBy] = []
    @Option(
      help: "The day of the papers; default: that of their last signature, or today.",
      transform: Read.date)
    var dated: DateExpression?
    @Flag(help: "Copy the files beside the project, to blues.papers.")
    var copy = false
    @Option(help: "A remark on every paper.")
    var note: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        var request = Papers.FolderRequest(folder: folder)
        request.isCopied = copy
        request.dated = try store.day(dated)
        request.note = note
        request.signatures = try store.signatures(signatures)
        return PaperCommand.answer(try store.papers.importFolder(request))
      }
    }
  }

  /// Answers what came of a folder; files that were refused end the command with exit 3.
  private static func answer(_ result: Papers.FolderResult) -> Answer {
    let refused = Table(noun: "rejected_files", fields: refusedFields, rows: result.refused)
    let counts = Facts([
      Fact("read", "Read", .integer(result.read)),
      Fact("registered", "Registered", .integer(result.registered.count)),
      Fact("unchanged", "Unchanged", .integer(result.unchanged)),
      Fact("rejected", "Rejected", .integer(result.refused.count)),
    ])
    var answer = Answer(
      "read \(result.read) = registered \(result.registered.count) + "
        + "unchanged \(result.unchanged) + rejected \(result.refused.count)",
      details: result.refused.isEmpty ? [] : [.table(refused)],
      Document(
        schema: "blues.paper-import/1",
        blocks: [
          .facts(counts),
          .table(Table(noun: "papers", fields: Paper.fields, rows: result.registered)),
          .table(refused),
        ]))
    answer.exitCode = result.refused.isEmpty ? 0 : 3
    return answer
  }

  private static let refusedFields: [Field<(path: String, reason: String)>] = [
    Field("file", "Rejected file", "The path of the file.") { .text($0.path) },
    Field("reason", "Reason", "Why it is not registered.") { .text($0.reason) },
  ]
}

internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension ReportTextCommand {
  struct Template: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "template",
      abstract: "Write a file in which a partner fills in its texts of a report.",
      discussion: examples(
        "blues report text template --partner NP --period RP1 -o np.md",
        "blues report text template --period RP1 -o project.md",
        "blues report text template --partner NP --leaving -o np-leaves.md",
        note: """
          Each text that is asked has its heading, what belongs into it, and what is there already. \
          Without a partner it has the texts of the project as a whole. The report text import takes \
          the file back.
          """))

    @Option(help: "The partner, such as NP.")
    var partner: String?
    @Option(help: "The reporting period, such as RP1.")
    var period: String?
    @Flag(help: "The texts of a partner that leaves the consortium.")
    var leaving = false
    @Flag(help: "The texts of the final report.")
    var final = false
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard [leaving, final, period != nil].count(where: { $0 }) == 1 else {
        throw ValidationError("Give --period, --leaving or --final, one of them.")
      }
      if leaving, partner == nil { throw ValidationError("--leaving goes with --partner.") }
      if final, partner != nil { throw ValidationError("--final goes without --partner.") }
    }

    func run() throws {
      let store = try store.toRead(for: output)
      let asked = try store.reportTexts.asked(
        AskedTexts.Request(
          leaving ? .leaving : final ? .final : .periodic, partner: partner, period: period))
      guard output.chosenFormat(or: .markdown) == .markdown else {
        return try output.show(asked.document)
      }
      try output.stream { try $0.write(Array(asked.markdown.utf8)) }
    }
  }

  struct Import: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take in texts from a file that a partner filled in, or from an export.",
      discussion: examples(
        "blues report text import np.md", "blues report text import np.docx",
        "blues report text import answer.docx --partner NP --period RP1",
        note: """
          The file is Markdown or a Word document whose heading styles tell the sections. All of it \
          is taken or nothing: a heading that is unknown is refused. What is left empty stays as it \
          is.
          """))

    @Argument(help: "The file; - is standard input.", completion: .file())
    var file: String
    @Option(help: "The partner; default: the one that the file's title names.")
    var partner: String?
    @Option(help: "The reporting period; default: the one that the file's title names.")
    var period: String?
    @OptionGroup var write: WriteOptions

    var inputs: [String] { [file] }

    func run() throws {
      try change { store in
        let contribution = Contribution(reading: try TextFile.read(file))
        let (request, received) = try store.reportTexts.receive(
          contribution, from: AskedTexts.Request(partner: partner, period: period))
        let of = request.partner.map { " of \($0)" } ?? ""
        let words = ReportTexts.Outcome.allCases.map { outcome in
          "\(received.count { $0.outcome == outcome }) \(outcome.rawValue)"
        }.joined(separator: ", ")
        let table = Table(
          noun: "texts", fields: ReportTexts.Received.fields, rows: received)
        return Answer(
          "Texts\(of)\(request.period.map { " for \($0)" } ?? ""): \(words).",
          details: [.table(table)],
          Document(
            schema: "blues.report-text-import/1",
            blocks: [
              .facts(
                Facts([
                  Fact("partner", "Partner", .text(orEmpty: request.partner)),
                  Fact("period", "Period", .text(orEmpty: request.period)),
                ])),
              .table(table),
            ]))
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write texts to one file, each below its key.",
      discussion: examples(
        "blues report text export -o texts.md",
        "blues report text export --period RP1 --partner NP",
        "blues report text export -o texts.xlsx",
        note: "As Markdown, which import reads; other formats are lists with a column text."))

    @Option(help: "Only the texts of this reporting period.")
    var period: String?
    @Option(help: "Only the texts of this partner.")
    var partner: String?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let store = try store.toRead(for: output)
      let period = try period.map { try store.periods.standing($0).period.name }
      let partner = try partner.map { try store.partners.one(PartnerCode($0)).code.text }
      let texts = try store.reportTexts.all().filter {
        (period == nil || $0.key.period == period) && (partner == nil || $0.key.partner == partner)
      }
      guard output.chosenFormat(or: .markdown) == .markdown else {
        return try output.show(
          Document(
            schema: "blues.report-texts/1",
            blocks: [
              .table(
                Table(
                  noun: "texts", emptySentence: "No texts yet.",
                  fields: ReportTextState.exported, rows: texts.map { ReportTextState($0) }))
            ]))
      }
      let project = try store.project.overview().project.acronym
      let text = ReportTexts.markdown(texts, project: project)
      try output.stream { try $0.write(Array(text.utf8)) }
    }
  }
}

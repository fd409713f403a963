internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension PaperCommand {
  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Register papers with the SHA-256 of their files, or where they are kept.",
      discussion: examples(
        "blues exchange paper add EX-001 closing-report report.pdf --copy",
        "blues exchange paper add EX-001 closing-report=a.pdf travel-proof=b.pdf",
        "blues exchange paper add EX-001 EX-002 privacy --note \"E-mail of 2 February\"",
        "blues exchange paper add EX-001 financial-agreement fa.pdf --signed all=2021-03-02",
        note: """
          Kinds: \(PaperKind.all.map(\.kind).joined(separator: ", ")). The beginning of a kind is \
          enough when no other kind has it. Several papers, and a paper of several exchanges, are \
          registered together or not at all.
          """))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Argument(
      help: ArgumentHelp(
        "The kind of paper, such as travel-proof, or KIND=FILE; further exchanges come first."))
    var kind: PaperWord
    @Argument(
      help: "The file; without one --note says where it is kept. Or further papers as KIND=FILE.",
      completion: .file())
    var file: [String] = []
    @Option(
      name: .customLong("signed"), parsing: .singleValue,
      help: """
        PARTY=DATE: host, host-partner, visitor, visitor-partner, or all who must sign; may be \
        repeated.
        """,
      transform: Read.signature)
    var signatures: [SignedBy] = []
    @Option(
      help: "The day of the paper; default: that of its last signature, or today.",
      transform: Read.date)
    var dated: DateExpression?
    @Flag(help: "Copy the file beside the project, to blues.papers.")
    var copy = false
    @Option(help: "A remark, such as where the paper is kept.")
    var note: String?
    @OptionGroup var write: WriteOptions

    func run() throws {
      let words = try PaperWords(code, [kind.text] + file)
      try change { store in
        let signed = try store.signatures(signatures).of(words.papers.map(\.kind))
        var drafts: [Papers.Draft] = []
        for (paper, signatures) in zip(words.papers, signed) {
          try HeldOutputs.refuse(reading: paper.file)
          var draft = Papers.Draft(kind: paper.kind)
          draft.file = paper.file
          draft.isCopied = copy && (paper.file != nil || words.papers.count == 1)
          draft.dated = try store.day(dated)
          draft.note = note
          draft.signatures = signatures
          drafts.append(draft)
        }
        let wanted = words.codes.flatMap { code in drafts.map { (code, $0) } }
        return PaperCommand.answer(try store.papers.add(wanted))
      }
    }
  }

  struct Sign: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "sign",
      abstract: "Record signatures on the newest paper of a kind.",
      discussion: examples(
        "blues exchange paper sign EX-001 quality-commitment host --on 2021-03-01",
        "blues exchange paper sign EX-001 financial visitor visitor-partner --on 2021-03-02"))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Argument(help: "The kind of paper, such as quality-commitment.", transform: Read.paperKind)
    var kind: PaperKind
    @Argument(
      help: "host, host-partner, visitor or visitor-partner; several may be named.",
      transform: Read.paperParty)
    var party: [PaperParty]
    @Option(help: "The day of the signature; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let day = try store.dayOrToday(on)
        let paper = try store.papers.sign(code, kind, party, on: day)
        let names = party.map { "the \($0.rawValue)" }.joined(separator: " and ")
        return Answer(
          "\(names.prefix(1).uppercased())\(names.dropFirst()) signed paper \(paper.number) of "
            + "\(code), \(paper.kind), on \(day).", PaperCommand.page(paper))
      }
    }
  }

  struct Remove: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Remove a paper from the register; its file stays where it is.",
      discussion: examples(
        "blues exchange paper remove EX-001 7",
        note: "A paper that a step needs can be removed once another one of its kind is registered."
      ))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Argument(help: "The number of the paper, as in the list.")
    var number: Int
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let paper = try store.papers.remove(code, number)
        let place = paper.file.map { "; \($0) stays where it is" } ?? ""
        return Answer(
          "Paper \(number) of \(code), \(paper.kind), is removed\(place).", PaperCommand.page(paper)
        )
      }
    }
  }

  static func page(_ paper: Paper) -> Document {
    Document(
      schema: "blues.paper/1", blocks: [.facts(Facts(fields: Paper.fields, of: paper))])
  }

  /// Answers what was registered: one paper as its page, several as their list.
  static func answer(_ papers: [Paper]) -> Answer {
    if papers.count == 1, let paper = papers.first {
      let place = paper.file.map { ": \($0)" } ?? ""
      return Answer(
        "Paper \(paper.number) of \(paper.exchange) is \(paper.inWords)\(place).", page(paper))
    }
    let table = Table(noun: "papers", fields: Paper.fields, rows: papers)
    return Answer(
      "Registered \(counted(papers.count, "paper")).", details: [.table(table)],
      Document(schema: "blues.paper/1", blocks: [.table(table)]))
  }
}

internal import ArgumentParser
internal import BluesCore
internal import Documents

extension PaperCommand {
  struct Add: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Register a paper with the SHA-256 of its file, or where it is kept.",
      discussion: examples(
        "blues exchange paper add EX-001 closing-report report.pdf --copy",
        "blues exchange paper add EX-001 financial-agreement fa.pdf "
          + "--signed visitor=2021-03-02 --signed visitor-partner=2021-03-02",
        "blues exchange paper add EX-001 privacy-notice --note \"E-mail of 2 February\"",
        note: "Kinds: \(PaperKind.all.map(\.kind).joined(separator: ", "))."))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Argument(help: "The kind of paper, such as travel-proof.", transform: Read.paperKind)
    var kind: PaperKind
    @Argument(help: "The file; without one --note says where it is kept.", completion: .file())
    var file: String?
    @Option(
      name: .customLong("signed"), parsing: .singleValue,
      help: "PARTY=DATE: host, host-partner, visitor or visitor-partner; may be repeated.",
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
      try change { store in
        var draft = Papers.Draft(kind: kind)
        draft.file = file
        draft.isCopied = copy
        draft.dated = try store.day(dated)
        draft.note = note
        draft.signatures = try signatures.map { ($0.party, try store.day($0.on)) }
        let paper = try store.papers.add(code, draft)
        let place = paper.file.map { ": \($0)" } ?? ""
        return Answer(
          "Paper \(paper.number) of \(code) is the \(paper.kind)\(place).", PaperCommand.page(paper)
        )
      }
    }
  }

  struct Sign: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "sign",
      abstract: "Record a signature on the newest paper of a kind.",
      discussion: examples(
        "blues exchange paper sign EX-001 quality-commitment host --on 2021-03-01"))

    @Argument(help: "The exchange, such as EX-017.", transform: Read.exchange)
    var code: ExchangeCode
    @Argument(help: "The kind of paper, such as quality-commitment.", transform: Read.paperKind)
    var kind: PaperKind
    @Argument(
      help: "host, host-partner, visitor or visitor-partner.", transform: Read.paperParty)
    var party: PaperParty
    @Option(help: "The day of the signature; default: today.", transform: Read.date)
    var on: DateExpression?
    @OptionGroup var write: WriteOptions

    func run() throws {
      try change { store in
        let day = try store.dayOrToday(on)
        let paper = try store.papers.sign(code, kind, party, on: day)
        return Answer(
          "The \(party.rawValue) signed paper \(paper.number) of \(code), \(paper.kind), on "
            + "\(day).", PaperCommand.page(paper))
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

  /// Who signed, and when, as it is typed.
  struct SignedBy: Sendable {
    let party: PaperParty
    let on: DateExpression
  }
}

extension Read {
  static let paperKind = argument { try PaperKind.named($0) }
  static let paperParty = argument { text in
    guard let party = PaperParty(rawValue: text) else { throw PaperProblem.unknownParty(text) }
    return party
  }
  static let signature = argument { text in
    guard let equals = text.firstIndex(of: "=") else {
      throw ValidationError("\(text) has no equals sign. Write it as host=2021-03-01.")
    }
    let name = String(text[..<equals])
    guard let party = PaperParty(rawValue: name) else { throw PaperProblem.unknownParty(name) }
    let day = String(text[text.index(after: equals)...])
    return PaperCommand.SignedBy(party: party, on: try DateExpression(day))
  }
}

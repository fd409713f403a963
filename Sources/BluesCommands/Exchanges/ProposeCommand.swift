internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents
internal import Tabular

extension ExchangeCommand {
  struct Propose: ChangingCommand, FilledCommand, RenamedOptions {
    static let configuration = CommandConfiguration(
      commandName: "propose",
      abstract:
        "Plan a stay, or the stays of a list; each is checked against the rules of the scheme.",
      discussion: examples(
        "blues exchange propose --host O1 --visitor O2 --from 2021-09-06 --to 2021-09-10",
        "blues exchange propose --host O1 --visitor O2 --visitor O3 --from 2021-09-06 --to 2021-09-10",
        "blues exchange propose --file proposals.csv --lines 1,3-5",
        "blues exchange propose --file besuche.xlsx --sheet 2021 --map Gast=visitor --set mode=virtual",
        note: """
          Rules: the two countries differ and both take part in the programme; at least three full \
          working days at the host, without travel days; at most one month; one funded visit per \
          visitor. A refusal names the rule and its source (exit 6). To record a rule that the \
          Agency waived: --waive one-funded-visit --because "letter of 3 May". Several visitors \
          make a group, with one exchange each. The list is the one that `blues exchange match \
          --assign -o proposals.csv` writes. Its drafts are one step of the history. When one is \
          refused, no draft is made, and refused rows go to a rejects file with the reason. \
          Columns of the list: visitor or visitor_id, host or host_id, first_day, last_day, mode, \
          distance, under headings in six languages; other columns are ignored.
          """))

    static var filled: [String] { AcceptedStays.mapped }
    static let renamed = WaiverOptions.renamed

    @Option(help: "The host: id, name, or a unique part of its name.")
    var host: String?
    @Option(
      name: .customLong("visitor"), parsing: .singleValue,
      help: "The visitor: id, name, or a unique part of its name; may be repeated for a group.")
    var visitors: [String] = []
    @Option(help: "The first day at the host.", transform: Read.date)
    var from: DateExpression?
    @Option(help: "The last day at the host.", transform: Read.date)
    var to: DateExpression?
    @Option(help: "physical, virtual or hybrid.")
    var mode: Exchange.Mode = .physical
    @Option(help: "The day it was proposed; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "A list of proposals to accept.", completion: .file())
    var file: String?
    @Option(
      help: "Accept only these proposals of the list, such as 1,3-5.",
      transform: Propose.lineChoice)
    var lines: LineSelection?
    @Option(help: "Whole kilometres between the two, where their places are not known.")
    var distance: Int?
    @OptionGroup var override: WaiverOptions
    @OptionGroup var mapped: MappedListOptions
    @OptionGroup var write: WriteOptions

    private static let lineChoice = argument { text in
      guard let lines = LineSelection(text) else {
        throw ValidationError("Not a list of lines: \(text). Write it as 1,3-5.")
      }
      return lines
    }

    var inputs: [String] { file.map { [$0] } ?? [] }

    func validate() throws {
      let isStay = host != nil && !visitors.isEmpty && from != nil && to != nil
      let isBare = host == nil && visitors.isEmpty && from == nil && to == nil
      guard file == nil ? isStay : isBare else {
        throw ValidationError("Give --host, --visitor, --from and --to, or --file alone.")
      }
      guard file != nil || lines == nil else { throw ValidationError("--lines goes with --file.") }
      guard file != nil || !mapped.isSaid else {
        throw ValidationError("Options on how a list is read, such as --map, go with --file.")
      }
    }

    func run() throws {
      try change { store in
        if let file { return try accept(file, store) }
        guard let host, let from, let to else { return ExchangeCommand.answer([]) }
        let results = try store.exchanges.propose(
          host: host, visitors: visitors, from: store.day(from), to: store.day(to), mode: mode,
          distance: distance, word: override.word, on: store.day(on))
        let told = results.map(\.exchange).map { "\($0.code): \($0.visitor) at \($0.host)" }
        return ExchangeCommand.answer(
          results,
          saying: results.first.map {
            "Proposed \(told.joined(separator: ", ")), \($0.exchange.firstDay) to "
              + "\($0.exchange.lastDay)."
          })
      }
    }

    private func accept(_ path: String, _ store: Store) throws -> Answer {
      let list = ListFile(path: path, options: mapped)
      var request = try list.request(unmapped: .ignore, .refused)
      request.dateOrder = write.project.dateOrder
      let said = request
      let rejects = RejectsFile(mapped.rejects, of: path, isRehearsal: write.isRehearsal)
      do {
        let accepted = try list.take(
          said, sparing: write.project, output: write.output, \.mapping
        ) { reader, _ in
          rejects.follow(reader.reading)
          return try store.exchanges.accept(
            reader, said, lines: lines, on: try store.day(on), rejects: rejects)
        }
        return answer(accepted)
      } catch let problem as MatchProblem {
        throw problem.naming(rejects: rejects.path)
      }
    }

    private func answer(_ accepted: AcceptedStays) -> Answer {
      let results = accepted.results
      let codes = results.map(\.exchange.code.description).joined(separator: ", ")
      var answer = ExchangeCommand.answer(
        results,
        saying:
          "Accepted \(counted(results.count, "proposal")): \(codes).")
      answer.remarks += accepted.remarks
      return answer
    }
  }
}

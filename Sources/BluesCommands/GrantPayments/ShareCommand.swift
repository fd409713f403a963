internal import ArgumentParser
internal import BluesCore
internal import Documents

/// Sets the share of a partner in what the Agency pays.
struct ShareCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "share", abstract: "Set the share of a partner in the grant, or take it back.",
    discussion: examples(
      "blues partner payment share NP 21.5 --because \"Consortium agreement, article 7\"",
      "blues partner payment share NP",
      note: """
        Without a share, that of the budget holds again. The other partners have the rest in the \
        proportion of the budget. report payments lists the shares.
        """))

  @Argument(help: "The partner, such as NP.")
  var partner: String
  @Argument(help: "The share in per cent, such as 21.5; none for that of the budget.")
  var share: String?
  @Option(help: "Why it is set, such as an article of the consortium agreement.")
  var because: String?
  @OptionGroup var write: WriteOptions

  func run() throws {
    try change { store in
      let share = try share.map { try Percent(typed: $0) }
      let code = try store.setShares.set(partner, to: share, because: because)
      let figures = try PaymentFigures.of(store)
      return Answer(
        share.map { "The share of \(code) is \($0)." }
          ?? "The share of \(code) is that of the budget.",
        Document(
          schema: "blues.payment-shares/1",
          blocks: [
            .table(
              Table(noun: "partners", fields: PaymentFigures.Line.fields, rows: figures.lines)),
            .note(figures.shares.source, .plain),
          ]))
    }
  }
}

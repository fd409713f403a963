internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct PaymentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payment", abstract: "What visitors are to be paid, and the file for the bank.",
    discussion: examples(
      "blues exchange payment list",
      "blues exchange payment sepa EX-001 --iban DE89370400440532013000 --name \"Cluster e.V.\""
        + " --on 2021-04-01 -o payments.xml"),
    subcommands: [List.self, Sepa.self])

  struct List: ParsableCommand, ColumnedCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the payments to visitors: due, overdue, paid, and the budget.",
      discussion: examples(
        "blues exchange payment list",
        "blues exchange payment list --budget \"18000 EUR\"",
        "blues exchange payment list --where state=overdue --format csv",
        note: """
          A payment is due ten days after completion (rule payment-term); the list shows today, or \
          the day of --at. It has only exchanges whose visitor this partnership manages, since \
          only they count against the budget of category C. Accounts show their last four \
          characters in every format; only the file for the bank has all of them.
          """))

    static var columns: [Column] { Payment.fields.map(\.column) }

    @Option(
      help: "The budget of category C in the grant agreement, such as \"18000 EUR\".",
      transform: Read.money)
    var budget: Money?
    @OptionGroup var narrow: SaidOptions<Narrowing<List>>
    @OptionGroup var store: StoreOptions
    @OptionGroup var list: ListOptions

    func run() throws {
      let store = try store.toRead(at: list.at, for: list.output)
      let payments = try store.payments.all()
      let totals = try SupportBudget(ceiling: budget, payments: payments)
      let table = Table(
        noun: "payments",
        emptySentence: "No payments yet. Only agreed exchanges with funding have payments.",
        fields: Payment.fields, rows: payments)
      let narrowed = try narrow.narrowed(table, in: store)
      let wanted = try list.listing.read(for: table.columns, in: store).apply(to: narrowed)
      try list.output.show(
        Document(
          schema: "blues.payment/1", title: list.output.isPage ? "Payments to visitors" : nil,
          blocks: [.table(wanted.summed), .facts(totals.facts)]),
        header: !list.noHeader)
    }
  }

  /// Payments as a file for the bank.
  struct Sepa: DisclosingCommand, RenamedOptions {
    static let renamed = ["--version": "--message-version"]

    static let configuration = CommandConfiguration(
      commandName: "sepa",
      abstract: "Write payments as a file for the bank (SEPA, pain.001.001.03 or .09).",
      discussion: examples(
        "blues exchange payment sepa EX-001 EX-002 --iban DE89370400440532013000"
          + " --name \"Cluster e.V.\" --on 2021-04-01 -o payments.xml",
        note: """
          Takes only validated exchanges that are not paid yet. When one of them cannot be paid, \
          all reasons are listed and no file is written. Letters with accents become plain ones \
          and other characters full stops, since not every bank passes them on. The same payments \
          always have the same message id, so the bank sees a file that is sent twice. The \
          exchanges do not change: record with `blues exchange pay` what the bank did.
          """))

    @Argument(help: "The exchanges to pay, such as EX-017.", transform: Read.exchange)
    var codes: [ExchangeCode]
    @Option(help: "The account to pay from.")
    var iban: String
    @Option(help: "The account holder, as the bank has it.")
    var name: String
    @Option(help: "The BIC of the bank; not needed within SEPA.")
    var bic: String?
    @Option(help: "The day the bank is to pay; default: today.", transform: Read.date)
    var on: DateExpression?
    @Option(help: "The version of the message that the bank asks for (pain.001.001.…).")
    var messageVersion: CreditTransferFile.Version = .v03
    @OptionGroup var disclosure: DisclosureOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var file: FileOptions

    func run() throws {
      let opened = try store.toRead(for: file)
      let day = try opened.dayOrToday(on)
      let order = try opened.payments.order(
        codes, from: .init(name: name, iban: iban, bic: bic, day: day), as: messageVersion)
      try file.write(order.bytes)
      try note(.paymentOrder, as: "xml", of: order.transfers.count, outOf: opened, to: file)
      if let closure = TargetDays.closure(on: day) {
        Console.say(
          "TARGET is closed on \(day) (\(closure)): the bank pays on "
            + "\(TargetDays.next(from: day)) at the earliest.")
      }
      guard let path = file.path else { return }
      let sum = Money(cents: order.transfers.reduce(0) { $0 + $1.cents })
      let count = order.transfers.count
      Console.say("\(path): \(counted(count, "payment")), \(sum) in all.")
    }
  }
}

extension CreditTransferFile.Version: OptionWord {}

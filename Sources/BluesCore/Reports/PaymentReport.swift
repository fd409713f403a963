internal import Basics
package import Documents

/// The payments of the grant: received, distributed, owed, the ceiling before the balance.
package struct PaymentReport: Report {
  package static let name = "payments"
  package static let abstract =
    "Payments of the grant: received, distributed, what is owed to each partner, the ceiling."
  package static let examples = [
    "blues report payments", "blues report payments -o payments.xlsx",
    "blues report payments --at RP1.end --json",
  ]

  package let store: Store

  package init(store: Store) { self.store = store }

  package func content(_ asked: ReportRequest) throws -> Document {
    let project = try store.project.overview().project
    let figures = try PaymentFigures.of(store)
    let balance = try store.statements.balance()
    let payments = try store.grantPayments.made()
    let later = try store.grantPayments.all().count - payments.count
    var blocks: [Block] = [
      .facts(facts(figures, balance)),
      .section("Shares of the partners"),
      .table(
        Table(
          noun: "partners", emptySentence: "No partners.", fields: PaymentFigures.Line.fields,
          rows: figures.lines, total: Self.total(figures.lines))),
      .note(figures.shares.source, .plain),
    ]
    if later > 0 {
      blocks.append(
        .note(
          "\(counted(later, "payment")) of a later day \(agreeing(later, "is", "are")) not counted.",
          .warning))
    }
    blocks += try notes(figures, balance)
    if let balance { blocks += accepted(balance) }
    blocks += [
      .section("Received from the Agency"),
      .table(
        try Self.table(
          "received_payments", "Nothing was received yet.",
          Self.fields.filter { $0.column.name != "partner" },
          payments.filter { $0.partner == nil })),
      .section("Distributed to the partners"),
      .table(
        try Self.table(
          "distributed_payments", "Nothing was distributed yet.", Self.fields,
          payments.filter { $0.partner != nil })),
    ]
    return Document(
      schema: "blues.payments-report/1",
      title: "\(project.acronym): payments on \(store.invocation.today.spoken)",
      blocks: blocks.explained)
  }

  /// The columns of the payments; a recovery is taken off, as it is in the sums.
  private static var fields: [Field<GrantPayment>] {
    GrantPayment.register.fields.map { field in
      let column = field.column
      guard column.name == "amount" else { return field }
      return Field(
        column.name, column.heading, column.help, kind: column.kind, shown: column.isShown,
        rank: column.rank
      ) { .amount($0.counted) }
    }
  }

  /// Payments with their sum.
  private static func table(
    _ noun: String, _ emptySentence: String, _ fields: [Field<GrantPayment>],
    _ payments: [GrantPayment]
  ) throws -> Table {
    let sum = Cell.amount(try Money.sum(payments.map(\.counted)))
    let total = fields.enumerated().map { index, field -> Cell in
      field.column.name == "amount" ? sum : index == 0 ? .text("Total") : .empty
    }
    return Table(
      noun: noun, emptySentence: emptySentence, fields: fields, rows: payments,
      total: payments.isEmpty ? nil : total)
  }

  /// The sums of what the partners have and are owed.
  private static func total(_ lines: [PaymentFigures.Line]) -> [Cell]? {
    guard !lines.isEmpty else { return nil }
    func sum(_ part: (PaymentFigures.Line) -> Money) -> Cell {
      .amount(Money(cents: lines.reduce(0) { $0 + part($1).cents }))
    }
    return [
      .text("Total"), .decimal(hundredthsText(lines.reduce(0) { $0 + $1.share })), sum(\.due),
      sum(\.received), sum(\.owed),
    ]
  }

  private func facts(_ figures: PaymentFigures, _ balance: GrantBalance?) -> Facts {
    func cell(_ money: Money?) -> Cell {
      money.map { .money(cents: Int($0.cents), currency: $0.currency.code) } ?? .empty
    }
    let left = balance.flatMap { balance in
      balance.isFinal ? Money(cents: balance.grant.cents - figures.received.cents) : nil
    }
    return Facts([
      Fact("on", "On", .day(store.invocation.today)),
      Fact("maximum_grant", "Maximum grant", cell(figures.maximum)),
      Fact("received", "Received", cell(figures.received)),
      Fact("advanced", "Of it before the balance", cell(figures.advanced)),
      Fact("ceiling", "Ceiling before the balance", cell(figures.ceiling)),
      Fact("distributed", "Distributed", cell(figures.distributed)),
      Fact("held", "Held by the coordinator", cell(figures.held)),
      Fact("balance", "Still to be received", cell(left ?? figures.balance)),
    ])
  }

  /// The ceiling with its rule and mark, and what is accepted.
  private func notes(_ figures: PaymentFigures, _ balance: GrantBalance?) throws -> [Block] {
    let book = try store.read { try RuleBook.inForce($0) }
    var blocks: [Block] = []
    if let ceiling = figures.ceiling,
      let rule = book.rules.first(where: { $0.id == "payment-ceiling" })
    {
      let breach = rule.breach(
        "Pre-financing and interim payments of \(figures.advanced) are above "
          + "\(ceiling), \(try rule.text("share")) of the maximum grant.")
      if figures.advanced > ceiling { blocks.append(.note(breach.sentence, .bad)) }
      let source = Source.cited(rule.sources).first?.tag ?? "unknown source"
      blocks.append(
        .note(
          "Ceiling: rule payment-ceiling, mark \(rule.mark.rawValue), \(source).", .plain))
    }
    if let balance, balance.isFinal {
      blocks.append(
        .note("The balance is the contribution of all periods, at most the maximum grant.", .plain))
    } else if let balance, balance.hasAccepted {
      blocks.append(
        .note("A period is still open: the balance is that of the maximum grant.", .plain))
    } else if figures.maximum != nil {
      blocks.append(
        .note("No costs are accepted yet: the balance is that of the maximum grant.", .plain))
    }
    return blocks
  }

  /// What is accepted, period by period, and whether the grant makes a profit.
  private func accepted(_ balance: GrantBalance) -> [Block] {
    var blocks: [Block] = [
      .section("Accepted costs"),
      .table(
        Table(
          noun: "periods", emptySentence: "No reporting periods.", fields: GrantBalance.fields,
          rows: balance.rows)),
      .facts(
        Facts([
          Fact("accepted_costs", "Accepted costs", .amount(balance.costs)),
          Fact("accepted_contribution", "Accepted contribution", .amount(balance.contribution)),
          Fact("receipts", "Receipts", .amount(balance.receipts)),
          Fact("profit", "Grant and receipts less costs", .amount(balance.profit)),
        ])),
    ]
    if let note = balance.note { blocks.append(.note(note, .plain)) }
    if balance.profit.cents > 0 {
      blocks.append(
        .note(
          "Grant and receipts are \(balance.profit) above the accepted costs: the grant must not "
            + "make a profit, so the Agency takes that off.", .bad))
    }
    return blocks
  }
}

extension Store {
  package var paymentReport: PaymentReport { PaymentReport(store: self) }
}

internal import Basics
package import Documents

/// All on one exchange: its way, papers, money and people.
struct ExchangePage {
  let store: Store
  let code: ExchangeCode

  func document() throws -> Document {
    let found = try store.exchanges.one(code)
    let exchange = found.exchange
    let way: [Block] = [
      .facts(Facts(fields: Exchange.fields, of: exchange, isBrief: true)),
      .section("What happened"),
      .table(Table(noun: "steps", fields: ExchangeStep.fields, rows: found.steps)),
      .data("next", (exchange.next?.verb).map { .string($0) } ?? .null),
    ]
    return Document(
      schema: "blues.exchange/1", title: "\(code): \(exchange.visitor)",
      blocks: try way + papers() + money() + people())
  }

  private func papers() throws -> [Block] {
    let there = Table(
      noun: "papers", emptySentence: "None yet.", fields: Paper.fields,
      rows: try store.papers.all(code))
    let missing = Table(
      noun: "missing", fields: Papers.missingFields, rows: try store.papers.missing(code))
    return [.section("Papers"), .table(there)]
      + (missing.isEmpty
        ? [.data("missing", .array([]))] : [.table(missing, title: "Still missing")])
  }

  private func money() throws -> [Block] {
    let check = try store.exchanges.check(code)
    let payment = try store.payments.all().first { $0.code == code }
    let breaches = Table(
      noun: "breaches", emptySentence: "Every rule is kept.", fields: BreachRow.fields,
      rows: check.lines)
    let sum = check.lumpSum?.steps ?? ["None: a virtual exchange is not funded."]
    return [.section("Money")] + sum.map { .paragraph($0) }
      + (payment.map {
        [.facts(Facts(key: "payment", fields: Payment.fields, of: $0))]
      } ?? [.data("payment", .null)])
      + [.section("Rules not kept"), .table(breaches)]
  }

  private func people() throws -> [Block] {
    let persons = Table(
      noun: "persons", emptySentence: "No persons yet.", fields: ExchangePerson.fields,
      rows: try store.exchangePersons.all(code))
    let feedback = Table(
      noun: "feedback", emptySentence: "None yet.", fields: Feedback.fields,
      rows: try store.feedbacks.all().filter { $0.exchange == code })
    return [.section("Who takes part"), .table(persons), .section("Feedback"), .table(feedback)]
  }
}

extension Exchanges {
  /// All on one exchange.
  package func page(_ code: ExchangeCode) throws -> Document {
    try ExchangePage(store: store, code: code).document()
  }
}

internal import Basics

/// The exchanges whose stay has to begin or end, and the visitors who have to be paid.
enum ExchangeAgenda: AgendaSource {
  static func items(_ context: AgendaContext) throws -> [AgendaItem] {
    guard context.programme.scheme != nil else { return [] }
    return try context.store.exchanges.standings().compactMap { standing in
      guard let deadline = standing.deadline, let next = standing.exchange.next else { return nil }
      let exchange = standing.exchange
      let managing = exchange.visitorPartner ?? exchange.hostPartner
      return AgendaItem(
        exchange.code.description, kind: deadline.step == .paid ? "payment" : "exchange",
        title(standing, deadline.step), dueOn: deadline.due,
        .partners([managing].compactMap(\.self)),
        command: standing.missing.isEmpty
          ? "blues ex \(next.verb) \(exchange.code)" : "blues ex paper missing \(exchange.code)",
        lacks: standing.missing, today: context.today)
    }
  }

  private static func title(_ standing: ExchangeStanding, _ step: Exchange.State) -> String {
    let exchange = standing.exchange
    let lacks =
      standing.missing.isEmpty ? "" : "; \(counted(standing.missing.count, "paper")) missing"
    guard step == .paid else {
      return "\(step.verb) \(exchange.visitor) at \(exchange.host)\(lacks)"
    }
    let amount = standing.unpaid?.agreed.map { " \($0)" } ?? ""
    return "pay \(exchange.visitor)\(amount)\(lacks)"
  }
}

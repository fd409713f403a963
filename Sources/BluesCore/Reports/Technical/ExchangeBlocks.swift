internal import Basics
internal import Documents

/// The exchanges of a period: their number by mode, the pairs of countries, and the list.
struct ExchangeBlocks {
  let context: TechnicalContext

  init(_ context: TechnicalContext) { self.context = context }

  func blocks() throws -> [Block] {
    let days = context.days
    let all = try context.store.exchanges.all()
    let held = all.filter { $0.state.tookPlace && days.contains($0.lastDay) }
    guard !held.isEmpty else { return [] }
    let toDate = all.filter { $0.state.tookPlace && $0.lastDay <= days.upperBound }
    let target = try context.store.ruleFigures.book().target(.exchanges)
    let modes = Exchange.Mode.allCases.map { mode in
      Fact(
        "exchanges_\(mode.rawValue)",
        "\(mode.rawValue.prefix(1).uppercased())"
          + "\(mode.rawValue.dropFirst())", .integer(held.count { $0.mode == mode }))
    }
    return [
      .facts(
        Facts(
          [
            Fact("exchanges_held", "Held in the period", .integer(held.count)),
            Fact("exchanges_to_date", "Held to date", .integer(toDate.count)),
            Fact("exchanges_target", "Target", target.map { .integer($0) } ?? .empty),
          ] + modes)),
      .table(Self.pairs(held), title: "Exchanges by countries"),
      .table(list(held), title: "Exchanges of the period"),
    ]
  }

  /// How many exchanges there were from one country to another, as a table and a grid.
  static func pairs(_ held: [Exchange]) -> Table {
    let counts = Dictionary(grouping: held) { Pair($0) }.mapValues(\.count)
    let rows = counts.keys.sorted()
    return Table(
      noun: "exchange_countries", emptySentence: "No exchanges yet.",
      fields: [
        Field("visitor_country", "Visitor from", rank: .key) { .text($0.visitor) },
        Field("host_country", "Host in", rank: .key) { .text($0.host) },
        Field("number", "Exchanges") { .integer(counts[$0] ?? 0) },
      ], rows: rows
    ).drawn(
      as: CountMatrix(
        title: "Exchanges by countries", rowTitle: "Visitor from", columnTitle: "Host in",
        pairs: rows.map { (row: $0.visitor, column: $0.host, count: counts[$0] ?? 0) }))
  }

  /// The countries of an exchange.
  private struct Pair: Hashable, Comparable {
    let visitor: String
    let host: String

    init(_ exchange: Exchange) {
      visitor = exchange.visitorCountry ?? "not known"
      host = exchange.hostCountry ?? "not known"
    }

    static func < (one: Self, other: Self) -> Bool {
      (one.visitor, one.host) < (other.visitor, other.host)
    }
  }

  private func list(_ held: [Exchange]) -> Table {
    Table(
      noun: "exchanges",
      fields: [
        Field("code", "No", rank: .key) { .text($0.code.description) },
        Field("visitor", "Visitor", rank: .main) { .text($0.visitor) },
        Field("visitor_country", "From") { .text(orEmpty: $0.visitorCountry) },
        Field("host", "Host") { .text($0.host) },
        Field("host_country", "To") { .text(orEmpty: $0.hostCountry) },
        Field("mode", "Mode") { .text($0.mode.rawValue) },
        Field("first_day", "First day") { .day($0.firstDay) },
        Field("last_day", "Last day") { .day($0.lastDay) },
        Field("partner", "Managed by") {
          .text(orEmpty: $0.visitorPartnership ?? $0.visitorPartner)
        },
        Field("state", "State") { .state($0.state.word, $0.state.tone) },
        Field("goals", "Goals", shown: false) { .text(orEmpty: $0.goals) },
      ], rows: held)
  }
}

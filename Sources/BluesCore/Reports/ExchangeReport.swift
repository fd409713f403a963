internal import Basics
package import Documents

/// What counts towards the target: by mode, countries, kind of visitor and partner.
package struct ExchangeReport: Report {
  package static let name = "exchanges"
  package static let abstract =
    "The exchanges that count, by mode, countries, kind of visitor and partner."
  package static let examples = [
    "blues report exchanges",
    "blues report exchanges -o exchanges.html",
    "blues report exchanges --at 2021-06-30 --json",
  ]
  package static let note: String? = """
    An exchange counts once it is validated, and only for the partnership that manages and pays \
    the visitor. Exchanges hosted for others are counted separately.
    """

  package let store: Store

  package init(store: Store) { self.store = store }

  /// What an exchange is for the partnership's figures.
  package enum Standing: Sendable, Equatable {
    /// Validated, and managed and paid by a partner of this project.
    case counted
    case underWay
    /// Another partnership manages and pays the visitor.
    case hostedForOthers
    case ended
  }

  /// How many exchanges of one kind there are in each standing.
  package struct Tally: Sendable, Equatable {
    package let key: String
    package internal(set) var counted = 0
    package internal(set) var underWay = 0
    package internal(set) var hosted = 0
    package internal(set) var ended = 0

    init(_ key: String) { self.key = key }

    mutating func count(_ standing: Standing) {
      switch standing {
      case .counted: counted += 1
      case .underWay: underWay += 1
      case .hostedForOthers: hosted += 1
      case .ended: ended += 1
      }
    }
  }

  package func content(_ asked: ReportRequest) throws -> Document {
    let today = store.invocation.today
    let project = try store.project.overview().project
    let programme = try Programme.of(project)
    let exchanges = try store.exchanges.all()
    let book = try store.ruleFigures.book()
    let total = Self.tallies(exchanges) { _ in "all" }.first ?? Tally("all")
    let rule = try book.rule("kpi-count")
    let overridden = exchanges.filter { $0.approvals != nil }
    return Document(
      schema: "blues.exchanges/1", title: "\(project.acronym): exchanges on \(today.spoken)",
      blocks: [
        .meters(
          [
            Meter(
              "Exchanges counted", value: total.counted,
              target: book.target(.exchanges),
              detail: "\(total.underWay) in the pipeline, \(total.hosted) hosted for others")
          ], key: "indicators"),
        .facts(facts(total, exchanges, in: programme.currency)),
        table("by_mode", "Mode", "By mode", exchanges) { $0.mode.rawValue },
        table("by_countries", "Countries", "By countries, the visitor's first", exchanges) {
          $0.countries ?? "not known"
        },
        .table(
          ExchangeBlocks.pairs(exchanges.filter(\.state.tookPlace)),
          title: "Exchanges that took place, from country to country"),
        table("by_category", "Visitor is", "By kind of visitor", exchanges) { exchange in
          exchange.visitorCategory.isEmpty ? "not known" : exchange.visitorCategory
        },
        table("by_partner", "Managed by", "By managing partner", exchanges) {
          $0.visitorPartnership ?? $0.visitorPartner ?? "nobody"
        },
        table("by_state", "State", "By state", exchanges) { $0.state.rawValue },
        .table(
          Table(
            noun: "set_aside", emptySentence: "No rule was waived.",
            fields: Self.overrideFields, rows: overridden), title: "Rules waived by the Agency"),
        .note(
          "Counted from validation on: \(rule.says) (rule \(rule.id), "
            + "\(rule.breach("").source)). Whether virtual exchanges count towards the target is "
            + "not stated in any source; they are listed separately above.", .plain),
      ])
  }

  private static let overrideFields: [Field<Exchange>] = [
    Field("code", "No") { .text($0.code.description) },
    Field("visitor", "Visitor") { .text($0.visitor) },
    Field("host", "Host") { .text($0.host) },
    Field("approvals", "Waived") { .text(orEmpty: $0.approvals) },
  ]

  /// Amounts are those of exchanges that this project's partners pay.
  private func facts(
    _ total: Tally, _ exchanges: [Exchange], in currency: String
  ) -> Facts {
    let ours = exchanges.filter { $0.countsForUs && !$0.state.isExit }
    func sum(_ amount: (Exchange) -> Money?) -> Cell {
      .money(
        cents: ours.compactMap { amount($0).map { Int($0.cents) } }.reduce(0, +), currency: currency
      )
    }
    return Facts([
      Fact("counted", "Counted", .integer(total.counted)),
      Fact("in_the_pipeline", "In the pipeline", .integer(total.underWay)),
      Fact("hosted_for_others", "Hosted for others", .integer(total.hosted)),
      Fact("ended_early", "Ended early", .integer(total.ended)),
      Fact("agreed", "Agreed", sum(\.agreed)),
      Fact("paid", "Paid", sum(\.paid)),
    ])
  }

  private func table(
    _ noun: String, _ heading: String, _ title: String, _ exchanges: [Exchange],
    _ key: (Exchange) -> String
  ) -> Block {
    .table(
      Table(
        noun: noun, emptySentence: "No exchanges yet.",
        fields: [
          Field("key", heading) { .text($0.key) },
          Field("counted", "Counted") { .integer($0.counted) },
          Field("in_the_pipeline", "Pipeline") { .integer($0.underWay) },
          Field("hosted_for_others", "For others") { .integer($0.hosted) },
          Field("ended_early", "Ended early") { .integer($0.ended) },
        ], rows: Self.tallies(exchanges, by: key)), title: title)
  }

  /// The exchanges counted by a key, in the order of the keys.
  static func tallies(_ exchanges: [Exchange], by key: (Exchange) -> String) -> [Tally] {
    var tallies: [String: Tally] = [:]
    for exchange in exchanges {
      let key = key(exchange)
      tallies[key, default: Tally(key)].count(exchange.standing)
    }
    return tallies.values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}

extension Exchange {
  /// What the exchange is for the partnership's figures; one ended early counts for nobody.
  var standing: ExchangeReport.Standing {
    if state.isExit { return .ended }
    guard countsForUs else { return .hostedForOthers }
    return isCounted ? .counted : .underWay
  }
}

extension Store {
  package var exchangeReport: ExchangeReport { ExchangeReport(store: self) }
}

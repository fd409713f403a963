internal import Basics

/// Every figure of the statements can be computed: exchange rates, rates of pay, periods.
enum FiguresComputed: PeriodRequirement {
  static let name = "figures"

  static func missing(_ context: PeriodContext) throws -> [MissingItem] {
    let store = context.store
    let unpaid = try store.timesheets.personnelLines(within: context.days).unpaid.map { hours in
      MissingItem(
        hours.person,
        "\(hours.hours.text) hours in \(hours.month.iso.prefix(7)) have no rate of pay.",
        command: "blues partner person rate add \(hours.person)@\(hours.month) AMOUNT",
        isFigure: true)
    }
    do {
      let ledger = try context.ledger.get()
      let unrated = (ledger?.unrated ?? []).filter { $0.charged == context.period.name }
      let rates = ledger?.rates(soFar: context.period.name) ?? []
      return unpaid
        + Self.unrated(unrated)
        + rates.map {
          MissingItem(
            $0.currency.code, $0.message,
            command:
              "blues partner rate set \($0.currency) --period \($0.period) --rate N --because \"…\"",
            isFigure: true)
        }
    } catch let problem as any Problem {
      return unpaid + [
        MissingItem(
          context.period.name, problem.message, command: problem.hint ?? "blues report summary",
          isFigure: true)
      ]
    }
  }

  /// One item for all lines that lack the same rate.
  private static func unrated(_ lines: [UnratedLine]) -> [MissingItem] {
    var seen: Set<String> = []
    return lines.filter { seen.insert($0.problem.message).inserted }.map { line in
      let others = lines.count { $0.problem.message == line.problem.message } - 1
      let more =
        others == 0
        ? "" : " \(counted(others, "more line")) \(agreeing(others, "lacks", "lack")) it."
      return MissingItem(
        line.source, line.message + more, command: line.hint ?? "", isFigure: true)
    }
  }
}

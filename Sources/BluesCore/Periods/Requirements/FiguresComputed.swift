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
      _ = try context.ledger.get()
      return unpaid
    } catch let problem as any Problem {
      return unpaid + [
        MissingItem(
          context.period.name, problem.message, command: problem.hint ?? "blues report summary",
          isFigure: true)
      ]
    }
  }
}

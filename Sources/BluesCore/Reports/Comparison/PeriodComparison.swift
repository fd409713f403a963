package import Basics
internal import Documents
internal import GRDB

/// Two reporting periods beside each other: the figures of both, and the change.
struct PeriodComparison {
  /// One figure of both periods.
  struct Row {
    /// What a figure is: a count, or hundredths of person-months or of the grant's currency.
    enum Kind { case count, months, money(String) }

    let group: String
    let name: String
    let kind: Kind
    let from: Int?
    let to: Int?

    var change: Int? { from.flatMap { from in to.map { $0 - from } } }

    func cell(_ value: Int?) -> Cell {
      guard let value else { return .empty }
      return switch kind {
      case .count: .integer(value)
      case .months:
        .decimal(
          Fraction(Int128(value), over: 100)?.text(decimals: 2) ?? hundredthsText(value))
      case .money(let currency): .money(cents: value, currency: currency)
      }
    }
  }

  let store: Store
  let from: Period
  let to: Period
  private let project: Project

  init(_ store: Store, from: String, to: String) throws {
    let all = try store.periods.all()
    self.store = store
    self.from = try Periods.period(from, all)
    self.to = try Periods.period(to, all)
    project = try store.project.overview().project
  }

  func document() throws -> Document {
    let fields: [Field<Row>] = [
      Field("group", "Of", rank: .minor) { .text($0.group) },
      Field("figure", "Figure", rank: .key) { .text($0.name) },
      Field("from", from.name, rank: .key) { $0.cell($0.from) },
      Field("to", to.name, rank: .key) { $0.cell($0.to) },
      Field("change", "Change", rank: .key) { $0.cell($0.change) },
    ]
    return Document(
      schema: "blues.period-comparison/1",
      title: "\(project.acronym): \(from.name) and \(to.name)",
      subtitle: "as known on \(store.invocation.today.spoken)",
      blocks: [
        .facts(
          Facts(
            [("from", "From", from), ("to", "To", to)].flatMap { name, label, period in
              let days = period.days(in: project)
              return [
                Fact("\(name)_period", label, .text(period.name)),
                Fact("\(name)_starts_on", "\(period.name) starts", .day(days.lowerBound)),
                Fact("\(name)_ends_on", "\(period.name) ends", .day(days.upperBound)),
              ]
            })), .table(Table(noun: "figures", fields: fields, rows: try rows())),
        .note(
          "Figures are those of each period by itself. Person-months and costs count as declared.",
          .muted),
      ])
  }

  private func rows() throws -> [Row] {
    try plan() + activities() + exchanges() + effort() + costs() + indicators()
  }

  /// A row whose figure is asked for both periods.
  private func row(
    _ group: String, _ name: String, _ kind: Row.Kind = .count,
    _ value: (ClosedRange<Day>) throws -> Int?
  ) rethrows -> Row {
    Row(
      group: group, name: name, kind: kind, from: try value(from.days(in: project)),
      to: try value(to.days(in: project)))
  }

  private func plan() throws -> [Row] {
    let deliverables = try store.deliverables.all()
    let milestones = try store.milestones.all()
    return [
      row("plan", "Deliverables due") { days in
        deliverables.count { days.contains($0.dueOn) }
      },
      row("plan", "Deliverables submitted") { days in
        deliverables.count { item in item.submittedOn.map { days.contains($0) } ?? false }
      },
      row("plan", "Deliverables submitted late") { days in
        deliverables.count { item in
          item.submittedOn.map { days.contains($0) && $0 > item.dueOn } ?? false
        }
      },
      row("plan", "Milestones due") { days in milestones.count { days.contains($0.dueOn) } },
      row("plan", "Milestones achieved") { days in
        milestones.count { item in item.achievedOn.map { days.contains($0) } ?? false }
      },
    ]
  }

  private func activities() throws -> [Row] {
    let delivered = try store.activities.all().filter { $0.status == .delivered }
    func held(_ days: ClosedRange<Day>) -> [Activity] {
      delivered.filter { activity in activity.lastDay.map { days.contains($0) } ?? false }
    }
    return [
      row("activities", "Activities delivered") { held($0).count },
      row("activities", "Participants") { held($0).reduce(0) { $0 + $1.participants } },
      row("activities", "Persons trained") { held($0).reduce(0) { $0 + $1.trained } },
      row("activities", "Persons reached") { held($0).reduce(0) { $0 + ($1.reach ?? 0) } },
    ]
  }

  private func exchanges() throws -> [Row] {
    guard try Programme.of(project).scheme != nil else { return [] }
    let held = try store.exchanges.all().filter(\.state.tookPlace)
    return [
      row("exchanges", "Exchanges held") { days in held.count { days.contains($0.lastDay) } },
      row("exchanges", "Of these virtual") { days in
        held.count { $0.mode == .virtual && days.contains($0.lastDay) }
      },
    ]
  }

  private func effort() throws -> [Row] {
    let effort = try store.read { try CountedEffort($0, on: store.invocation.today) }
    func months(_ period: Period) -> Int {
      let sum = effort.lines(in: period).reduce(Fraction.zero) { $0 + $1.months }
      return Int(sum.rounded(toParts: 100))
    }
    return [
      Row(
        group: "effort", name: "Person-months", kind: .months, from: months(from), to: months(to))
    ]
  }

  private func costs() throws -> [Row] {
    let programme = try Programme.of(project)
    guard programme.categories != nil else { return [] }
    let ledger = try store.statements.ledger()
    func sum(_ period: Period) -> StatementSummary.Row {
      StatementSummary(
        ledger.statements(in: period.name, withLines: false), partners: ledger.partners
      ).total
    }
    let (before, after) = (sum(from), sum(to))
    let kind = Row.Kind.money(programme.currency)
    return [
      Row(
        group: "costs", name: "Total costs", kind: kind, from: Int(before.totalCosts.cents),
        to: Int(after.totalCosts.cents)),
      Row(
        group: "costs", name: "Requested contribution", kind: kind,
        from: Int(before.requestedContribution.cents),
        to: Int(after.requestedContribution.cents)),
    ]
  }

  /// What each indicator gained in the periods, or was at their ends where it does not add up.
  private func indicators() throws -> [Row] {
    let (before, after) = try (
      PeriodIndicator.all(store, in: from.days(in: project)),
      PeriodIndicator.all(store, in: to.days(in: project))
    )
    return zip(before, after).map { one, other in
      let isWhole = [one, other].compactMap { $0.inPeriod ?? $0.toDate }
        .allSatisfy { $0.hundredths % 100 == 0 }
      func value(_ of: PeriodIndicator) -> Int? {
        (of.inPeriod ?? of.toDate).map { isWhole ? $0.hundredths / 100 : $0.hundredths }
      }
      return Row(
        group: "indicators",
        name: "\(one.indicator.code) \(one.indicator.title)"
          + (one.inPeriod == nil && other.inPeriod == nil ? ", at the end" : ""),
        kind: isWhole ? .count : .months, from: value(one), to: value(other))
    }
  }
}

/// Only one of two periods was named.
package struct OnePeriodProblem: Problem, Equatable {
  package var message: String { "Two periods are compared; one is named." }
  package var hint: String? { "give --from RP1 and --to RP2" }
  package var kind: ProblemKind { .usage }
}

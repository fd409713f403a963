internal import Basics
internal import Documents

extension PartA {
  func indicators() throws -> Table {
    Table(
      noun: "indicators", emptySentence: "No indicators.", fields: PeriodIndicator.fields,
      rows: try PeriodIndicator.all(context.store, in: context.days))
  }

  /// One measure of a partner's effort over the work packages.
  private struct Measure {
    let partner: String
    let name: String
    let byPackage: [Int: Cell]
    let total: Cell
  }

  /// The person-months of each partner in each work package: planned, in the period, to date, and the
  /// deviation in per cent of the plan.
  func personMonths() -> Table {
    let own = Dictionary(grouping: context.effort) { $0.partner ?? "" }
    let partners = context.partners.map(\.code.text).filter { own[$0] != nil }
    let rows = partners.flatMap { measures($0, own[$0] ?? []) }
    var fields: [Field<Measure>] = [
      Field("partner", "Partner", rank: .key) { .text($0.partner) },
      Field("measure", "Person-months", rank: .key) { .text($0.name) },
    ]
    for package in context.packages {
      fields.append(
        Field(package.code.description.lowercased(), package.code.description, kind: .number) {
          $0.byPackage[package.code.number] ?? .empty
        })
    }
    fields.append(Field("total", "Total", kind: .number, rank: .key) { $0.total })
    return Table(
      noun: "person_months", emptySentence: "No effort is planned or recorded yet.",
      fields: fields, rows: rows)
  }

  private func measures(_ partner: String, _ rows: [EffortRow]) -> [Measure] {
    func measure(_ name: String, _ value: (EffortRow) -> Fraction?) -> Measure {
      var cells: [Int: Cell] = [:]
      var total = Fraction.zero
      for row in rows {
        guard let package = row.workPackage, let value = value(row) else { continue }
        cells[package.number] = .decimal(value.text(decimals: 2))
        total = total + value
      }
      return Measure(
        partner: partner, name: name, byPackage: cells, total: .decimal(total.text(decimals: 2)))
    }
    func percent(_ planned: Fraction, _ actual: Fraction) -> Cell {
      EffortDeviation(planned: planned, actual: actual).text.map { .decimal($0) } ?? .empty
    }
    var deviations: [Int: Cell] = [:]
    for row in rows {
      guard let package = row.workPackage, let planned = row.planned else { continue }
      deviations[package.number] = percent(planned, row.toDate)
    }
    let planned = rows.reduce(Fraction.zero) { $0 + ($1.planned ?? .zero) }
    let actual = rows.reduce(Fraction.zero) { $0 + $1.toDate }
    return [
      measure("planned", \.planned), measure("this period", \.inPeriod),
      measure("to date", \.toDate),
      Measure(
        partner: partner, name: "deviation %", byPackage: deviations,
        total: percent(planned, actual)),
    ]
  }
}

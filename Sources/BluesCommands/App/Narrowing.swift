internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

/// The options `--partner` and `--period` of a list, as far as its rows have a partner or a day.
enum Narrowing<List: ColumnedCommand>: OptionSource {
  static var described: [DescribedOption] {
    let columns = NarrowedColumns(List.columns)
    var options: [DescribedOption] = []
    if columns.partner != nil {
      options.append(
        DescribedOption(
          "partner", options: ["partner"], help: "Only those of a partner, such as NP."))
    }
    if columns.period != nil || columns.day != nil {
      options.append(
        DescribedOption(
          "period", options: ["period"], help: "Only those of a reporting period, such as RP1."))
    }
    return options
  }
}

/// The columns by which the rows of a list are narrowed.
struct NarrowedColumns {
  let partner: Int?
  /// That which names the period itself, where a row says it.
  let period: Int?
  let day: Int?

  /// The days by which rows belong to a period, the first of them that a list has.
  private static let days = [
    "incurred_on", "paid_on", "month", "on", "completed_on", "due_on", "decided_on", "dated",
  ]

  init(_ columns: [Column]) {
    func place(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
    partner = place("partner")
    period = place("charged_in") ?? place("period")
    // An activity is of the period it begins in; work packages, whose first day is worked out and not
    // shown, go on through periods.
    day =
      Self.days.lazy.compactMap(place).first
      ?? place("starts_on").flatMap { columns[$0].isShown ? $0 : nil }
  }

  /// Whether a row is of a period: of the one that it names, or else of that of its day.
  func holds(_ row: [Cell], _ standing: Periods.Standing) -> Bool {
    if let period, row[period] != .empty { return row[period].shown == standing.period.name }
    guard let day else { return false }
    switch row[day] {
    case .day(let day): return standing.days.contains(day)
    case .text(let month):
      return Day(iso: "\(month)-01").map { standing.days.contains($0) } ?? false
    default: return false
    }
  }
}

extension SaidOptions {
  /// The rows of a table that are of the partner and in the period that were asked for.
  func narrowed(_ table: Table, in store: Store) throws -> Table {
    let columns = NarrowedColumns(table.columns)
    var rows = table.rows
    var words: [String] = []
    if let text = self["partner"], let place = columns.partner {
      let code = try store.partners.one(PartnerCode(text)).code.description
      rows.removeAll { $0[place].shown != code }
      words.append("of \(code)")
    }
    if let text = self["period"] {
      let standing = try store.periods.standing(text)
      rows.removeAll { !columns.holds($0, standing) }
      words.append("in \(standing.period.name)")
    }
    guard !words.isEmpty else { return table }
    return Table(
      noun: table.noun, emptySentence: "Nothing \(words.joined(separator: " ")).",
      columns: table.columns, rows: rows)
  }
}

internal import Basics

/// One row of a list of stays that are to be planned.
struct ListedStay {
  /// A host or visitor, with the field that names it.
  struct Named {
    let field: String
    let text: String
  }

  let visitor: Named
  let host: Named
  let firstDay: Day
  let lastDay: Day
  let mode: Exchange.Mode
  /// Whole kilometres, where the row states them.
  let distance: Int?

  /// The columns that are read.
  ///
  /// An id goes before a name, so that a list of `exchange match --assign` finds whom it means.
  /// `from` and `to` are no headings of the days: in that list they are the window that both
  /// sides have in common.
  static let fields: [ImportField] = [
    ImportField("visitor", StayHeadings.visitor),
    ImportField("visitor_id"),
    ImportField("host", StayHeadings.host),
    ImportField("host_id"),
    ImportField("first_day", StayHeadings.firstDay, isRequired: true, content: .day),
    ImportField("last_day", StayHeadings.lastDay, isRequired: true, content: .day),
    ImportField("mode", StayHeadings.mode, content: .typed),
    ImportField("distance", StayHeadings.distance, content: .typed),
  ]

  /// - Throws: `ImportRow.Refusal` when a cell cannot stand.
  init(_ row: ImportRow) throws {
    visitor = try Self.named("visitor", in: row)
    host = try Self.named("host", in: row)
    let first = try Self.day("first_day", in: row)
    let last = try Self.day("last_day", in: row)
    guard first <= last else {
      throw ImportRow.Refusal(
        field: "last_day", rule: "dates", problem: ExchangeProblem.endsBeforeStart(first, last))
    }
    firstDay = first
    lastDay = last
    mode =
      try row.read("mode", "mode", "physical, virtual or hybrid", StayHeadings.mode) ?? .physical
    distance = try row.read("distance", "distance", "whole kilometres") {
      wholeNumber($0.utf8)
    }
  }

  private static func named(_ field: String, in row: ImportRow) throws -> Named {
    let id = "\(field)_id"
    if let text = row.text(id) { return Named(field: id, text: text) }
    return Named(
      field: field, text: try row.require(field, field, "the id or name of the \(field)") { $0 })
  }

  private static func day(_ field: String, in row: ImportRow) throws -> Day {
    // A list of matches has no days where no stay is left in the common window.
    let isOver = row.text(field) == nil && row.text("visitor_id") != nil
    let expected =
      "a date such as 2021-09-06"
      + (isOver ? "; a match without one has no stay left in its window" : "")
    return try row.require(field, "date", expected) { Day(iso: $0) }
  }
}

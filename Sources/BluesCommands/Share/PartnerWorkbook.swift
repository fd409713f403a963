internal import Basics
internal import BluesCore
internal import Documents

/// The workbook of what is asked of a partner, with the partner's own last state.
struct PartnerWorkbook {
  /// A sheet to fill in.
  struct Sheet {
    /// A column, with what it offers; other texts are taken after a warning.
    struct Column {
      let heading: String
      var kind = SheetColumn.Kind.text
      var width = 0
      var values: [String] = []
    }

    let name: PartnerSheet
    let columns: [Column]
    let rows: [[Cell]]
  }

  let guide: WorkbookGuide
  let sheets: [Sheet]
  let ticket: WorkbookTicket
  /// The foot of each printed page.
  let foot: String

  func write(_ book: WorkbookWriter) throws(WorkbookProblem) {
    try write(guide, book)
    let offered = sheets.flatMap { sheet in
      sheet.columns.enumerated().filter { !$0.element.values.isEmpty }.map {
        (sheet: sheet.name, place: $0.offset, column: $0.element)
      }
    }
    for sheet in sheets {
      let list = try book.addSheet(
        named: sheet.name.rawValue,
        columns: sheet.columns.map {
          SheetColumn($0.heading, kind: $0.kind, width: max($0.width, Self.width($0)))
        })
      for (number, offer) in offered.enumerated() where offer.sheet == sheet.name {
        list.offer(
          SheetChoice(
            column: offer.place, sheet: Self.values, values: number,
            count: offer.column.values.count))
      }
      for row in sheet.rows { try list.write(row) }
      list.setPage(foot: "\(foot), \(sheet.name.rawValue)")
    }
    let values = try book.addSheet(
      named: Self.values,
      columns: offered.map { SheetColumn("\($0.sheet.rawValue): \($0.column.heading)") })
    for number in 0..<(offered.map(\.column.values.count).max() ?? 0) {
      try values.write(
        offered.map {
          number < $0.column.values.count ? .text($0.column.values[number]) : .empty
        })
    }
    let hidden = try book.addSheet(
      named: PartnerSheet.ticket, columns: [SheetColumn("Name"), SheetColumn("Value")])
    for line in ticket.lines { try hidden.write([.text(line.name), .text(line.value)]) }
    hidden.hide()
  }

  private func write(_ guide: WorkbookGuide, _ book: WorkbookWriter) throws(WorkbookProblem) {
    let page = try book.addSheet(
      named: "Read me",
      columns: [
        SheetColumn("", kind: .wrapped, width: 22),
        SheetColumn(guide.title, kind: .wrapped, width: 90),
      ])
    for line in guide.lines { try page.write([.text(line.label), .text(line.text)]) }
    page.setPage(foot: foot)
  }

  private static let values = "Values"

  /// Wide enough for what a column offers.
  private static func width(_ column: Sheet.Column) -> Int {
    (column.values.map(DisplayWidth.of).max() ?? 0) + 4
  }
}

/// What the first sheet says: what to fill in, by when, and to whom it goes.
struct WorkbookGuide {
  let title: String
  let lines: [(label: String, text: String)]
}

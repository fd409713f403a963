internal import BluesCore
internal import Documents

/// A workbook that a partner fills in with its members and sends back, to be imported as it is.
///
/// Its first sheet is the list; the others show an example, say how, and hold the values that the
/// list offers.
struct ContactTemplate {
  let columns = TemplateColumn.all

  /// Writes the workbook, with rows in the list for those who have some already.
  func write(_ book: WorkbookWriter, rows: [[Cell]] = []) throws(WorkbookProblem) {
    let list = try book.addSheet(named: "Contacts", columns: sheetColumns)
    let offered = columns.enumerated().filter { !$0.element.values.isEmpty }
    for (place, offer) in offered.enumerated() {
      list.offer(
        SheetChoice(
          column: offer.offset, sheet: Self.valuesSheet, values: place,
          count: offer.element.values.count))
    }
    for row in rows { try list.write(row) }
    let example = try book.addSheet(named: "Example", columns: sheetColumns)
    for number in 0..<TemplateColumn.examples {
      try example.write(columns.map { Self.text($0.examples[number]) })
    }
    try writeRules(book)
    try writeValues(book, offered.map(\.element))
  }

  private static let valuesSheet = "Values"

  private var sheetColumns: [SheetColumn] {
    columns.map { column in
      let widest = column.examples.map(DisplayWidth.of).max() ?? 0
      return SheetColumn(column.heading, kind: .text, width: widest + 2)
    }
  }

  private func writeRules(_ book: WorkbookWriter) throws(WorkbookProblem) {
    let sheet = try book.addSheet(
      named: "How to fill it in",
      columns: [
        SheetColumn("Column"), SheetColumn("Needed"), SheetColumn("What to write", kind: .wrapped),
        SheetColumn("For example"),
      ])
    for rule in Self.rules { try sheet.write([.empty, .empty, .text(rule), .empty]) }
    for column in columns {
      try sheet.write([
        .text(column.field.heading), .text(column.isNeeded ? "yes" : ""), .text(column.rule),
        Self.text(column.examples[0]),
      ])
    }
  }

  private static let rules = [
    "Fill in the sheet Contacts, one row for each person; leave its headings as they are.",
    "Columns with a star are needed. Leave a cell empty when you do not know.",
    "You may delete columns you do not need and put them in another order.",
    "Only list people who may be listed; the column Legal basis says why, where there is one.",
  ]

  private func writeValues(
    _ book: WorkbookWriter, _ offered: [TemplateColumn]
  ) throws(WorkbookProblem) {
    let sheet = try book.addSheet(
      named: Self.valuesSheet, columns: offered.map { SheetColumn($0.field.heading) })
    for number in 0..<(offered.map(\.values.count).max() ?? 0) {
      try sheet.write(
        offered.map { number < $0.values.count ? .text($0.values[number]) : .empty })
    }
  }

  private static func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }
}

extension OutputOptions {
  /// Writes a template to the output file or to standard output.
  func show(_ template: ContactTemplate) throws {
    let day = try Environment.today()
    try stream { stream in
      guard let path = stream.fillable else {
        if self.path == nil, Environment.width() != nil { throw OutputProblem.notForTerminals }
        return try WorkbookWriter.inMemory(
          scratch: stream.scratch, day: day, { try template.write($0) }, to: stream.write)
      }
      let book = try WorkbookWriter(path: path, scratch: stream.scratch, day: day)
      try template.write(book)
      try book.finish()
    }
  }
}

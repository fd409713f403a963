internal import ArgumentParser
internal import Documents

/// A workbook that others fill in and send back, to be imported as it is.
///
/// Its first sheet is the list; the others show an example where there is one, say how, and hold the
/// values that the list offers.
struct FormWorkbook {
  /// A column to fill in.
  struct Column {
    /// The heading without its star.
    let title: String
    let isNeeded: Bool
    let rule: String
    /// One text for each row of the example, all of it invented.
    var examples: [String] = []
    /// What the column offers; other texts are taken after a warning.
    var values: [String] = []

    /// The heading, which the import knows; a star marks what is needed.
    var heading: String { isNeeded ? "\(title) *" : title }
  }

  /// The name of the first sheet.
  let sheet: String
  let columns: [Column]
  /// What is said before the columns are explained, a sentence each.
  let rules: [String]

  static let filling = [
    "Columns with a star are needed. Leave a cell empty when you do not know.",
    "You may delete columns you do not need and put them in another order.",
  ]

  /// Writes the workbook, with rows in the list for those who have some already.
  func write(_ book: WorkbookWriter, rows: [[Cell]] = []) throws(WorkbookProblem) {
    let list = try book.addSheet(named: sheet, columns: sheetColumns)
    let offered = columns.enumerated().filter { !$0.element.values.isEmpty }
    for (place, offer) in offered.enumerated() {
      list.offer(
        SheetChoice(
          column: offer.offset, sheet: Self.valuesSheet, values: place,
          count: offer.element.values.count))
    }
    for row in rows { try list.write(row) }
    try writeExample(book)
    try writeRules(book)
    if !offered.isEmpty { try writeValues(book, offered.map(\.element)) }
  }

  private static let valuesSheet = "Values"

  private var sheetColumns: [SheetColumn] {
    columns.map { column in
      let widest = column.examples.map(DisplayWidth.of).max() ?? 0
      return SheetColumn(column.heading, kind: .text, width: widest + 2)
    }
  }

  private func writeExample(_ book: WorkbookWriter) throws(WorkbookProblem) {
    let count = columns.map(\.examples.count).max() ?? 0
    guard count > 0 else { return }
    let example = try book.addSheet(named: "Example", columns: sheetColumns)
    for number in 0..<count {
      try example.write(
        columns.map { Self.text(number < $0.examples.count ? $0.examples[number] : "") })
    }
  }

  private func writeRules(_ book: WorkbookWriter) throws(WorkbookProblem) {
    let sheet = try book.addSheet(
      named: "How to fill it in",
      columns: [
        SheetColumn("Column"), SheetColumn("Needed"), SheetColumn("What to write", kind: .wrapped),
        SheetColumn("For example"),
      ])
    for rule in rules { try sheet.write([.empty, .empty, .text(rule), .empty]) }
    for column in columns {
      try sheet.write([
        .text(column.title), .text(column.isNeeded ? "yes" : ""), .text(column.rule),
        Self.text(column.examples.first ?? ""),
      ])
    }
  }

  private static func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

  private func writeValues(
    _ book: WorkbookWriter, _ offered: [Column]
  ) throws(WorkbookProblem) {
    let sheet = try book.addSheet(
      named: Self.valuesSheet, columns: offered.map { SheetColumn($0.title) })
    for number in 0..<(offered.map(\.values.count).max() ?? 0) {
      try sheet.write(
        offered.map { number < $0.values.count ? .text($0.values[number]) : .empty })
    }
  }
}

/// What an empty list to fill in can be.
enum TemplateForm: String, OptionWord { case xlsx }

extension OutputOptions {
  /// Refuses another form of a list to fill in than a workbook.
  func refuseOther(than template: TemplateForm?) throws {
    if template != nil, chosenFormat(or: .xlsx) != .xlsx {
      throw ValidationError("A template is a workbook; name the file with the ending .xlsx.")
    }
  }

  /// Writes a list to fill in to the output file or to standard output.
  func show(_ form: FormWorkbook) throws {
    let day = try Environment.today()
    try stream { stream in
      guard let path = stream.fillable else {
        if self.path == nil, Environment.width() != nil { throw OutputProblem.notForTerminals }
        return try WorkbookWriter.inMemory(
          scratch: stream.scratch, day: day, { try form.write($0) }, to: stream.write)
      }
      let book = try WorkbookWriter(path: path, scratch: stream.scratch, day: day)
      try form.write(book)
      try book.finish()
    }
  }
}

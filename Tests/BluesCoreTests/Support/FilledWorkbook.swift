import Basics
import Documents
import Testing

@testable import BluesCore

/// A workbook as a partner sends it back, written cell by cell.
struct FilledWorkbook {
  private var sheets: [(name: String, rows: [[String]])] = []
  private let ticket: [(name: String, value: String)]

  /// Without a ticket the sheet that says whose it is was removed.
  init(_ ticket: WorkbookTicket?) { self.ticket = ticket?.lines ?? [] }

  /// One whose ticket has been tampered with.
  init(_ ticket: WorkbookTicket, setting name: String, to value: String) {
    self.ticket = ticket.lines.map { $0.name == name ? (name, value) : $0 }
  }

  static let costHeadings = [
    "No *", "Category *", "WP", "Incurred *", "Description *", "Amount *", "Note", "Remove",
  ]

  /// The same with costs: number, description, amount, note and mark.
  func costs(_ rows: [[String]]) -> FilledWorkbook {
    with("Costs", Self.costHeadings) {
      rows.map { row in
        row.count == 1
          ? row
          : [row[0], "D.1", "WP5", "2020-05-14", row[1], row[2]] + row.dropFirst(3)
      }
    }
  }

  func with(
    _ name: String, _ headings: [String], _ rows: () -> [[String]]
  ) -> FilledWorkbook {
    var book = self
    book.sheets.append((name, [headings] + rows()))
    return book
  }

  /// Writes it under a name of the project's folder.
  func write(_ name: String, in shared: SharedProject) throws -> String {
    let path = shared.folder.path(name)
    let book = try WorkbookWriter(path: path, scratch: shared.folder.path("out"))
    for (name, rows) in sheets {
      let sheet = try book.addSheet(named: name, columns: rows[0].map { SheetColumn($0) })
      for row in rows.dropFirst() {
        try sheet.write(row.map { $0.isEmpty ? .empty : .text($0) })
      }
    }
    if !ticket.isEmpty {
      let sheet = try book.addSheet(
        named: "blues", columns: [SheetColumn("Name"), SheetColumn("Value")])
      for line in ticket { try sheet.write([.text(line.name), .text(line.value)]) }
    }
    try book.finish()
    return path
  }
}

extension SharedProject {
  /// The ticket of a new workbook.
  func workbook(for partner: String = "NP", period: String? = nil) throws -> WorkbookTicket {
    try open("bnpt", "share sheet").workbooks.make(for: partner, period: period).ticket
  }

  @discardableResult
  func take(_ path: String, from partner: String? = nil) throws -> WorkbookReceiving.Outcome {
    try open("bnpt", "share receive").workbookReceiving.receive(file: path, from: partner)
  }
}

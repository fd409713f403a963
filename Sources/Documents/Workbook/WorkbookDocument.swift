/// A document as a workbook: a sheet for each table, and one for the facts and one for the meters.
struct WorkbookDocument {
  let rendering: Rendering

  func bytes(of document: Document) throws(WorkbookProblem) -> [UInt8] {
    let file = try MemoryFile()
    let book = try WorkbookWriter(
      path: file.path, scratch: rendering.scratch, day: document.imprint?.day ?? rendering.day)
    var isEmpty = true
    let sheets = document.sheets
    if let imprint = document.imprint {
      isEmpty = false
      try book.addCover(
        CoverSheet(
          document: document, imprint: imprint,
          contents: book.namesToCome(for: sheets.map(\.title))))
    }
    for table in sheets {
      isEmpty = false
      let sheet = try book.addSheet(
        named: table.title, columns: table.table.sheetColumns)
      for row in table.table.rows { try sheet.write(row) }
      guard let imprint = document.imprint else { continue }
      try sheet.write(total: SheetTotal(table: table.table))
      sheet.setPage(foot: imprint.running)
    }
    // A workbook without a sheet cannot be opened.
    if isEmpty {
      _ = try book.addSheet(named: SheetNames.fitting([document.title, "Sheet"]), columns: [])
    }
    try book.finish()
    return try file.bytes()
  }
}

extension Document {
  /// What a workbook holds, in the order of the document.
  var sheets: [(title: String, table: Table)] {
    var sheets: [(title: String, table: Table)] = []
    var shared: [String: Int] = [:]
    var section: String?
    let tables = blocks.count { block in
      if case .table = block { true } else { false }
    }
    for block in blocks {
      switch block {
      case .section(let title), .heading(let title, _): section = title
      case .facts(let facts):
        // The facts of one thing can stand in several blocks, and are read as one.
        if section == nil, let last = sheets.last, last.table.noun == "facts" {
          sheets[sheets.count - 1].table = last.table.followed(by: facts)
        } else {
          let title = SheetNames.fitting([section, "Facts"])
          sheets.append(
            (title, Table(noun: "facts", columns: Self.factColumns, rows: []).followed(by: facts)))
        }
        section = nil
      case .table(let table, let title):
        if let part = table.part {
          let place = shared[part.sheet] ?? sheets.count
          if place == sheets.count { sheets.append((part.sheet, table.sheet(of: part))) }
          shared[part.sheet] = place
          sheets[place].table = sheets[place].table.followed(by: table.rows, of: part)
        } else {
          // The title of the page names the sheet of its only table.
          let names = [
            title ?? section ?? (tables == 1 ? self.title : nil), table.name,
          ]
          sheets.append((SheetNames.fitting(names), table))
        }
        section = nil
      case .meters(let meters, _):
        sheets.append((SheetNames.fitting([section, "Figures"]), meters.table))
        section = nil
      case .paragraph, .prose, .note, .gantt, .signatures, .pageBreak, .data: continue
      }
    }
    return sheets
  }

  private static let factColumns = [Column("name", "Name"), Column("value", "Value")]
}

extension Table {
  /// Its columns as those of a sheet.
  fileprivate var sheetColumns: [SheetColumn] {
    columns.enumerated().map { position, column in
      SheetColumn(column.heading, isTrailing: alignment(of: position) == .trailing)
    }
  }

  /// The table of facts with more of them, under the words people read.
  fileprivate func followed(by facts: Facts) -> Table {
    Table(
      noun: noun, columns: columns, rows: rows + facts.items.map { [.text($0.label), $0.cell] })
  }
}

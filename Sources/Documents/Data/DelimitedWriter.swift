/// The first table of a document as comma- or tab-separated values.
struct DelimitedWriter {
  /// How cells are kept apart.
  enum Dialect {
    /// RFC 4180 with line feeds.
    case csv
    /// Tabs between cells; tab, line end and backslash within them as \t, \n, \r and \\.
    case tsv
  }

  let dialect: Dialect
  let rendering: Rendering

  /// Every column; texts that a spreadsheet would run are guarded.
  func bytes(of document: Document) -> [UInt8] {
    guard let table = document.dataTable else { return [] }
    var output: [UInt8] = []
    if rendering.header {
      append(table.columns.map { safe($0.name) }, to: &output)
    }
    for row in table.rows { append(row.map(text), to: &output) }
    return output
  }

  private func safe(_ text: String) -> String {
    rendering.guarded ? SpreadsheetGuard.guarded(text) : text
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .integer, .money: return cell.exported
    case .decimal(let text) where PlainNumber(text) != nil: return text
    case .empty, .text, .decimal, .day, .flag, .list, .state, .link:
      return safe(cell.exported)
    }
  }

  private func append(_ cells: [String], to output: inout [UInt8]) {
    for (position, cell) in cells.enumerated() {
      switch dialect {
      case .csv:
        if position > 0 { output.append(UInt8(ascii: ",")) }
        // A line without a character would be read as no row at all.
        if cells.count == 1, cell.isEmpty {
          output += "\"\"".utf8
        } else {
          quote(cell, to: &output)
        }
      case .tsv:
        if position > 0 { output.append(UInt8(ascii: "\t")) }
        escape(cell, to: &output)
      }
    }
    output.append(UInt8(ascii: "\n"))
  }

  private func quote(_ cell: String, to output: inout [UInt8]) {
    let mark = UInt8(ascii: "\"")
    let isSpecial: (UInt8) -> Bool = { byte in
      byte == mark || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard cell.utf8.contains(where: isSpecial) else {
      output += cell.utf8
      return
    }
    output.append(mark)
    for byte in cell.utf8 {
      if byte == mark { output.append(mark) }
      output.append(byte)
    }
    output.append(mark)
  }

  private func escape(_ cell: String, to output: inout [UInt8]) {
    for byte in cell.utf8 {
      switch byte {
      case UInt8(ascii: "\t"): output += #"\t"#.utf8
      case UInt8(ascii: "\n"): output += #"\n"#.utf8
      case UInt8(ascii: "\r"): output += #"\r"#.utf8
      case UInt8(ascii: "\\"): output += #"\\"#.utf8
      default: output.append(byte)
      }
    }
  }
}

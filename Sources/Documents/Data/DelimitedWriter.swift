internal import Basics

/// The first table of a document as comma- or tab-separated values.
struct DelimitedWriter {
  let form: DelimitedText
  /// How rows that come one by one are written.
  let rowForm: DelimitedText
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
    form.append(texts: cells.map { Array($0.utf8) }, to: &output)
  }
}

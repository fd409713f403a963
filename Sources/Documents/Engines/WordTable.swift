internal import Basics

/// A table for a Word document: its head repeats on every page, its columns have widths.
struct WordTable {
  let table: Table
  let title: String?
  /// Whether it is on a broad page.
  var isWide = false

  var html: String {
    guard !table.isEmpty else {
      return (title.map { "<p><strong>\(HTMLEscaping.text($0))</strong></p>\n" } ?? "")
        + (table.emptySentence.map { "<p>\(HTMLEscaping.text($0))</p>\n" } ?? "")
    }
    let shown = table.shownColumns
    let isNumeric = shown.map { table.alignment(of: $0) == .trailing }
    let head = zip(shown, isNumeric).map { column, isNumeric in
      Self.cell("th", HTMLEscaping.text(table.columns[column].heading), isNumeric)
    }
    let row = { (cells: [Cell], isTotal: Bool) in
      "<tr>"
        + zip(shown, isNumeric).map { column, isNumeric in
          let content = Self.content(cells[column])
          let isBold = isTotal && !content.isEmpty
          return Self.cell("td", isBold ? "<strong>\(content)</strong>" : content, isNumeric)
        }.joined() + "</tr>\n"
    }
    let caption = title.map { "<caption>\(HTMLEscaping.text($0))</caption>\n" } ?? ""
    let (percents, isDense) = ColumnShares(table: table, isWide: isWide).layout
    let html =
      "<table>\n\(caption)\(Self.columns(percents))<thead>\n<tr>\(head.joined())</tr>\n</thead>\n<tbody>\n"
      + table.rows.map { row($0, false) }.joined() + (table.total.map { row($0, true) } ?? "")
      + "</tbody>\n</table>\n"
    return isDense ? "<div class=\"dense\">\n\(html)</div>\n" : html
  }

  /// Rows of HTML without a head.
  static func html(_ rows: [[String]], widths: [Int]) -> String {
    let body = rows.map { "<tr>" + $0.map { cell("td", $0, false) }.joined() + "</tr>\n" }
    return "<table>\n\(columns(widths))<tbody>\n\(body.joined())</tbody>\n</table>\n"
  }

  /// Meters with a bar of ten steps.
  static func html(of meters: [Meter]) -> String {
    guard !meters.isEmpty else { return "" }
    let rows = meters.map { meter in
      let filled = meter.filled(of: 10) ?? 0
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 10 - filled)
      let mark = meter.tone.mark.isEmpty ? "" : " " + toned(meter.tone.mark, meter.tone)
      return [
        HTMLEscaping.text(meter.label), meter.target == nil ? "" : styled(bar, "Bar"),
        meter.figure + mark, HTMLEscaping.text(meter.detail ?? ""),
      ]
    }
    return html(rows, widths: [30, 18, 14, 38])
  }

  /// Two parties beside each other, with lines to write on.
  static func html(of lines: [SignatureLine]) -> String {
    let cells = lines.map { line in
      "<p><strong>\(HTMLEscaping.text(line.party))</strong></p>\n"
        + "<p>\(HTMLEscaping.text(line.name ?? SignatureLine.blank))</p>\n"
        + SignatureLine.prompts.map { "<p>\(SignatureLine.blank)<br>\($0)</p>\n" }.joined()
    }
    let rows = stride(from: 0, to: cells.count, by: 2).map { index in
      [cells[index], index + 1 < cells.count ? cells[index + 1] : ""]
    }
    return html(rows, widths: [50, 50])
  }

  /// A cell as HTML; its tone is a named style.
  static func content(_ cell: Cell) -> String {
    switch cell {
    case .state(let word, let tone): toned(HTMLEscaping.text(word), tone)
    case .integer(_, let tone) where tone != .plain:
      toned(HTMLTable.grouped(cell.reported, from: 5), tone)
    case .empty, .text, .integer, .decimal, .money, .day, .flag, .list, .link:
      HTMLTable.content(cell)
    }
  }

  private static func toned(_ html: String, _ tone: Tone) -> String {
    switch tone {
    case .plain: html
    case .good: styled(html, "Good")
    case .warning: styled(html, "Warning")
    case .bad: styled(html, "Bad")
    case .muted: styled(html, "Muted")
    }
  }

  private static func styled(_ html: String, _ style: String) -> String {
    "<span custom-style=\"\(style)\">\(html)</span>"
  }

  private static func cell(_ tag: String, _ html: String, _ isNumeric: Bool) -> String {
    "<\(tag)\(isNumeric ? " style=\"text-align:right\"" : "")>\(html)</\(tag)>"
  }

  private static func columns(_ widths: [Int]) -> String {
    "<colgroup>" + widths.map { "<col style=\"width:\($0)%\">" }.joined() + "</colgroup>\n"
  }
}

internal import Basics

extension Table {
  /// What its rows are, as a heading: `work_packages` as "Work packages".
  var name: String {
    let words = noun.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// A table with its head repeated on every printed page.
struct HTMLTable {
  /// From this many columns on the type is set smaller.
  static let denseColumns = 8
  /// With at most this many rows a printed page holds the whole table.
  static let shortRows = 8

  let table: Table
  let title: String?

  var html: String {
    guard !table.isEmpty else {
      let heading = title.map { "<p><strong>\(HTMLEscaping.text($0))</strong></p>\n" } ?? ""
      let sentence = table.emptySentence.map { "<p class=\"empty\">\(HTMLEscaping.text($0))</p>\n" }
      return heading + (sentence ?? "")
    }
    let shown = table.shownColumns
    let sides = shown.map { table.alignment(of: $0) }
    let dense = shown.count >= Self.denseColumns ? " dense" : ""
    var html = table.charts.map { "<figure>\n\($0.svg)</figure>\n" }.joined()
    let short = table.rows.count <= Self.shortRows ? " short" : ""
    html += Self.frame("scroll\(dense)\(short)", named: title ?? table.name) + "<table>\n"
    if let title { html += "<caption>\(HTMLEscaping.text(title))</caption>\n" }
    html += "<thead><tr>"
    for (column, side) in zip(shown, sides) {
      html +=
        "<th scope=\"col\"\(side == .trailing ? " class=\"n\"" : "")>"
        + "\(HTMLEscaping.text(table.columns[column].heading))</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in table.rows { html += "<tr>\(cells(row, shown, sides))</tr>\n" }
    if let total = table.total {
      html += "<tr class=\"total\">\(cells(total, shown, sides))</tr>\n"
    }
    return html + "</tbody>\n</table></div>\n"
  }

  /// The beginning of a frame that scrolls where it is too narrow, which the keyboard reaches.
  static func frame(_ classes: String, named name: String) -> String {
    "<div class=\"\(classes)\" tabindex=\"0\" role=\"group\""
      + " aria-label=\"\(HTMLEscaping.attribute(name))\">"
  }

  private func cells(_ row: [Cell], _ shown: [Int], _ sides: [Alignment]) -> String {
    zip(shown, sides).map { column, side in
      let cell = row[column]
      return "<td\(Self.attribute(cell, side))>\(Self.content(cell))</td>"
    }.joined()
  }

  /// A cell's content as HTML: days written out, thousands apart, addresses as links.
  static func content(_ cell: Cell) -> String {
    switch cell {
    case .integer(_, let tone) where tone != .plain:
      "<span class=\"state \(tone.className)\">\(grouped(cell.reported, from: 5))</span>"
    case .integer, .decimal: grouped(HTMLEscaping.text(cell.reported), from: 5)
    case .money(_, let currency):
      grouped(cell.exported, from: 4) + "\u{A0}" + HTMLEscaping.text(currency)
    case .state(let word, let tone):
      "<span class=\"state \(tone.className)\">\(HTMLEscaping.text(word))</span>"
    case .link(let address): HTMLEscaping.link(address)
    case .empty, .text, .day, .flag, .list: HTMLEscaping.text(cell.reported)
    }
  }

  private static func attribute(_ cell: Cell, _ side: Alignment) -> String {
    if side == .trailing { return " class=\"n\"" }
    switch cell {
    case .day: return " class=\"whole\""
    // A code such as EX-017 would break at its hyphen.
    case .text(let text) where text.utf8.count <= 12 && !text.utf8.contains(0x20):
      return " class=\"whole\""
    case .empty, .text, .integer, .decimal, .money, .flag, .list, .state, .link: return ""
    }
  }

  /// Digits before the point in threes, a narrow no-break space between, from `least` digits on.
  ///
  /// Whole numbers of four digits stay together, since they may be years.
  static func grouped(_ number: String, from least: Int) -> String {
    guard PlainNumber(number) != nil else { return number }
    let sign = number.prefix { $0 == "-" || $0 == "+" }
    let whole = number.dropFirst(sign.count).prefix { $0 != "." }
    guard whole.count >= least else { return number }
    var groups = ""
    for (position, digit) in whole.enumerated() {
      if position > 0, (whole.count - position) % 3 == 0 { groups += "\u{202F}" }
      groups.append(digit)
    }
    return sign + groups + number.dropFirst(sign.count + whole.count)
  }
}

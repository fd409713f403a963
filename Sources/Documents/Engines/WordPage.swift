internal import Basics

/// A document as the HTML that pandoc turns into Word's format: no style sheet, named styles instead.
struct WordPage {
  let document: Document
  /// Draws SVG as PNG.
  let picture: (String) throws -> [UInt8]

  /// Whether the last pages are broad.
  var endsWide: Bool { document.pageGroups.last?.isWide ?? false }

  func html() throws -> String {
    let language = HTMLEscaping.attribute(document.language)
    var html = "<!doctype html>\n<html lang=\"\(language)\">\n<head>\n<meta charset=\"utf-8\">\n"
    html += document.title.map { "<title>\(HTMLEscaping.attribute($0))</title>\n" } ?? ""
    if let author = document.imprint?.author {
      html += "<meta name=\"author\" content=\"\(HTMLEscaping.attribute(author))\">\n"
    }
    html += "</head>\n<body>\n"
    html += document.subtitle.map { Self.paragraph($0, style: "Subtitle") } ?? ""
    let groups = document.pageGroups
    for (index, group) in groups.enumerated() {
      if index > 0 { html += "<div class=\"\(group.isWide ? "upright" : "broad")\"></div>\n" }
      for item in group.blocks {
        if case .table(let table, let title) = item.block {
          html += try charts(of: table)
          html += WordTable(table: table, title: title, isWide: group.isWide).html
        } else {
          html += try self.html(of: item.block, number: item.number, level: item.level)
        }
      }
    }
    return html + closing() + "</body>\n</html>\n"
  }

  private func html(of block: Block, number: Int, level: Int) throws -> String {
    switch block {
    case .section(let title), .heading(let title, _):
      return "<h\(level)>\(HTMLEscaping.text(title))</h\(level)>\n"
    case .paragraph(let text): return "<p>\(HTMLEscaping.text(text))</p>\n"
    case .prose(let text, _): return Prose.html(text, below: level)
    case .facts(let facts):
      return WordTable.html(
        facts.shown.map { [HTMLEscaping.text($0.label), WordTable.content($0.cell)] },
        widths: [30, 70])
    case .table: return ""
    case .gantt(let gantt):
      return try SVGGantt(gantt: gantt, number: number).drawings
        .map { Self.image(try picture($0), title: Self.title(of: gantt), width: "100%") }
        .joined()
    case .meters(let meters, _): return WordTable.html(of: meters)
    case .note(let text, let tone):
      let word = tone.noteWord.map { "<strong>\($0):</strong> " } ?? ""
      return Self.styled(word + HTMLEscaping.text(text), Self.noteStyle(tone))
    case .signatures(let lines): return WordTable.html(of: lines)
    case .pageBreak: return "<div class=\"break\"></div>\n"
    case .data: return ""
    }
  }

  /// The emblem beside the closing paragraphs, on the last page.
  private func closing() -> String {
    let lines = document.closing.map { Self.paragraph($0, style: "Page Closing") }.joined()
    guard !lines.isEmpty, let emblem = document.imprint?.emblem else { return lines }
    let image = Self.image(EmblemPicture.png, title: emblem, width: "2.2cm")
    return "<table><colgroup><col style=\"width:16%\"><col style=\"width:84%\"></colgroup>"
      + "<tbody><tr><td>\(image)</td><td>\(lines)</td></tr></tbody></table>\n"
  }

  /// The pictures above a table.
  private func charts(of table: Table) throws -> String {
    try table.charts.map { chart in
      Self.image(try picture(chart.svg), title: chart.description, width: chart.width)
    }.joined()
  }

  private static func image(_ png: [UInt8], title: String, width: String) -> String {
    let data = Base64.text(png)
    return "<p><img alt=\"\(HTMLEscaping.attribute(title))\" width=\"\(width)\""
      + " src=\"data:image/png;base64,\(data)\"></p>\n"
  }

  private static func title(of gantt: Gantt) -> String {
    "Time chart from \(gantt.start.spoken) to \(gantt.end.spoken)"
  }

  private static func paragraph(_ text: String, style: String) -> String {
    styled(HTMLEscaping.text(text), style)
  }

  private static func styled(_ html: String, _ style: String) -> String {
    "<div custom-style=\"\(style)\"><p>\(html)</p></div>\n"
  }

  private static func noteStyle(_ tone: Tone) -> String {
    switch tone {
    case .plain: "Note"
    case .good: "Note Good"
    case .warning: "Note Warning"
    case .bad: "Note Bad"
    case .muted: "Note Muted"
    }
  }
}

/// A document as one self-contained HTML file without script.
struct HTMLWriter {
  /// The whole file.
  func text(of document: Document) -> String {
    let title = HTMLEscaping.attribute(document.title ?? document.schema)
    return """
      <!doctype html>
      <html lang="\(HTMLEscaping.attribute(document.language))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(Stylesheet.css)
      </style>
      </head>
      <body>
      \(body(of: document))</body>
      </html>

      """
  }

  /// Nothing is loaded from anywhere and nothing runs.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  private func body(of document: Document) -> String {
    var html = ""
    if document.title != nil || document.subtitle != nil {
      html += "<header>\n"
      if let title = document.title { html += "<h1>\(HTMLEscaping.text(title))</h1>\n" }
      if let subtitle = document.subtitle {
        html += "<p class=\"subtitle\">\(HTMLEscaping.text(subtitle))</p>\n"
      }
      html += "</header>\n"
    }
    html += "<main>\n"
    for (position, block) in document.leveledBlocks.enumerated() {
      html += self.html(of: block.block, number: position + 1, level: block.level)
    }
    html += "</main>\n"
    guard !document.footer.isEmpty else { return html }
    let footer = document.footer.map { "<p>\(HTMLEscaping.text($0))</p>\n" }.joined()
    return html + "<footer>\n\(footer)</footer>\n"
  }

  private func html(of block: Block, number: Int, level: Int) -> String {
    switch block {
    case .section(let title): "<h2>\(HTMLEscaping.text(title))</h2>\n"
    case .heading(let title, _): "<h\(level)>\(HTMLEscaping.text(title))</h\(level)>\n"
    case .prose(let text, _):
      "<div class=\"prose\">\n\(Prose.html(text, below: level))</div>\n"
    case .paragraph(let text): "<p>\(HTMLEscaping.text(text))</p>\n"
    case .facts(let facts): html(of: facts)
    case .table(let table, let title): HTMLTable(table: table, title: title).html
    case .gantt(let gantt): SVGGantt(gantt: gantt, number: number).html
    case .meters(let meters, _): SVGMeter.html(of: meters)
    case .note(let text, let tone):
      "<p class=\"note \(tone.className)\">"
        + (tone.noteWord.map { "<strong>\($0):</strong> " } ?? "")
        + "\(HTMLEscaping.text(text))</p>\n"
    case .signatures(let lines): html(of: lines)
    case .data: ""
    }
  }

  private func html(of lines: [SignatureLine]) -> String {
    let boxes = lines.map { line in
      let name = line.name.map { HTMLEscaping.text($0) } ?? "&nbsp;"
      return "<div class=\"signature\">\n<p class=\"party\">\(HTMLEscaping.text(line.party))</p>\n"
        + "<p class=\"\(line.name == nil ? "blank" : "who")\">\(name)</p>\n"
        + SignatureLine.prompts.map { "<p class=\"prompt\">\($0)</p>\n" }.joined() + "</div>\n"
    }
    return "<div class=\"signatures\">\n\(boxes.joined())</div>\n"
  }

  private func html(of facts: Facts) -> String {
    let rows = facts.shown.map { fact in
      "<tr><th scope=\"row\">\(HTMLEscaping.text(fact.label))</th>"
        + "<td>\(HTMLTable.content(fact.cell))</td></tr>\n"
    }
    return "<div class=\"scroll facts\"><table><tbody>\n\(rows.joined())</tbody></table></div>\n"
  }
}

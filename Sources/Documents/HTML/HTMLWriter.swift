internal import Basics

/// A document as one self-contained HTML file without script.
struct HTMLWriter {
  /// Whether it is the index of a folder of ours, which says so for the next time.
  var isIndex = false

  /// The whole file.
  func text(of document: Document) -> String { text(of: document, main: nil) }

  /// The whole file, with other contents than the document's blocks.
  func text(of document: Document, main: String?) -> String {
    let title = HTMLEscaping.attribute(document.title ?? document.fileTitle ?? document.schema)
    return """
      <!doctype html>
      <html lang="\(HTMLEscaping.attribute(document.language))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      \(isIndex ? Self.generator + "\n" : "")\(Self.properties(of: document))<title>\(title)</title>
      <style>
      \(Stylesheet.css)\(Self.running(document.imprint))
      </style>
      </head>
      <body>
      \(body(of: document, main))</body>
      </html>

      """
  }

  /// Nothing is loaded from anywhere and nothing runs.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  /// By which a folder of reports is known.
  static let generator = "<meta name=\"generator\" content=\"blues report all\">"

  /// What a PDF of the page has as its properties.
  static func properties(of document: Document) -> String {
    guard let imprint = document.imprint else { return "" }
    return "<meta name=\"author\" content=\"\(HTMLEscaping.attribute(imprint.author))\">\n"
      + "<meta name=\"dcterms.created\" content=\"\(imprint.day.iso)\">\n"
  }

  /// The line at the foot of each printed page.
  private static func running(_ imprint: Imprint?) -> String {
    guard let imprint else { return "" }
    return "\n@page { @bottom-left { content: \(Stylesheet.string(imprint.running));\n"
      + "  font: 8pt \(Stylesheet.fonts); color: #5a6478; } }"
  }

  private func body(of document: Document, _ main: String?) -> String {
    let groups = document.pageGroups
    var html = ""
    if document.title != nil || document.subtitle != nil {
      html += "<header\(Self.wide(groups.first))>\n"
      if let title = document.title { html += "<h1>\(HTMLEscaping.text(title))</h1>\n" }
      if let subtitle = document.subtitle {
        html += "<p class=\"subtitle\">\(HTMLEscaping.text(subtitle))</p>\n"
      }
      html += "</header>\n"
    }
    html += "<main>\n"
    html += main ?? ""
    for group in groups where main == nil {
      let blocks = group.blocks.map { self.html(of: $0.block, number: $0.number, level: $0.level) }
      html += group.isWide ? "<div class=\"wide\">\n\(blocks.joined())</div>\n" : blocks.joined()
    }
    return html + "</main>\n" + footer(of: document, Self.wide(groups.last))
  }

  private static func wide(_ group: PageGroup?) -> String {
    group?.isWide == true ? " class=\"wide\"" : ""
  }

  /// The emblem beside the closing paragraphs.
  private func footer(of document: Document, _ attribute: String) -> String {
    let closing = document.closing
    guard !closing.isEmpty else { return "" }
    let lines = closing.map { "<p>\(HTMLEscaping.sentence($0))</p>\n" }.joined()
    guard let emblem = document.imprint?.emblem else {
      return "<footer\(attribute)>\n\(lines)</footer>\n"
    }
    return "<footer\(attribute)>\n<div class=\"funding\">\n\(Emblem.svg(title: emblem))"
      + "<div>\n\(lines)</div>\n</div>\n</footer>\n"
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
        + "\(HTMLEscaping.sentence(text))</p>\n"
    case .signatures(let lines): html(of: lines)
    case .pageBreak: "<div class=\"break\"></div>\n"
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
    return HTMLTable.frame("scroll facts", named: "Facts")
      + "<table><tbody>\n\(rows.joined())</tbody></table></div>\n"
  }
}

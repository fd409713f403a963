/// A document as GitHub-flavoured Markdown.
struct MarkdownWriter {
  let header: Bool

  /// The parts one blank line apart.
  func text(of document: Document) -> String {
    var parts: [String] = []
    if let title = document.title { parts.append("# " + MarkdownEscaping.heading(title)) }
    if let subtitle = document.subtitle { parts.append(MarkdownEscaping.block(subtitle)) }
    parts += document.leveledBlocks.map { text(of: $0.block, level: $0.level) }
    parts += document.closing.map(MarkdownEscaping.block)
    return parts.filter { !$0.isEmpty }.map { $0 + "\n" }.joined(separator: "\n")
  }

  private func text(of block: Block, level: Int) -> String {
    switch block {
    case .section(let title), .heading(let title, _): Self.heading(title, level: level)
    case .prose(let text, _): Prose.markdown(text, below: level)
    case .paragraph(let text): MarkdownEscaping.block(text)
    case .facts(let facts):
      facts.shown.map { fact in
        let value = MarkdownEscaping.inline(fact.cell.reported)
        return "- **\(MarkdownEscaping.inline(fact.label)):**" + (value.isEmpty ? "" : " \(value)")
      }.joined(separator: "\n")
    case .table(let table, let title):
      [title.map { Self.heading($0, level: max(3, level + 1)) } ?? "", text(of: table)]
        .filter { !$0.isEmpty }.joined(separator: "\n\n")
    case .gantt(let gantt):
      MarkdownEscaping.fenced(
        TextGantt(gantt: gantt, width: nil, ink: Ink(isColoured: false)).lines)
    case .meters(let meters, _): meters.map(text).joined(separator: "\n")
    case .note(let text, let tone):
      "> "
        + (tone.noteWord.map { "**\($0):** " + MarkdownEscaping.inline(text) }
          ?? MarkdownEscaping.block(text))
    case .signatures(let lines):
      lines.map { line in
        let name = MarkdownEscaping.inline(line.name ?? SignatureLine.blank)
        let blank = MarkdownEscaping.inline(SignatureLine.blank)
        return "**\(MarkdownEscaping.inline(line.party)):** \(name)\n\n"
          + SignatureLine.prompts.map { "- \($0): \(blank)" }.joined(separator: "\n")
      }.joined(separator: "\n\n")
    case .pageBreak: "---"
    case .data: ""
    }
  }

  private static func heading(_ title: String, level: Int) -> String {
    String(repeating: "#", count: level) + " " + MarkdownEscaping.heading(title)
  }

  private func text(of table: Table) -> String {
    guard !table.isEmpty else { return table.emptySentence.map(MarkdownEscaping.block) ?? "" }
    let shown = table.shownColumns
    let line: ([String]) -> String = { "| " + $0.joined(separator: " | ") + " |" }
    let words: ([Cell]) -> [String] = { row in
      shown.map { MarkdownEscaping.inline(row[$0].reported) }
    }
    // Markdown has no table without a head: unwanted headings leave it empty.
    let headings = shown.map { header ? MarkdownEscaping.inline(table.columns[$0].heading) : "" }
    let rules = shown.map { table.alignment(of: $0) == .trailing ? "---:" : "---" }
    let total = table.total.map { row in words(row).map { $0.isEmpty ? "" : "**\($0)**" } }
    let rows = [headings, rules] + table.rows.map(words) + (total.map { [$0] } ?? [])
    return rows.map(line).joined(separator: "\n")
  }

  private func text(of meter: Meter) -> String {
    var words = ["- **\(MarkdownEscaping.inline(meter.label)):**"]
    if let bar = TextMeters.bar(meter) { words.append("`\(bar)`") }
    words.append(meter.figure + (meter.tone.mark.isEmpty ? "" : " \(meter.tone.mark)"))
    let line = words.joined(separator: " ")
    return meter.detail.map { "\(line) – \(MarkdownEscaping.inline($0))" } ?? line
  }
}

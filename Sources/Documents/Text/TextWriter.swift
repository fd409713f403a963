/// A document as text for a terminal or a pipe.
struct TextWriter {
  let rendering: Rendering
  private let ink: Ink

  init(rendering: Rendering) {
    self.rendering = rendering
    ink = Ink(isColoured: rendering.colour)
  }

  /// The parts one blank line apart.
  func text(of document: Document) -> String {
    var parts: [[String]] = []
    var head = document.title.map { heading($0, rule: "═") } ?? []
    if let subtitle = document.subtitle { head += Wrapping.lines(subtitle, width: rendering.width) }
    parts.append(head)
    parts += document.blocks.map(lines)
    return parts.filter { !$0.isEmpty }
      .map { $0.map { $0 + "\n" }.joined() }
      .joined(separator: "\n")
  }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .section(let title): heading(title, rule: "─")
    case .heading(let title, let level): heading(title, rule: level <= 2 ? "─" : "╌")
    case .prose(let text, _): Prose.lines(text, width: rendering.width)
    case .paragraph(let text): Wrapping.lines(text, width: rendering.width)
    case .facts(let facts): TextFacts.lines(facts.shown, width: rendering.width, ink: ink)
    case .table(let table, let title):
      (title.map { oneLine($0).map(ink.bold) } ?? [])
        + TextTable(table, rendering: rendering).lines
    case .gantt(let gantt):
      TextGantt(gantt: gantt, width: rendering.width, ink: ink).lines
    case .meters(let meters, _): TextMeters.lines(meters, width: rendering.width, ink: ink)
    case .note(let text, let tone):
      Wrapping.lines(
        (tone.noteWord.map { "\($0): " } ?? "") + text, width: rendering.width
      ).map { ink.toned($0, tone) }
    case .signatures(let lines):
      Array(
        lines.map { $0.lines.flatMap { Wrapping.lines($0, width: rendering.width) } }
          .joined(separator: [""]))
    case .pageBreak: [String(repeating: "─", count: min(40, rendering.width ?? 40))]
    case .data: []
    }
  }

  /// Bold where there is colour, and underlined where there is none.
  private func heading(_ title: String, rule: String) -> [String] {
    let lines = oneLine(title)
    guard !rendering.colour else { return lines.map(ink.bold) }
    let width = lines.map { DisplayWidth.of($0) }.max() ?? 0
    return lines + [String(repeating: rule, count: width)]
  }

  /// A text without line ends of its own, broken only where the terminal ends.
  private func oneLine(_ text: String) -> [String] {
    Wrapping.lines(VisibleText.line(text), width: rendering.width)
  }
}

internal import Basics

/// How reports look, on a screen and on A4 paper.
enum Stylesheet {
  /// Plain CSS that browsers and WeasyPrint both know; no fonts or pictures from elsewhere.
  static let css = """
    @page upright { size: A4; }
    @page wide { size: A4 landscape; margin: 16mm 16mm 18mm 16mm; }
    @page { size: A4; margin: 20mm 18mm 20mm 18mm;
      @bottom-right { content: counter(page) " / " counter(pages);
        font: 8pt system-ui, sans-serif; color: #5a6478; } }
    * { box-sizing: border-box; }
    html { color-scheme: light dark; background: #fff; -webkit-text-size-adjust: 100%; }
    body { max-width: 52rem; margin: 0 auto; padding: 3.5rem 2rem 3rem; color: #1b2333;
      font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
        "Liberation Sans", Arial, sans-serif;
      overflow-wrap: break-word; }
    header { border-top: 4px solid #003399; padding-top: 1.4rem; margin-bottom: 2.4rem; }
    h1 { font-size: 2rem; line-height: 1.2; font-weight: 600; letter-spacing: -0.015em;
      color: #003399; margin: 0; }
    .subtitle { font-size: 1.05rem; color: #5a6478; margin: 0.5rem 0 0; }
    h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 600; color: #003399;
      margin: 2.8rem 0 0.9rem; padding-bottom: 0.35rem; border-bottom: 1px solid #c9d3e8; }
    h3 { font-size: 1.05rem; line-height: 1.35; font-weight: 600; color: #1b2333;
      margin: 2rem 0 0.6rem; }
    h4, h5, h6 { font-size: 0.95rem; line-height: 1.4; font-weight: 600; color: #3b455c;
      margin: 1.5rem 0 0.5rem; }
    p { margin: 0 0 1rem; max-width: 42rem; }
    .prose ul, .prose ol { margin: 0 0 1rem; padding-left: 1.5rem; max-width: 42rem; }
    .prose li { margin: 0 0 0.25rem; }
    .prose li > p { margin: 0; }
    .prose blockquote { margin: 0 0 1rem; padding-left: 1rem; border-left: 3px solid #c9d3e8; }
    .prose pre { overflow-x: auto; padding: 0.7rem 1rem; background: #f3f6fb; font-size: 0.85rem; }
    a { color: #003399; text-underline-offset: 0.15em; }
    .scroll { overflow-x: auto; margin: 0 0 1.8rem; }
    table { border-collapse: collapse; width: 100%; font-size: 0.875rem; line-height: 1.45; }
    caption { text-align: left; font-weight: 600; padding: 0 0 0.5rem; }
    th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.9rem 0.5rem 0;
      overflow-wrap: break-word; }
    th:last-child, td:last-child { padding-right: 0; }
    thead th { font-size: 0.78rem; font-weight: 600; color: #5a6478; vertical-align: bottom;
      border-bottom: 1.5px solid #003399; }
    tbody td, tbody th { border-bottom: 1px solid #e3e8f1; }
    tr.total td { font-weight: 600; border-top: 2px solid #003399; border-bottom: 0; }
    th.n, td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .whole { white-space: nowrap; }
    .dense table { font-size: 0.78rem; }
    .dense th, .dense td { padding-right: 0.6rem; }
    .facts table { width: auto; font-size: 0.95rem; }
    .facts th { font-weight: 400; color: #5a6478; padding-right: 2rem; white-space: nowrap; }
    .facts td, .facts th { border-bottom: 0; padding-top: 0.22rem; padding-bottom: 0.22rem; }
    .meters td { border-bottom: 0; vertical-align: middle; }
    .meters td.label { width: 30%; }
    .meters td.bar { width: 30%; }
    .meters svg { display: block; width: 100%; height: 12px; }
    .meters td { padding-top: 0.35rem; padding-bottom: 0.35rem; }
    .detail { color: #5a6478; }
    .state { white-space: nowrap; font-weight: 600; }
    .state.plain { font-weight: 400; }
    .good { color: #1f6b3b; }
    .warning { color: #8a5300; }
    .bad { color: #a8201a; }
    .muted { color: #5a6478; font-weight: 400; }
    .note { border-left: 3px solid #003399; background: #f3f6fb; color: #1b2333;
      padding: 0.7rem 1rem; margin: 0 0 1.4rem; max-width: none; }
    .note.good { border-color: #1f6b3b; }
    .note.warning { border-color: #b26a00; }
    .note.bad { border-color: #a8201a; }
    .note.muted { border-color: #9aa5bb; color: #5a6478; }
    .signatures { display: flex; flex-wrap: wrap; justify-content: space-between; }
    .signature { width: 47%; margin: 0 0 2.2rem; break-inside: avoid; }
    .signature p { margin: 0; }
    .signature .party { font-size: 0.78rem; font-weight: 600; color: #5a6478; }
    .signature .who { font-weight: 600; min-height: 3.1em; }
    .signature .blank { border-bottom: 1px solid #1b2333; min-height: 3.1em; }
    .signature .prompt { border-top: 1px solid #1b2333; margin-top: 2.2rem; padding-top: 0.2rem;
      font-size: 0.72rem; color: #5a6478; }
    figure { margin: 0 0 2rem; }
    figure svg { display: block; width: 100%; height: auto; margin: 0 0 0.5rem; }
    figure svg.part { margin: 0; }
    figure svg.axis { display: none; }
    .empty { color: #5a6478; }
    .break { border-top: 1px dashed #c9d3e8; margin: 3rem 0; }
    footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid #c9d3e8;
      font-size: 0.8rem; line-height: 1.5; color: #5a6478; }
    footer p { max-width: none; margin: 0 0 0.5rem; }
    .funding { display: flex; align-items: flex-start; }
    .funding > div { flex: 1; }
    .emblem { flex: none; width: 90px; height: 60px; margin-right: 1.2rem; }
    @media screen and (min-width: 62rem) {
      main > .wide > .scroll { width: min(94vw, 80rem); margin-left: calc(50% - min(47vw, 40rem)); }
    }
    @media screen and (prefers-color-scheme: dark) {
      html { color-scheme: dark; background: #141923; }
      body { color: #dde3ee; }
      header { border-color: #8fb0ff; }
      h1, h2, a { color: #a9c3ff; }
      h3 { color: #dde3ee; }
      h4, h5, h6 { color: #c2cbdc; }
      h2, footer { border-color: #38435a; }
      .subtitle, thead th, .facts th, .detail, .empty, .muted, .note.muted, footer,
      .signature .party, .signature .prompt { color: #a3aec2; }
      thead th, tr.total td { border-color: #8fb0ff; }
      tbody td, tbody th { border-color: #2b3447; }
      .note, .prose pre { background: #1d2433; color: #dde3ee; }
      .note { border-color: #8fb0ff; }
      .good { color: #7fd19b; }
      .warning { color: #f0b65a; }
      .bad { color: #ff9d94; }
      .signature .blank, .signature .prompt { border-color: #c2cbdc; }
      figure svg, .meters svg { background: #fff; border-radius: 3px; }
    }
    @media print {
      html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.45; color: #000; }
      header { margin-bottom: 1.2rem; }
      h1 { font-size: 20pt; }
      h2 { font-size: 12.5pt; margin: 1.4rem 0 0.6rem; }
      h3 { font-size: 11pt; margin-top: 1.2rem; }
      h4, h5, h6 { font-size: 10pt; margin-top: 1rem; }
      h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
      header, footer, main > * { page: upright; }
      header.wide, footer.wide, main > .wide { page: wide; }
      .prose pre { white-space: pre-wrap; }
      .break { break-after: page; border: 0; margin: 0; }
      p { orphans: 3; widows: 3; }
      table { font-size: 8.5pt; }
      th, td { padding-top: 0.3rem; padding-bottom: 0.3rem; }
      thead th { font-size: 7.5pt; }
      .dense table, .dense thead th { font-size: 7pt; }
      .facts table { font-size: 9.5pt; }
      .scroll { overflow: visible; margin-bottom: 1.1rem; }
      .signature { margin-bottom: 1.2rem; }
      .signatures { margin-bottom: -2rem; }
      .signature .who, .signature .blank { min-height: 2.9em; }
      .signature .prompt { margin-top: 1.35rem; }
      thead { display: table-header-group; }
      tr, figure svg, .note, .facts, .short, .prose table, footer { break-inside: avoid; }
      figure svg.axis { display: block; margin: 0.4rem 0 0; break-after: avoid; }
      tr.total, tbody tr:last-child, footer { break-before: avoid; }
      tbody tr:first-child { break-after: avoid; }
      a { color: inherit; text-decoration: none; }
      footer { margin-top: 1.2rem; padding-top: 0.7rem; font-size: 8pt; }
    }
    """

  /// The fonts of everything.
  static let fonts = "system-ui, \"Noto Sans\", \"Liberation Sans\", Arial, sans-serif"

  /// A text as a string of a style sheet, which nothing in it can end.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in VisibleText.line(text).unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "&":
        result += "\\" + zeroPadded(String(scalar.value, radix: 16), to: 6)
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

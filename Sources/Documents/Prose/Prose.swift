internal import CMarkdown
internal import Glibc

/// Markdown that a person wrote, as parts of a page: paragraphs, lists, emphasis, links, headings,
/// tables.
///
/// It is read by cmark-gfm. Headings are moved below the one that the text belongs to, raw HTML is
/// text, links lead to web and mail addresses only, and a picture is a link to it.
package enum Prose {
  /// As HTML below a heading of the level; a table has a box of its own to scroll in.
  static func html(_ source: String, below level: Int) -> String {
    let html = written(source, below: level) { cmark_render_html($0, options, nil) }
    return html.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      switch line {
      case "<table>": HTMLTable.frame("scroll", named: "Table") + "<table>"
      case "</table>": "</table></div>"
      default: String(line)
      }
    }.joined(separator: "\n")
  }

  /// As Markdown below a heading of the level, without a line end at its end.
  static func markdown(_ source: String, below level: Int) -> String {
    trimmed(written(source, below: level) { cmark_render_commonmark($0, options, 0) })
  }

  /// As lines of a terminal, or of a pipe where there is no width; the address of a link is behind it.
  static func lines(_ source: String, width: Int?) -> [String] {
    let text = written(source, below: 1, showingAddresses: true) { tree in
      cmark_render_plaintext(tree, options, Int32(clamping: max(0, width ?? 0)))
    }
    return trimmed(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { Wrapping.withoutTrailingBlanks(String($0)) }
  }

  private static let options = CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES

  /// Parses a text, cleans it and has it written.
  private static func written(
    _ source: String, below level: Int, showingAddresses: Bool = false,
    _ write: (OpaquePointer) -> UnsafeMutablePointer<CChar>?
  ) -> String {
    guard let tree = parsed(VisibleText.rows(source)) else { return "" }
    defer { cmark_node_free(tree) }
    ProseCleaning(showsAddresses: showingAddresses).clean(tree, below: level)
    guard let written = write(tree) else { return "" }
    defer { free(written) }
    return String(cString: written)
  }

  private static func parsed(_ source: String) -> OpaquePointer? {
    registered
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "autolink"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    var source = source
    source.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        cmark_parser_feed(parser, text.baseAddress, text.count)
      }
    }
    return cmark_parser_finish(parser)
  }

  /// Makes the extensions known, once.
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}

extension Prose {
  /// A text on one line that Markdown shows as it is.
  ///
  /// At the start of a line it makes no heading, list or rule either.
  package static func literal(_ text: String, startsLine: Bool = false) -> String {
    let line = VisibleText.lines(text).joined(separator: " ")
    return startsLine ? MarkdownEscaping.block(line) : MarkdownEscaping.inline(line)
  }
}

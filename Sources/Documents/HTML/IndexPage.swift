internal import Basics

/// A page that leads to files beside it.
package struct IndexPage: Sendable {
  /// One thing and the files that hold it.
  package struct Entry: Sendable {
    let title: String
    let about: String
    let files: [File]

    package init(title: String, about: String, files: [File]) {
      self.title = title
      self.about = about
      self.files = files
    }
  }

  /// A file beside the page, and what its link says.
  package struct File: Sendable {
    let name: String
    let words: String

    package init(name: String, words: String) {
      self.name = name
      self.words = words
    }
  }

  /// Entries under a heading.
  package struct Part: Sendable {
    let heading: String
    let entries: [Entry]

    package init(heading: String, entries: [Entry]) {
      self.heading = heading
      self.entries = entries
    }
  }

  /// Title, subtitle, closing paragraphs and imprint.
  let page: Document
  let parts: [Part]

  package init(page: Document, parts: [Part]) {
    self.page = page
    self.parts = parts
  }

  /// The whole file; it needs nothing but the files that it leads to.
  package var html: String {
    HTMLWriter(isIndex: true).text(of: page, main: parts.map(Self.html).joined())
  }

  private static func html(of part: Part) -> String {
    guard !part.entries.isEmpty else { return "" }
    let rows = part.entries.map { entry in
      let files = entry.files.map { file in
        "<a href=\"\(HTMLEscaping.attribute(encoded(file.name)))\">\(HTMLEscaping.text(file.words))</a>"
      }
      return "<tr><th scope=\"row\">\(HTMLEscaping.text(entry.title))</th>"
        + "<td>\(HTMLEscaping.text(entry.about))</td><td>\(files.joined(separator: " · "))</td></tr>\n"
    }
    return "<h2>\(HTMLEscaping.text(part.heading))</h2>\n"
      + HTMLTable.frame("scroll", named: part.heading) + "<table>\n<thead><tr>"
      + ["Report", "What it says", "Files"].map { "<th scope=\"col\">\($0)</th>" }.joined()
      + "</tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table></div>\n"
  }

  /// A file's name as a part of an address (RFC 3986, 2.3).
  private static func encoded(_ name: String) -> String {
    name.utf8.map { byte in
      byte.isLetter || byte.isDigit || "-._~".utf8.contains(byte)
        ? String(UnicodeScalar(byte))
        : "%" + zeroPadded(String(byte, radix: 16, uppercase: true), to: 2)
    }.joined()
  }
}

extension IndexPage {
  /// Whether a page begins as an index of ours does.
  package static func isIndex(_ html: String) -> Bool { html.contains(HTMLWriter.generator) }
}

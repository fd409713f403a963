/// A form a document can be written in.
package enum Format: String, CaseIterable, Sendable {
  case text, csv, tsv, json, jsonl, markdown, html, xlsx, pdf, docx
  /// Cards of people; only contacts can be written so.
  case vcard

  /// The format a file name's ending asks for; nil for an ending that is not known.
  package init?(fileName: String) {
    let name = fileName.utf8
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    self.init(ending: String(fileName[name.index(after: dot)...]).lowercased())
  }

  /// The format that files with this ending have, in small letters.
  package init?(ending: String) {
    guard let format = Self.allCases.first(where: { $0.traits.endings.contains(ending) }) else {
      return nil
    }
    self = format
  }
}

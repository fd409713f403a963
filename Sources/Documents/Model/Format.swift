/// A form a document can be written in.
package enum Format: String, CaseIterable, Sendable {
  case text, csv, tsv, json, jsonl, markdown, html, xlsx
  /// Cards of people; only contacts can be written so.
  case vcard

  /// The format a file name's ending asks for; nil for an ending that is not known.
  package init?(fileName: String) {
    let name = fileName.utf8
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = String(fileName[name.index(after: dot)...]).lowercased()
    guard let format = Self.endings[ending] else { return nil }
    self = format
  }

  private static let endings: [String: Format] = [
    "txt": .text, "text": .text, "csv": .csv, "tsv": .tsv, "json": .json, "jsonl": .jsonl,
    "ndjson": .jsonl, "md": .markdown, "markdown": .markdown, "html": .html, "htm": .html,
    "xlsx": .xlsx, "vcf": .vcard, "vcard": .vcard,
  ]
}

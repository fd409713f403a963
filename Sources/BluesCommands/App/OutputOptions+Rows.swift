internal import BluesCore
internal import Documents

extension OutputOptions {
  /// The form asked for, else another one than text.
  func chosenFormat(or usual: Format) -> Format {
    if json { return .json }
    return format ?? namedFormat ?? usual
  }

  /// Begins a table of texts in the chosen form, whose rows are then written as they come.
  func sink(
    _ keys: [String], schema: String, noun: String, isExcel: Bool, header: Bool,
    _ target: OutputTarget
  ) throws -> any RowSink {
    let headings = header ? keys : nil
    switch chosenFormat {
    case .tsv: return try DelimitedRows(.tsv, headings: headings, to: target.write)
    case .json: return JSONRows(schema: schema, noun: noun, keys: keys, to: target.write)
    case .jsonl: return JSONRows(lines: keys, to: target.write)
    case .xlsx: return try workbook(keys, noun, target)
    case .vcard: return CardSink(keys: keys, to: target.write)
    case .csv, .text, .markdown, .html:
      return try DelimitedRows(isExcel ? .excel : .csv, headings: headings, to: target.write)
    }
  }

  private func workbook(
    _ keys: [String], _ noun: String, _ target: OutputTarget
  ) throws -> any RowSink {
    let day = try Environment.today()
    let name = noun.prefix(1).uppercased() + noun.dropFirst()
    switch target {
    case .file(let file):
      return try WorkbookRows(
        WorkbookWriter(path: file.temporary, scratch: file.folder, day: day), sheet: name,
        headings: keys)
    case .standardOutput:
      return try WorkbookRows(
        sheet: name, headings: keys, scratch: OutputTarget.memory, day: day, to: target.write)
    }
  }
}

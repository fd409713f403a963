/// A file opened to be looked at: one table, or a workbook of several.
package enum TableFile {
  case table(RowReader)
  case workbook(WorkbookFile)

  /// Looks at the first bytes and opens what they say.
  package static func open(
    source: ByteSource, options: ReadingOptions
  ) throws(TabularProblem) -> TableFile {
    var input = try RawInput(source: source)
    guard FileKind(head: input.head) == .zip else {
      return .table(RowReader(try RowReader.rows(of: input, options)))
    }
    let bytes = try input.readAll(most: .fileBytes)
    return .workbook(try WorkbookFile(archive: ZipArchive(bytes)))
  }
}

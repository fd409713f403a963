internal import Basics
internal import BluesCore
internal import Tabular

extension ListFile {
  /// The same list, read from the line of its headings where other lines are above them.
  ///
  /// A line that is said, and a list from standard input, stay as they are.
  func placed(
    _ reader: RowReader, _ progress: Progress, _ request: ImportRequest, _ fields: [ImportField]
  ) throws -> RowReader {
    guard path != "-", let first = reader.header,
      first.count(where: { !$0.trimmed.isEmpty }) <= HeadingLine.mostAbove
    else { return reader }
    let asked = options.reading
    guard asked.headerLine == nil, !asked.noHeader, reader.reading.headerLine == 1 else {
      return reader
    }
    var reading = asked.options
    if case .text(let text) = reader.reading.kind { reading.encoding = text.encoding }
    let lines = try SheetLines(of: path, reading).lines
    let mapped = request.assignments.map(\.heading) + (request.file?.columns.map(\.heading) ?? [])
    guard
      let line = HeadingLine(fields, mapped: mapped)
        .find(in: lines.map { HeadingLine.Line(number: $0.number, cells: $0.cells) })
    else { return reader }
    var placed = self
    placed.options.reading.headerLine = line
    return try placed.reader(progress, request)
  }
}

// Counts the cells and rows of a list through the reader that an import uses, and does nothing
// with them: what reading costs alone, beside parse.c, which counts them with libcsv.
import Glibc
import Tabular

/// The cells and rows of a list, the headings among them.
func count(_ path: String) throws -> (cells: Int, rows: Int) {
  let reader = try RowReader(source: .file(at: path))
  var cells = reader.width
  var rows = 1
  try reader.forEach { row in
    cells += row.count
    rows += 1
  }
  return (cells, rows)
}

guard CommandLine.arguments.count == 2 else { exit(64) }
let found = try count(CommandLine.arguments[1])
print("\(found.cells) cells in \(found.rows) rows")

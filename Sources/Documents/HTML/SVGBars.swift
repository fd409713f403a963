internal import Basics

/// The figures of a column as bars, one below the other, each with its name and its figure.
struct SVGBars {
  let table: Table
  let bars: TableBars

  private static let left = 180.0
  private static let right = 130.0
  private static let width = 640.0
  private static let step = 26.0
  private static let bar = 16.0
  /// Beyond this many a chart cannot be read.
  private static let most = 60

  /// The picture; nil where there is nothing to draw, or too much.
  ///
  /// Amounts of several currencies cannot be compared, so nothing is drawn of them.
  var chart: TableChart? {
    let rows = table.rows.compactMap { row in
      CellSum.value(of: row[bars.figures]).map {
        (name: row[bars.names].shown, cell: row[bars.figures], value: $0)
      }
    }
    let units = Set(rows.map { CellSum.unit(of: $0.cell) })
    let low = min(0, rows.map(\.value).min() ?? 0)
    let high = max(0, rows.map(\.value).max() ?? 0)
    guard rows.count > 1, rows.count <= Self.most, units.count == 1, low < high else { return nil }
    let scale = (Self.width - Self.left - Self.right) / Double(high - low)
    let zero = Self.left - Double(low) * scale
    var drawing = ""
    for (index, row) in rows.enumerated() {
      let y = Double(index) * Self.step + 6
      let length = Double(row.value) * scale
      let name = SVGTextWidth.cut(row.name, to: Self.left - 12, size: 12)
      drawing += SVGElement.text(
        Self.left - 8, y + Self.bar - 4, name, size: 12, Palette.ink,
        more: " text-anchor=\"end\"")
      drawing += SVGElement.rectangle(
        min(zero, zero + length), y, abs(length), Self.bar,
        Palette.fill(row.value < 0 ? .bad : .plain))
      drawing += SVGElement.text(
        max(zero, zero + length) + 6, y + Self.bar - 4, figure(row.cell), size: 12, Palette.ink)
    }
    let height = Double(rows.count) * Self.step + 8
    drawing += SVGElement.line(zero, 2, zero, height - 4, Palette.strongLine)
    return TableChart(
      width: Self.width, height: height, description: description(rows), drawing: drawing)
  }

  private func description(_ rows: [(name: String, cell: Cell, value: Int128)]) -> String {
    let parts = rows.map { "\($0.name) \(figure($0.cell))" }
    return "\(table.columns[bars.figures].heading): \(parts.joined(separator: ", "))"
  }

  /// A figure as the table prints it.
  private func figure(_ cell: Cell) -> String {
    guard case .money(_, let currency) = cell else { return HTMLTable.grouped(cell.shown, from: 5) }
    return "\(HTMLTable.grouped(cell.exported, from: 4)) \(currency)"
  }
}

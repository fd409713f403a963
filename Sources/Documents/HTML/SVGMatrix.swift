/// Counts of pairs as a grid: the more, the darker; each square has its figure.
struct SVGMatrix {
  let matrix: CountMatrix

  private static let left = 96.0
  private static let top = 48.0
  private static let side = 40.0
  /// Beyond this many names a grid cannot be read.
  private static let most = 24

  /// The picture; nil where there is nothing to draw, or too much.
  var chart: TableChart? {
    guard matrix.most > 0, matrix.rows.count <= Self.most, matrix.columns.count <= Self.most else {
      return nil
    }
    let width = Self.left + Double(matrix.columns.count) * Self.side + 8
    let height = Self.top + Double(matrix.rows.count) * Self.side + 8
    return TableChart(
      width: width, height: height, description: description, drawing: names + squares)
  }

  /// The picture in words, for those who cannot see it.
  private var description: String {
    let pairs = matrix.pairs.map { "\($0.row) to \($0.column) \($0.count)" }
    return "\(matrix.title): \(pairs.joined(separator: ", "))"
  }

  private var names: String {
    var svg = SVGElement.text(4, 14, "\(matrix.columnTitle) →", size: 11, Palette.quiet)
    svg += SVGElement.text(4, Self.top - 6, "\(matrix.rowTitle) ↓", size: 11, Palette.quiet)
    for (index, name) in matrix.columns.enumerated() {
      svg += SVGElement.text(
        x(index) + Self.side / 2, Self.top - 6, SVGTextWidth.cut(name, to: Self.side, size: 12),
        size: 12, Palette.ink,
        more: " text-anchor=\"middle\"")
    }
    for (index, name) in matrix.rows.enumerated() {
      svg += SVGElement.text(
        Self.left - 8, y(index) + Self.side / 2 + 4,
        SVGTextWidth.cut(name, to: Self.left - 12, size: 12), size: 12,
        Palette.ink, more: " text-anchor=\"end\"")
    }
    return svg
  }

  private var squares: String {
    var svg = ""
    for (down, row) in matrix.rows.enumerated() {
      for (across, column) in matrix.columns.enumerated() {
        let count = matrix[row, column]
        let shade = Self.shade(count, of: matrix.most)
        svg += SVGElement.rectangle(
          x(across) + 1, y(down) + 1, Self.side - 2, Self.side - 2, shade.fill,
          more: " stroke=\"\(Palette.line)\"")
        guard count > 0 else { continue }
        svg += SVGElement.text(
          x(across) + Self.side / 2, y(down) + Self.side / 2 + 5, String(count), size: 14,
          shade.ink, more: " text-anchor=\"middle\"")
      }
    }
    return svg
  }

  private func x(_ index: Int) -> Double { Self.left + Double(index) * Self.side }
  private func y(_ index: Int) -> Double { Self.top + Double(index) * Self.side }

  /// Five steps from white to dark blue, which also differ in grey print.
  private static func shade(_ count: Int, of most: Int) -> (fill: String, ink: String) {
    guard count > 0 else { return ("#ffffff", Palette.ink) }
    let step = (count * 4 + most - 1) / most
    return switch step {
    case ...1: ("#dbe4f5", Palette.ink)
    case 2: ("#a9bfe8", Palette.ink)
    case 3: ("#4a6fc4", "#ffffff")
    default: ("#003399", "#ffffff")
    }
  }
}

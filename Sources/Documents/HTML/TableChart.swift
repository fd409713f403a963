/// A picture of the figures of a table, as SVG with its description.
struct TableChart {
  /// What it shows, for those who cannot see it.
  let description: String
  let svg: String
  /// How wide it is on a page of a Word document.
  let width: String

  init(width: Double, height: Double, description: String, drawing: String) {
    self.description = description
    let size = "0 0 \(SVGElement.length(width)) \(SVGElement.length(height))"
    svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"\(size)\" role=\"img\""
      + " style=\"max-width: \(SVGElement.length(width))px\" font-family=\"\(SVGElement.font)\">\n"
      + "<title>\(HTMLEscaping.attribute(description))</title>\n\(drawing)</svg>\n"
    // 96 dots to an inch, as on a screen, and at most the width of an upright page.
    self.width = "\(SVGElement.length(min(17, width * 2.54 / 96)))cm"
  }
}

extension Table {
  /// The pictures that belong above the table.
  var charts: [TableChart] {
    [
      matrix.flatMap { SVGMatrix(matrix: $0).chart },
      bars.flatMap { SVGBars(table: self, bars: $0).chart },
    ].compactMap(\.self)
  }
}

internal import Basics

/// The arrows of one picture of a time chart: from the end of a bar to one that begins after it.
///
/// A row of another picture is named in the label alone.
struct SVGGanttArrows {
  let rows: ArraySlice<GanttRow>
  let left: Double
  let chart: Double

  func svg(scale: TimeScale, top: Double) -> String {
    var places: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      if let name = row.name { places[name] = index }
    }
    var svg = ""
    for (index, row) in rows.enumerated() {
      for before in row.after {
        guard let place = places[before] else { continue }
        let from = rows[rows.startIndex + place]
        svg += arrow(
          x(scale.share(of: from.to.adding(days: 1))), middle(place, top),
          x(scale.share(of: row.from)), middle(index, top))
      }
    }
    return svg
  }

  private func x(_ share: Double) -> Double { left + min(max(share, 0), 1) * chart }

  private func middle(_ index: Int, _ top: Double) -> Double {
    top + (Double(index) + 0.5) * SVGGantt.rowHeight + 2
  }

  /// Down or up along the end of the first bar, then to the beginning of the second.
  private func arrow(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
    let edge = y2 > y1 ? y2 - 7.5 : y2 + 7.5
    let head = y2 > y1 ? -3.5 : 3.5
    let to = min(x2 + 3, left + chart)
    return SVGElement.line(x1, y1, x1, edge + head * 2, Palette.quiet)
      + SVGElement.line(x1, edge + head * 2, to, edge + head * 2, Palette.quiet)
      + SVGElement.line(to, edge + head * 2, to, edge, Palette.quiet)
      + SVGElement.line(to - 2.5, edge + head, to, edge, Palette.quiet)
      + SVGElement.line(to + 2.5, edge + head, to, edge, Palette.quiet)
  }
}

/// A time chart as SVG: years and months above, a row for each item, today as a line.
struct SVGGantt {
  static let width = 760.0
  static let labelWidth = 220.0
  static let rowHeight = 28.0
  static let axisHeight = 38.0
  /// As many rows as fit an A4 page; a longer chart goes on in another picture.
  static let rowsPerPicture = 32

  let gantt: Gantt
  /// Keeps the names of patterns apart when a page has several charts.
  let number: Int

  var html: String {
    guard let scale = TimeScale(gantt) else { return "" }
    let parts = pictures
    let drawn = parts.enumerated().map { index, rows in
      SVGGanttPicture(
        gantt: gantt, rows: rows, scale: scale, name: "g\(number)-\(index + 1)",
        isLast: index == parts.count - 1
      ).svg
    }
    return "<figure>\n\(drawn.joined())</figure>\n"
  }

  /// How long the line of days is: beyond it the words of the tones find room.
  static func chartWidth(of gantt: Gantt) -> Double {
    let words = gantt.tonesUsed.compactMap { gantt.words.word(for: $0) }
    let room = words.map { SVGGanttShape.width(ofWord: $0) + 7 }.max() ?? 0
    return width - labelWidth - 6 - room
  }

  /// The rows of each picture; a group near the end of one begins the next.
  private var pictures: [ArraySlice<GanttRow>] {
    var rest = gantt.rows[...]
    var pictures: [ArraySlice<GanttRow>] = []
    while rest.count > Self.rowsPerPicture {
      let whole = rest.prefix(Self.rowsPerPicture + 1)
      let group = whole.suffix(12).lastIndex { $0.kind == .group }
      let end = group ?? rest.startIndex + Self.rowsPerPicture
      pictures.append(rest[..<end])
      rest = rest[end...]
    }
    return pictures + [rest]
  }
}

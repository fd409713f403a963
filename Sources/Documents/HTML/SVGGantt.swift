/// A time chart as SVG: years and months above, a row for each item, today as a line.
struct SVGGantt {
  static let width = 760.0
  static let labelWidth = 220.0
  static let rowHeight = 28.0
  static let axisHeight = 38.0
  /// As many rows as fit an A4 page; a longer group goes on in another picture.
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
        isFirst: index == 0, isLast: index == parts.count - 1
      ).svg
    }
    return "<figure>\n\(drawn.joined())</figure>\n"
  }

  /// The pictures without the axes that are repeated on paper.
  var drawings: [String] {
    guard let scale = TimeScale(gantt) else { return [] }
    let parts = pictures
    return parts.enumerated().map { index, rows in
      SVGGanttPicture(
        gantt: gantt, rows: rows, scale: scale, name: "g\(number)-\(index + 1)",
        isFirst: index == 0, isLast: index == parts.count - 1
      ).picture
    }
  }

  /// How long the line of days is: beyond it the words of the tones find room.
  static func chartWidth(of gantt: Gantt) -> Double {
    let words = gantt.tonesUsed.compactMap { gantt.words.word(for: $0) }
    let room = words.map { SVGGanttShape.width(ofWord: $0) + 7 }.max() ?? 0
    return width - labelWidth - 6 - room
  }

  /// The rows of each picture: those of a group, between which paper does not break.
  private var pictures: [ArraySlice<GanttRow>] {
    var pictures: [ArraySlice<GanttRow>] = []
    for index in gantt.rows.indices {
      let isNew = gantt.rows[index].kind == .group || pictures.last?.count == Self.rowsPerPicture
      if isNew || pictures.isEmpty {
        pictures.append(gantt.rows[index...index])
      } else {
        pictures[pictures.count - 1] = gantt.rows[pictures[pictures.count - 1].startIndex...index]
      }
    }
    return pictures.isEmpty ? [gantt.rows[...]] : pictures
  }
}

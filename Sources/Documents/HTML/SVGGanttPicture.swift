internal import Basics

/// One picture of a time chart: the rows that are not divided on paper.
struct SVGGanttPicture {
  let gantt: Gantt
  let rows: ArraySlice<GanttRow>
  let scale: TimeScale
  let name: String
  /// Whether it is the first; the others are below it, and have an axis only on paper.
  let isFirst: Bool
  /// The last picture explains the signs.
  let isLast: Bool

  private let left = SVGGantt.labelWidth
  private var chart: Double { SVGGantt.chartWidth(of: gantt) }

  var svg: String {
    (isFirst ? "" : opening(height: SVGGantt.axisHeight, kind: "axis") + labels + "</svg>\n")
      + picture
  }

  /// Where the rows begin.
  private var top: Double { isFirst ? SVGGantt.axisHeight : 0 }

  /// The rows; on the first picture below the axis.
  var picture: String {
    let bottom = top + Double(rows.count) * SVGGantt.rowHeight + (isLast ? 4 : 0)
    let height = bottom + (isLast ? (today == nil ? 4 : 18) + 22 : 0)
    var svg = opening(height: height, kind: isLast ? nil : "part")
    svg += "<title>\(HTMLEscaping.attribute(title))</title>\n"
    svg += SVGPatterns.definitions(name: name, tones: tones)
    svg += "<clipPath id=\"\(name)-labels\"><rect width=\"\(SVGElement.length(left - 4))\""
    svg += " height=\"\(SVGElement.length(height))\"/></clipPath>\n"
    svg += lines(from: top, to: bottom) + (isFirst ? labels : "") + todayLine(bottom: bottom)
    for (index, row) in rows.enumerated() {
      let middle = top + (Double(index) + 0.5) * SVGGantt.rowHeight + 2
      svg += drawing(of: row, middle: middle)
    }
    svg += SVGGanttArrows(rows: rows, left: left, chart: chart).svg(scale: scale, top: top)
    if isLast {
      svg += SVGGanttLegend(gantt: gantt, name: name).svg(y: height - 8, left: left)
    }
    return svg + "</svg>\n"
  }

  private func opening(height: Double, kind: String?) -> String {
    let size = "0 0 \(SVGElement.length(SVGGantt.width)) \(SVGElement.length(height))"
    let kind = kind.map { " class=\"\($0)\"" } ?? ""
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"\(size)\" role=\"img\"\(kind)"
      + " font-family=\"\(SVGElement.font)\">\n"
  }

  private var tones: [Tone] { [.plain] + gantt.tonesUsed }

  var title: String {
    "Time chart from \(gantt.start.spoken) to \(gantt.end.spoken)"
  }

  private func x(_ day: Day) -> Double { left + scale.share(of: day) * chart }

  /// The lines between the months, and the stronger ones between the years.
  private func lines(from top: Double, to bottom: Double) -> String {
    let months = scale.months(gantt.monthLabels).map { month in
      SVGElement.line(x(month.day), top, x(month.day), bottom, Palette.line)
    }
    let years = scale.years.dropFirst().map { year in
      SVGElement.line(x(year.day), isFirst ? 4 : top, x(year.day), bottom, Palette.strongLine)
    }
    return (months + years).joined()
  }

  /// The years, and each label of a month over the middle of its month.
  private var labels: String {
    let top = SVGGantt.axisHeight
    let months = scale.months(gantt.monthLabels)
    let step = chart / Double(max(1, months.count))
    let widest = months.map { SVGTextWidth.of($0.label, size: 8.5) }.max() ?? 0
    let every = [1, 2, 3, 6, 12].first { Double($0) * step >= widest + 2 } ?? 12
    var svg = ""
    for (index, month) in months.enumerated() where index % every == 0 {
      let next = index + 1 < months.count ? x(months[index + 1].day) : left + chart
      svg += SVGElement.text(
        (x(month.day) + next) / 2, top - 7, month.label, size: 8.5, Palette.quiet,
        more: " text-anchor=\"middle\"")
    }
    for (index, year) in scale.years.enumerated() {
      let room = (index + 1 < scale.years.count ? x(scale.years[index + 1].day) : left + chart)
      guard room - x(year.day) > 28 else { continue }
      svg += SVGElement.text(
        x(year.day) + (index == 0 ? 0 : 5), 14, year.label, size: 11, Palette.ink,
        more: " font-weight=\"600\"")
    }
    return svg
      + SVGElement.line(0, top, SVGGantt.width, top, Palette.accent, more: " stroke-width=\"1.5\"")
  }

  private func drawing(of row: GanttRow, middle: Double) -> String {
    let (from, to) = (row.from.spoken, row.to.spoken)
    var words = [row.label, row.kind == .point ? from : "\(from) to \(to)"]
    if let word = gantt.words.word(for: row.tone) { words.append(word) }
    return "<g><title>\(HTMLEscaping.attribute(words.joined(separator: ", ")))</title>\n"
      + label(of: row, middle: middle)
      + SVGGanttShape(row: row, words: gantt.words, name: name, left: left, chart: chart)
      .svg(scale: scale, middle: middle)
      + "</g>\n"
  }

  /// The row's label on one line or two; the third would be cut.
  private func label(of row: GanttRow, middle: Double) -> String {
    let isGroup = row.kind == .group
    let indent = isGroup ? 0.0 : 12.0
    let space = left - indent - 8
    let whole = SVGTextWidth.of(row.label, size: 10, isBold: isGroup)
    // Words of one line may be wider than the average, and must not lose letters to the clip.
    let room = SVGTextWidth.columns(
      of: row.label, in: whole > space ? space * 0.94 : space, size: 10, isBold: isGroup)
    var lines = Wrapping.lines(VisibleText.line(row.label), width: room)
    if lines.count > 2 { lines = [lines[0], lines[1...].joined(separator: " ")] }
    let first = middle + (lines.count == 1 ? 3.6 : -2.2)
    return lines.enumerated().map { index, line in
      SVGElement.text(
        indent, first + Double(index) * 11.5, DisplayWidth.cut(line, to: room), size: 10,
        Palette.ink,
        more: (isGroup ? " font-weight=\"bold\"" : "") + " clip-path=\"url(#\(name)-labels)\"")
    }.joined()
  }

  private var today: Day? {
    gantt.today.flatMap { (0..<1).contains(scale.share(of: $0)) ? $0 : nil }
  }

  private func todayLine(bottom: Double) -> String {
    guard let today else { return "" }
    let line = SVGElement.line(
      x(today), top, x(today), isLast ? bottom + 4 : bottom, Palette.ink,
      more: " stroke-dasharray=\"4 3\"")
    guard isLast else { return line }
    let words = "Today, \(today.spoken)"
    let half = SVGTextWidth.of(words, size: 9.5) / 2
    let middle = min(max(x(today), left + half), left + chart - half)
    return line
      + SVGElement.text(
        middle, bottom + 14, words, size: 9.5, Palette.ink, more: " text-anchor=\"middle\"")
  }
}

internal import Basics

/// A time chart in block characters.
struct TextGantt {
  /// The columns a chart takes where there is no terminal to fit, if its labels let it.
  private static let usualWidth = 100
  /// The columns that still tell months apart beside long labels.
  private static let leastLength = 48

  let gantt: Gantt
  /// The columns of the terminal; without one no label is cut.
  let width: Int?
  let ink: Ink

  /// The lines without line ends: years, months, rows and what the signs mean.
  var lines: [String] {
    guard let scale = TimeScale(gantt) else { return [] }
    let labels = gantt.rows.map { row in
      (row.kind == .group ? "" : "  ") + VisibleText.line(row.label)
    }
    let longest = labels.map { DisplayWidth.of($0) }.max() ?? 0
    let margin = width.map { min(longest, max(8, $0 * 2 / 5)) } ?? longest
    let length =
      width.map { max(12, $0 - margin - 3) }
      ?? max(Self.leastLength, Self.usualWidth - margin - 3)
    let today = gantt.today.map { scale.step(of: $0, length: length) }
    let indent = String(repeating: " ", count: margin + 3)
    let months = scale.months(gantt.monthLabels)
    var lines = [scale.years, Self.thinned(months, length: length)]
      .map { Wrapping.withoutTrailingBlanks(indent + axis($0, scale, length)) }
    for (row, label) in zip(gantt.rows, labels) {
      let name = DisplayWidth.padded(Wrapping.cut(label, to: margin), to: margin)
      let mark = row.tone.mark.isEmpty ? " " : ink.toned(row.tone.mark, row.tone)
      let strip = strip(row, scale, length, today: today)
      lines.append(
        Wrapping.withoutTrailingBlanks(
          "\(row.kind == .group ? ink.bold(name) : name) \(mark) \(strip)"))
    }
    return lines + legend(showsToday: today.map { (0..<length).contains($0) } ?? false)
  }

  /// Every month, or every second, third, sixth or twelfth, whichever leaves room for the labels.
  private static func thinned(
    _ months: [(day: Day, label: String)], length: Int
  ) -> [(day: Day, label: String)] {
    let widest = months.map { DisplayWidth.of(VisibleText.line($0.label)) }.max() ?? 0
    let every =
      [1, 2, 3, 6].first { $0 * length / max(1, months.count) >= widest + 1 } ?? 12
    return months.enumerated().filter { $0.offset % every == 0 }.map(\.element)
  }

  /// Labels where their days begin; one that would touch its neighbour is left out.
  private func axis(
    _ labels: [(day: Day, label: String)], _ scale: TimeScale, _ length: Int
  ) -> String {
    var line = ""
    var used = 0
    for (day, label) in labels {
      let text = VisibleText.line(label)
      let start = scale.step(of: day, length: length)
      let wide = DisplayWidth.of(text)
      guard start >= used + (used == 0 ? 0 : 1), start + wide <= length else { continue }
      line += String(repeating: " ", count: start - used) + text
      used = start + wide
    }
    return line
  }

  private func strip(_ row: GanttRow, _ scale: TimeScale, _ length: Int, today: Int?) -> String {
    var cells = [Character](repeating: " ", count: length)
    if let today, cells.indices.contains(today) { cells[today] = "│" }
    let first = scale.step(of: row.from, length: length)
    let last = scale.step(of: row.to, length: length)
    if last < 0 {
      cells[0] = "‹"
    } else if first >= length {
      cells[length - 1] = "›"
    } else if row.kind == .point {
      cells[max(0, first)] = "◆"
    } else if first <= last {
      for position in max(0, first)...min(length - 1, last) {
        cells[position] = row.kind == .group ? "━" : "█"
      }
    }
    for marker in row.markers {
      let position = scale.step(of: marker.day, length: length)
      if cells.indices.contains(position) { cells[position] = "◆" }
    }
    return coloured(cells, row.tone)
  }

  private func coloured(_ cells: [Character], _ tone: Tone) -> String {
    let isDrawn: (Character) -> Bool = { $0 != " " && $0 != "│" }
    guard let first = cells.firstIndex(where: isDrawn), let last = cells.lastIndex(where: isDrawn)
    else { return String(cells) }
    return String(cells[..<first]) + ink.toned(String(cells[first...last]), tone)
      + String(cells[(last + 1)...])
  }

  /// What the signs on the chart mean, on as many lines as a terminal needs.
  private func legend(showsToday: Bool) -> [String] {
    var signs: [String] = []
    if gantt.rows.contains(where: { $0.kind == .group }) { signs.append("━ group") }
    if gantt.rows.contains(where: { $0.kind == .bar }) { signs.append("█ duration") }
    if gantt.rows.contains(where: { $0.kind == .point || !$0.markers.isEmpty }) {
      signs.append("◆ due")
    }
    if gantt.rows.contains(where: { !$0.after.isEmpty }) {
      signs.append("← \(VisibleText.line(gantt.words.after))")
    }
    if showsToday { signs.append("│ today") }
    for tone in gantt.tonesUsed where !tone.mark.isEmpty {
      if let word = gantt.words.word(for: tone) {
        signs.append("\(tone.mark) \(VisibleText.line(word))")
      }
    }
    return signs.reduce(into: []) { lines, sign in
      guard let last = lines.last, DisplayWidth.of(last + sign) + 2 <= width ?? .max else {
        return lines.append(sign)
      }
      lines[lines.count - 1] = "\(last)  \(sign)"
    }
  }
}

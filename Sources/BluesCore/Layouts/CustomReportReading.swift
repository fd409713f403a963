internal import Basics

/// Reads the description of a report, and refuses what it does not know with the line it is in.
struct CustomReportReading {
  let name: String

  private static let keys = [
    "title", "intro", "list", "columns", "where", "sort", "limit", "group", "sums", "chart",
    "rows",
  ]

  func report(_ bytes: [UInt8]) throws -> CustomReport {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw problem("the file is not UTF-8 text.", nil)
    }
    let table: TOMLTable
    do {
      table = try TOMLReader.table(of: text)
    } catch {
      throw problem("column \(error.column): \(error.sentence).", error.line, hint: error.hint)
    }
    guard let list = table["list"] else {
      throw problem("list is missing.", nil, hint: "write list = \"partner cost\"")
    }
    var report = CustomReport(
      title: try table["title"].map(word) ?? name, list: try word(list))
    for entry in table.entries { try take(entry, into: &report) }
    if !report.showsRows, report.group == nil {
      throw problem(
        "rows = false needs group: there is nothing else to show.", table["rows"]?.line,
        hint: "add group = \"COLUMN\", or leave rows out")
    }
    if report.columns?.isEmpty == true {
      throw problem(
        "columns names none.", table["columns"]?.line,
        hint: "name columns, or leave it out for those that the list shows")
    }
    if report.chart != nil, report.group == nil, report.chart == CustomReport.count {
      throw problem("chart = \"count\" needs group.", table["chart"]?.line)
    }
    if let chart = report.chart, report.group != nil, chart != CustomReport.count,
      !report.sums.contains(chart)
    {
      throw problem(
        "chart draws a column of sums or count.", table["chart"]?.line,
        hint: "add \(chart) to sums")
    }
    return report.read(
      from: CustomReport.Source(
        name: name,
        lines: table.entries.map { entry in
          let texts = entry.value.list?.compactMap(\.text) ?? [entry.value.text].compactMap(\.self)
          return .init(number: entry.line, key: entry.key, texts: texts)
        }))
  }

  private func take(_ entry: TOMLTable.Entry, into report: inout CustomReport) throws {
    switch entry.key {
    case "title", "list": break
    case "intro": report.intro = try word(entry)
    case "columns": report.columns = try words(entry)
    case "where": report.conditions = try words(entry)
    case "sort": report.sort = try words(entry)
    case "sums": report.sums = try words(entry)
    case "group": report.group = try word(entry)
    case "chart": report.chart = try word(entry)
    case "limit":
      guard case .integer(let limit) = entry.value, limit > 0 else {
        throw wrong(entry, "a number from 1 up")
      }
      report.limit = limit
    case "rows":
      guard let said = entry.value.truth else { throw wrong(entry, "true or false") }
      report.showsRows = said
    default:
      throw problem(
        "unknown setting: \(entry.key).", entry.line,
        hint: MappingFileProblem.hint(nearTo: entry.key, in: Self.keys))
    }
  }

  private func word(_ entry: TOMLTable.Entry) throws -> String {
    guard let text = entry.value.text, !text.trimmed.isEmpty else {
      throw wrong(entry, "a text in quotes")
    }
    return text.trimmed
  }

  /// Several texts in brackets, or one.
  private func words(_ entry: TOMLTable.Entry) throws -> [String] {
    guard let list = entry.value.list else { return [try word(entry)] }
    let words = list.compactMap { $0.text?.trimmed }.filter { !$0.isEmpty }
    guard words.count == list.count else { throw wrong(entry, "texts in quotes, within brackets") }
    return words
  }

  private func wrong(_ entry: TOMLTable.Entry, _ wanted: String) -> MappingFileProblem {
    problem("\(entry.key) takes \(wanted).", entry.line)
  }

  private func problem(_ sentence: String, _ line: Int?, hint: String? = nil) -> MappingFileProblem
  {
    MappingFileProblem(in: name, line: line, sentence, hint: hint)
  }
}

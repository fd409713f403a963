internal import Basics
package import Documents

/// A report that a person describes in a small TOML file: a list, its rows and columns, groups, sums.
package struct CustomReport: Sendable, Equatable {
  package let title: String
  /// Markdown below the title.
  package var intro: String?
  /// The command of the list without `list`, such as `partner cost`.
  package let list: String
  package var columns: [String]?
  package var conditions: [String] = []
  package var sort: [String] = []
  /// How many rows are shown, of each group where there are groups.
  package var limit: Int?
  /// The column whose values the rows are divided by.
  package var group: String?
  /// The columns that are added up.
  package var sums: [String] = []
  /// The column that is drawn as bars: of the groups, where there are groups, else of the rows.
  package var chart: String?
  /// The file, and where it says what.
  package private(set) var source = Source(name: "", lines: [])
  /// Whether the rows are shown, or the groups alone.
  package var showsRows = true

  /// More than any description needs.
  package static let mostBytes = TOMLReader.mostBytes

  /// Reads a description; the name is for telling where something is wrong.
  package init(text: [UInt8], name: String) throws {
    self = try CustomReportReading(name: name).report(text)
  }

  /// The same report, which knows where its file says what.
  func read(from source: Source) -> CustomReport {
    var report = self
    report.source = source
    return report
  }

  init(title: String, list: String) {
    self.title = title
    self.list = list
  }

  /// The words of the list's command that give all rows and columns the report needs; the limit is for
  /// what is shown of them, since sums are of all.
  package var words: [String] {
    var words = list.split(separator: " ").map(String.init)
    if words.last != "list" { words.append("list") }
    if let columns {
      var more: [String] = []
      for name in [group, drawn].compactMap(\.self) + sums
      where !columns.contains(name) && !more.contains(name) { more.append(name) }
      words.append("--columns=\((columns + more).joined(separator: ","))")
    }
    words += conditions.flatMap { ["--where", $0] }
    if !sort.isEmpty { words.append("--sort=\(sort.joined(separator: ","))") }
    return words
  }

  /// The column of the list that is drawn; the number of rows of a group is none.
  private var drawn: String? { chart == Self.count ? nil : chart }

  /// What the number of rows of each group is called.
  static let count = "count"

  /// The page of the list's rows.
  package func page(of table: Table) throws -> Document {
    let rows = CustomRows(report: self, table: table)
    return Document(
      schema: "blues.custom-report/1", title: title,
      blocks: (intro.map { [.prose($0)] } ?? []) + (try rows.blocks()))
  }
}

extension Store {
  /// A page with the foot and the imprint that all reports share.
  package func asReport(_ page: Document) throws -> Document {
    page.with(footer: try reportFooter(), imprint: try imprint())
  }
}

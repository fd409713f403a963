package import Documents

/// A report: its name and help, what can be asked of it, and what it says of a project.
package protocol Report: Sendable {
  static var name: String { get }
  static var abstract: String { get }
  /// Lines to type.
  static var examples: [String] { get }
  static var note: String? { get }
  /// The numbers that can be asked, each an option of its command.
  static var numbers: [ReportNumber] { get }
  var store: Store { get }

  init(store: Store)

  /// What it says, without the footer that all reports share; the numbers come by their names,
  /// those that nobody asked as usual.
  func content(_ asked: [String: Int]) throws -> Document
}

/// A number that can be asked of a report, such as how many days it looks ahead.
package struct ReportNumber: Sendable {
  package let name: String
  package let help: String
  package let usual: Int
  package let least: Int
}

extension Report {
  package static var note: String? { nil }
  package static var numbers: [ReportNumber] { [] }

  /// The whole report.
  package func document(_ asked: [String: Int] = [:]) throws -> Document {
    let usual = Dictionary(uniqueKeysWithValues: Self.numbers.map { ($0.name, $0.usual) })
    let content = try content(usual.merging(asked) { $1 })
    return content.with(footer: try store.reportFooter())
  }
}

extension Store {
  /// What the grant agreement asks every public page to carry.
  func reportFooter() throws -> [String] {
    let project = try project.overview().project
    return try Programme.of(project).publicLines(
      of: project, medium: "report", on: invocation.today)
  }
}

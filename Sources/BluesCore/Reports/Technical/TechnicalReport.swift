internal import Basics
package import Documents

/// The periodic technical report: part A row by row as the portal asks for it, part B as the narrative
/// with its tables.
package struct TechnicalReport: Report {
  /// The parts of the report.
  package enum Part: String, Sendable, CaseIterable { case a, b }

  package static let name = "technical"
  package static let abstract =
    "The periodic technical report: part A to paste row by row, part B as the narrative."
  package static let examples = [
    "blues report technical --period RP1",
    "blues report technical --period RP1 --part a -o part-a.xlsx",
    "blues report technical --period RP1 --part b -o part-b.html",
  ]
  package static let note: String? = """
    Its texts are those of blues report text. What does not apply is left out, and the numbers close \
    up. A text that is missing is named with the command that writes it.
    """
  package static let options = [
    ReportOption(name: "period", help: "The reporting period, such as RP1.", isNeeded: true),
    ReportOption(
      name: "part", help: "Part a or b; default: both.", isNeeded: false,
      words: Part.allCases.map(\.rawValue)),
  ]

  package let store: Store

  package init(store: Store) { self.store = store }

  package func content(_ asked: ReportRequest) throws -> Document {
    let context = try TechnicalContext(asked.texts["period"] ?? "", store)
    let part = asked.texts["part"].flatMap { Part(rawValue: $0) }
    var blocks: [Block] = []
    if part != .b {
      if part == nil { blocks.append(.numbered("Part A", level: 1)) }
      blocks += try PartA(context).blocks()
    }
    if part != .a {
      if part == nil { blocks.append(.numbered("Part B", level: 1)) }
      blocks += try PartB(context).blocks()
    }
    let title = "\(context.project.acronym): technical report of \(context.period.name)"
    return Document(
      schema: "blues.technical-report/1",
      title: part.map { "\(title), part \($0.rawValue.uppercased())" } ?? title,
      subtitle: "\(context.days.lowerBound.spoken) to \(context.days.upperBound.spoken)",
      blocks: blocks)
  }
}

extension Store {
  package var technicalReport: TechnicalReport { TechnicalReport(store: self) }
}

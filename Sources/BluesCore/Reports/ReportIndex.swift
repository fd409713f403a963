internal import Basics
package import Documents

extension Store {
  /// The head and the foot of the page that leads to all reports.
  package func reportIndex(period: String) throws -> Document {
    let project = try project.overview().project
    let known = try read { try EffortScope.period(period, $0) }.name
    return Document(
      schema: "blues.report-index/1", title: "\(project.acronym): reports for \(known)",
      subtitle: project.title, blocks: [], footer: try reportFooter(), imprint: try imprint())
  }
}

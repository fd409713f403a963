/// What a workbook for a partner says of itself, so that it is known when it comes back.
package struct WorkbookTicket: Sendable, Equatable {
  /// What all copies of the project have in common, 32 hexadecimal digits.
  package let project: String
  package let partner: String
  /// Its number among the workbooks for the partner.
  package let number: Int
  /// The SHA-256 of the state that it was made from.
  package let state: String
  /// The reporting period whose texts are asked.
  package let period: String?

  package init(project: String, partner: String, number: Int, state: String, period: String?) {
    self.project = project
    self.partner = partner
    self.number = number
    self.state = state
    self.period = period
  }

  /// Its lines, a name and a value each, as a sheet that nobody need look at has them.
  package var lines: [(name: String, value: String)] {
    [
      ("form", Self.form), ("project", project), ("partner", partner), ("number", "\(number)"),
      ("state", state), ("period", period ?? ""),
    ]
  }

  /// Reads the lines; nil where they are not those of a workbook of ours.
  package init?(_ lines: [String: String]) {
    guard lines["form"] == Self.form, let project = lines["project"], project.utf8.count == 32,
      let partner = lines["partner"], (try? PartnerCode(partner)) != nil,
      let number = lines["number"].flatMap({ Int($0) }), (1...999_999).contains(number),
      let state = lines["state"], state.utf8.count == 64
    else { return nil }
    let period = lines["period"] ?? ""
    self.init(
      project: project, partner: partner, number: number, state: state,
      period: period.isEmpty ? nil : period)
  }

  private static let form = "blues workbook 1"
}

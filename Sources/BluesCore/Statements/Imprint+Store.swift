internal import Basics
internal import Documents

extension Store {
  /// Who makes a page, for which grant, and from what.
  func imprint() throws -> Imprint {
    let project = try project.overview().project
    let elements = try Programme.of(project).publicity?.elements ?? []
    let step = try history.steps(limit: 1).first
    let day = invocation.today
    return Imprint(
      author: project.acronym,
      running: [project.acronym, project.grantNumber.map { "grant agreement \($0)" }]
        .compactMap(\.self).joined(separator: " · "),
      day: day,
      emblem: elements.contains(PublicityElement.emblem.rawValue)
        ? "Emblem of the European Union" : nil,
      state: "Data of \(day.spoken)"
        + (step.map { ", step \($0.id) in the history of the project file." } ?? "."))
  }

  /// What the grant agreement asks every public page to carry; in a partner's copy of a shared project
  /// as well that it has not all.
  func reportFooter() throws -> [String] {
    let project = try project.overview().project
    let copy = try read { try PartnersCopy($0) }
    return try (copy.map { [$0.note] } ?? [])
      + Programme.of(project).publicLines(of: project, medium: "report", on: invocation.today)
  }
}

package import Documents

/// What an activity lacks of the publicity that the programme asks for.
package struct PublicityFinding: Sendable, Equatable {
  package let activity: ActivityCode
  /// Nil for a place of a template that was left unfilled.
  package let element: PublicityElement?
  /// Missing, not recorded, or unfilled.
  package let finding: String
  package let detail: String

  package static let fields: [Field<PublicityFinding>] = [
    Field("activity", "No", rank: .key) { .text($0.activity.description) },
    Field("element", "Element") { .text(orEmpty: $0.element?.rawValue) },
    Field("finding", "Finding") {
      .state($0.finding, $0.finding == "not recorded" ? .warning : .bad)
    },
    Field("detail", "Detail", rank: .main) { .text($0.detail) },
  ]
}

extension Records where R == Activity {
  /// The activities that are checked where none is named: those that ran or run, but meetings.
  package func published() throws -> [Activity] {
    try all().filter {
      ($0.status == .delivered || $0.status == .ongoing) && $0.type != .meeting
    }
  }

  /// What activities lack, by what is recorded of each.
  package func check(_ activities: [Activity]) throws -> [PublicityFinding] {
    let publicity = try Programme.of(store.project.overview().project).publicity
    return activities.flatMap { activity in
      activity.missing.map { element in
        finding(on: element, of: activity, publicity)
      }
    }
  }

  /// What a published text lacks; what it cannot tell is as recorded.
  package func check(
    _ activity: Activity, text: String, images: [String]?, hasWords: Bool
  ) throws -> [PublicityFinding] {
    let project = try store.project.overview().project
    let day = activity.lastDay ?? store.invocation.today
    let seen = try PublishedCheck(
      text: text, images: images, hasWords: hasWords, of: project, on: day)
    let findings = PublicityElement.allCases.compactMap { element -> PublicityFinding? in
      switch seen.verdicts[element] {
      case .missing(let why):
        return PublicityFinding(
          activity: activity.code, element: element, finding: "missing", detail: why)
      case .unseen(let why) where activity.publicity[element] != .yes:
        return PublicityFinding(
          activity: activity.code, element: element,
          finding: activity.publicity[element] == .no ? "missing" : "not recorded", detail: why)
      case .found, .unseen, nil: return nil
      }
    }
    return findings
      + seen.placeholders.map {
        PublicityFinding(
          activity: activity.code, element: nil, finding: "unfilled",
          detail: "a place of the template: \($0)")
      }
  }

  private func finding(
    on element: PublicityElement, of activity: Activity, _ publicity: Publicity?
  ) -> PublicityFinding {
    let isKnown = activity.publicity[element] == .no
    var detail = element.words
    if element == .agencyName, let day = activity.lastDay,
      let agency = publicity?.agency(on: day)
    {
      detail = "the name of the Agency: \(agency.short) on \(day)"
    }
    return PublicityFinding(
      activity: activity.code, element: element, finding: isKnown ? "missing" : "not recorded",
      detail: detail)
  }
}

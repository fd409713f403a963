internal import Basics
internal import Documents

/// What a public activity has to show, in the order in which it is checked.
package enum PublicityElement: String, CaseIterable, Sendable {
  case emblem
  case fundingSentence = "funding-sentence"
  case grantNumber = "grant-number"
  case disclaimer
  case agencyName = "agency-name"
  case programmeName = "programme-name"
  case projectName = "project-name"

  /// What it is, in a sentence.
  package var words: String {
    switch self {
    case .emblem: "the emblem of the European Union"
    case .fundingSentence: "the sentence that names the funding"
    case .grantNumber: "the number of the grant"
    case .disclaimer: "the disclaimer"
    case .agencyName: "the name of the Agency, as it was on the day"
    case .programmeName: "the name of the programme"
    case .projectName: "the name of the project"
    }
  }

  /// The option of set that records it.
  package var option: String { rawValue }
}

/// What of the publicity is known to be there, or not; nil is not recorded.
package struct PublicityMarks: Sendable, Equatable {
  package var emblem: YesNo?
  package var fundingSentence: YesNo?
  package var grantNumber: YesNo?
  package var disclaimer: YesNo?
  package var agencyName: YesNo?
  package var programmeName: YesNo?
  package var projectName: YesNo?

  package subscript(element: PublicityElement) -> YesNo? {
    switch element {
    case .emblem: emblem
    case .fundingSentence: fundingSentence
    case .grantNumber: grantNumber
    case .disclaimer: disclaimer
    case .agencyName: agencyName
    case .programmeName: programmeName
    case .projectName: projectName
    }
  }
}

extension Activity {
  /// The checklist of publicity, yes or no each.
  static let publicityAttributes: [Attribute<Activity>] = [
    mark("emblem", \.publicity.emblem, "Emblem", of: .emblem, "eu emblem,logo,eu logo"),
    mark(
      "funding_sentence", \.publicity.fundingSentence, "Sentence", of: .fundingSentence,
      "funding sentence,funding statement"),
    mark(
      "grant_number", \.publicity.grantNumber, "Grant no", of: .grantNumber,
      "grant no,grant agreement number"),
    mark("disclaimer", \.publicity.disclaimer, "Disclaimer", of: .disclaimer, ""),
    mark("agency_name", \.publicity.agencyName, "Agency", of: .agencyName, "agency"),
    mark("programme_name", \.publicity.programmeName, "Programme", of: .programmeName, "programme"),
    mark("project_name", \.publicity.projectName, "Project", of: .projectName, "project"),
    .computed(
      "missing_publicity", "Missing", "What of the publicity is not known to be there.",
      kind: .list, shown: false
    ) { .list($0.missing.map(\.rawValue)) },
  ]

  private static func mark(
    _ name: String, _ path: any WritableKeyPath<Activity, YesNo?> & Sendable,
    _ heading: String, of element: PublicityElement, _ headings: String
  ) -> Attribute<Activity> {
    .optionalWord(
      name, path, heading, "Whether it has \(element.words): yes or no.", headings: headings,
      uses: .hidden, read: { YesNo(listed: $0) })
  }
}

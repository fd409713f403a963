package import Basics

/// The wording that every public activity of the project carries.
package struct Publicity: Sendable, Decodable {
  private let fundingSentence: String
  private let disclaimer: String?
  private let agencies: [Agency]
  /// What a public activity is checked for: emblem, sentence, grant number, disclaimer, agency.
  package let elements: [String]

  /// The names of the fields in the data file.
  private enum CodingKeys: String, CodingKey {
    case fundingSentence = "funding_sentence"
    case disclaimer, agencies, elements
  }

  /// The executive agency that manages the grant; it changed its name during the project.
  package struct Agency: Sendable, Equatable, Decodable {
    package let short: String
    package let name: String
    package let mark: Mark
    let from: String?
    let to: String?

    func isInCharge(on day: Day) -> Bool {
      let first = from.flatMap(Day.init(iso:)) ?? day
      let last = to.flatMap(Day.init(iso:)) ?? day
      return first <= day && day <= last
    }
  }

  /// The agency by the name it had on the day.
  package func agency(on day: Day) -> Agency? { agencies.first { $0.isInCharge(on: day) } }

  /// The agencies by names that they had on other days.
  package func otherAgencies(on day: Day) -> [Agency] {
    agencies.filter { !$0.isInCharge(on: day) }
  }

  /// The sentence that names project and grant; nil when it asks for a grant number that is not
  /// known.
  package func fundingSentence(project: String, grant: String?) -> String? {
    guard grant != nil || !fundingSentence.contains("{grant}") else { return nil }
    return Self.filled(fundingSentence, ["project": project, "grant": grant ?? ""])
  }

  /// The disclaimer for a medium, such as `web page`, with the agency's name of the day; nil where
  /// the programme asks for none.
  package func disclaimer(medium: String, on day: Day) -> String? {
    disclaimer.map {
      Self.filled($0, ["medium": medium, "agency": agency(on: day)?.name ?? "Agency"])
    }
  }

  /// Puts words in the place of `{names}`; a name nobody knows stays as it is.
  private static func filled(_ text: String, _ words: [String: String]) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      out += words[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }
}

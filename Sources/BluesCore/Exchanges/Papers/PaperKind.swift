/// A kind of paper that the scheme asks an exchange for, as the data have it.
package struct PaperKind: Sendable, Equatable, Decodable {
  /// The name it is typed by, such as `quality-commitment`.
  package let kind: String
  package let title: String
  /// The raw value of the state that is not reached without it.
  private let step: String?
  private let modes: [String]
  /// Who signs it.
  package let signatures: [PaperParty]
  package let mark: Mark
  /// The tags of the sources.
  package let sources: [String]

  /// The state that is not reached without it; none for papers that nobody asks for.
  package var state: Exchange.State? { step.flatMap(Exchange.State.init(rawValue:)) }

  /// The first source in words.
  package var source: String {
    Source.cited(sources).first?.description ?? "unknown source"
  }

  /// Every kind, in the order in which they are asked for.
  package static let all = Resource.decode(
    File.self, from: PackageResources.exchange_papers_json, named: "exchange-papers.json"
  ).papers

  /// The shape of the data file.
  private struct File: Decodable { let papers: [PaperKind] }

  package static func named(_ name: String) throws(PaperProblem) -> PaperKind {
    let wanted = name.trimmed.asciiLowered
    guard let found = all.first(where: { $0.kind == wanted }) else {
      throw .unknownKind(name.trimmed, known: all.map(\.kind))
    }
    return found
  }

  /// The kinds that a state asks an exchange of the mode for.
  static func required(for state: Exchange.State, _ mode: Exchange.Mode) -> [PaperKind] {
    all.filter { $0.state == state && $0.modes.contains(mode.rawValue) }
  }
}

/// Who signs a paper: a side of the exchange, or the partnership that manages it.
package enum PaperParty: String, Sendable, CaseIterable, Decodable, StoredValue {
  case host
  case hostPartner = "host-partner"
  case visitor
  case visitorPartner = "visitor-partner"
}

internal import Basics

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

  /// The short name of the first source.
  var tag: String { Source.cited(sources).first?.tag ?? "unknown source" }

  /// The kinds of each programme with a scheme by its name, in the order they are asked for.
  private static let byProgramme: [(programme: String, kinds: [PaperKind])] =
    Programme.all.compactMap { programme in
      programme.scheme.map {
        (programme: programme.name, kinds: ProgrammeFile($0.papers).decoded(File.self).papers)
      }
    }

  /// The shape of the data file.
  private struct File: Decodable { let papers: [PaperKind] }

  /// Every kind that some programme has, as words are read before the project is known.
  package static let all = byProgramme.flatMap(\.kinds).reduce(into: [PaperKind]()) { all, kind in
    if !all.contains(where: { $0.kind == kind.kind }) { all.append(kind) }
  }

  /// The kinds that the scheme of a programme asks for.
  package static func of(_ programme: Programme) -> [PaperKind] {
    byProgramme.first { $0.programme == programme.name }?.kinds ?? []
  }

  /// The kind with a name, or with a beginning of one that no other kind has.
  package static func named(_ name: String) throws(PaperProblem) -> PaperKind {
    let wanted = name.trimmed.asciiLowered
    if let found = all.first(where: { $0.kind == wanted }) { return found }
    let begun = wanted.isEmpty ? [] : all.filter { $0.kind.hasPrefix(wanted) }
    guard begun.count <= 1 else {
      throw .ambiguousKind(name.trimmed, candidates: begun.map(\.kind))
    }
    guard let found = begun.first else {
      throw .unknownKind(name.trimmed, known: all.map(\.kind))
    }
    return found
  }

  /// Whether a state asks an exchange of the mode for it.
  func isRequired(for state: Exchange.State, _ mode: Exchange.Mode) -> Bool {
    self.state == state && modes.contains(mode.rawValue)
  }
}

/// Who signs a paper: a side of the exchange, or the partnership that manages it.
package enum PaperParty: String, Sendable, CaseIterable, Decodable, StoredValue {
  case host
  case hostPartner = "host-partner"
  case visitor
  case visitorPartner = "visitor-partner"
}

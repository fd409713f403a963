internal import Basics

/// A paper that an exchange does not have, or that not everybody has signed in time.
package struct MissingPaper: Sendable, Equatable {
  package let exchange: ExchangeCode
  package let kind: PaperKind
  /// The state that is not reached without it.
  package let state: Exchange.State
  /// Whether a paper of the kind is there.
  package let isThere: Bool
  /// Who has not signed it.
  package let unsigned: [PaperParty]
  /// Who signed after the step.
  package let late: [Paper.Signature]

  /// What is wrong, in words.
  package var lack: String {
    guard isThere else { return "is missing" }
    var parts: [String] = []
    if !unsigned.isEmpty {
      parts.append("is not signed by \(unsigned.map(\.rawValue).joined(separator: ", "))")
    }
    for signature in late {
      parts.append("is signed by \(signature.party.rawValue) only on \(signature.on)")
    }
    return parts.joined(separator: ", and ")
  }

  /// What to type.
  package var remedy: String {
    if !isThere { return "blues exchange paper add \(exchange) \(kind.kind) FILE" }
    if let party = unsigned.first {
      return "blues exchange paper sign \(exchange) \(kind.kind) \(party.rawValue) --on DATE"
    }
    let last = late.map(\.on).max()
    return "blues exchange \(state.verb) \(exchange) --on \(last?.iso ?? "DATE")"
  }

  /// The kind, what is wrong with a paper that is there, and the tag of the source, for a refusal;
  /// `rule show` has the whole source.
  var cited: String {
    "\(kind.kind)\(isThere ? ", which \(lack)" : "") (\(kind.tag))"
  }
}

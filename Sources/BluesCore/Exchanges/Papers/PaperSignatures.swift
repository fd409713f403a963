package import Basics

/// Who signed papers that are registered together, and when.
package struct PaperSignatures: Sendable {
  /// The day on which everyone signed whom a kind asks for.
  package let all: Day?
  package let named: [(party: PaperParty, on: Day)]

  package init(all: Day? = nil, named: [(party: PaperParty, on: Day)] = []) {
    self.all = all
    self.named = named
  }

  /// The signatures of each of several kinds: the parties that it asks for.
  ///
  /// A paper that is alone takes every party that is named.
  ///
  /// - Throws: `PaperProblem.signsNone` for a party that signs none of several.
  package func of(_ kinds: [PaperKind]) throws(PaperProblem) -> [[(party: PaperParty, on: Day)]] {
    if kinds.count > 1 {
      for (party, _) in named where !kinds.contains(where: { $0.signatures.contains(party) }) {
        throw .signsNone(party)
      }
    }
    return kinds.map { kind in
      let own = named.filter { kinds.count == 1 || kind.signatures.contains($0.party) }
      let rest = kind.signatures.filter { party in !own.contains { $0.party == party } }
      return own + (all.map { day in rest.map { ($0, day) } } ?? [])
    }
  }
}

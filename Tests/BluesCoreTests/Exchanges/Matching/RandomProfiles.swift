import Basics

@testable import BluesCore

/// Profiles made up by chance, poor in words so that scores are often equal.
struct RandomProfiles {
  var chance: SplitMix64
  let wordCount: Int

  /// A handful of hosts and visitors with exchanges between some of them.
  mutating func draw(_ most: Int) -> (drafts: [MatchDraft], exchanges: [MatchedBefore]) {
    var drafts: [MatchDraft] = []
    let hosts = 1 + chance.upTo(most)
    let visitors = 1 + chance.upTo(most)
    for id in 1...Int64(hosts + visitors) {
      drafts.append(profile(id, isHost: id <= hosts ? chance.upTo(9) > 0 : chance.upTo(9) == 0))
    }
    var exchanges: [MatchedBefore] = []
    let (some, others) = (drafts.filter { !$0.isHost }, drafts.filter(\.isHost))
    if !some.isEmpty, !others.isEmpty {
      for _ in 0..<chance.upTo(3) {
        exchanges.append(
          MatchedBefore(
            visitor: chance.pick(some).id, host: chance.pick(others).id,
            isFunded: chance.upTo(2) == 0))
      }
    }
    return (drafts, exchanges)
  }

  private mutating func profile(_ id: Int64, isHost: Bool) -> MatchDraft {
    var draft = isHost ? MatchDraft(host: id) : MatchDraft(visitor: id)
    draft.organisation = chance.upTo(6) == 0 ? Int64(1 + chance.upTo(3)) : id
    draft.country = chance.pick(["PL", "ES", "FR", "DE", "UK", "CH", "PL", "ES", nil])
    draft.category = chance.pick(["sme", "sme", "cluster", "support-organisation", "large-company"])
    draft.sectors = words(3)
    draft.technologies = words(4)
    draft.offers = words(3)
    draft.seeks = words(3)
    draft.languages = words(2)
    draft.preferred = chance.pick([nil, nil, "PL", "PL; fr", "es|De", "ES;PL;UK"])
    draft.assessment = chance.pick([nil, nil, nil, "accepted", "rejected"])
    draft.capacity = chance.pick([nil, nil, 0, 1, 2])
    let start = chance.upTo(60)
    if chance.upTo(4) > 0, let day = Day(iso: "2020-12-01") {
      draft.from = day.adding(days: start).iso
      if chance.upTo(4) > 0 {
        draft.to = day.adding(days: start + chance.pick([0, 2, 3, 4, 6, 9, 30])).iso
      }
    } else if chance.upTo(3) == 0 {
      draft.to = chance.pick(["2020-02-04", "2020-12-20", "2019-12-31"])
    }
    return draft
  }

  /// Words between two kinds of separators, some twice, some in capitals, some blank.
  private mutating func words(_ most: Int) -> String? {
    let count = chance.upTo(most + 1)
    guard count > 0 else { return chance.pick([nil, "", " ; "]) }
    return (0..<count).map { _ in
      let word = "água \(chance.upTo(wordCount))"
      return chance.pick([word, "\(word) ", "AGUA \(word.split(separator: " ")[1])"])
    }.joined(separator: chance.pick([";", "; ", "|"]))
  }
}

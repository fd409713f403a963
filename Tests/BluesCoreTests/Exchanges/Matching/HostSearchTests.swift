import Testing

@testable import BluesCore

@Suite struct `The search for hosts` {
  /// Every answer of the search against the naive one, pair for pair.
  private func compare(_ seeds: Range<Int>, words: Int, most: Int) throws {
    for seed in seeds { try compare(seed, words: words, most: most) }
  }

  private func compare(_ seed: Int, words: Int, most: Int) throws {
    var profiles = RandomProfiles(chance: SplitMix64(seed: seed), wordCount: words)
    let (drafts, exchanges) = profiles.draw(most)
    let catalogue = try MatchCatalogue.of(drafts, exchanges: exchanges)
    let naive = NaiveMatch(exchanges: exchanges)
    let hosts = drafts.filter(\.isHost)
    var search = HostSearch(catalogue, HostIndex(catalogue))
    for (place, visitor) in drafts.filter({ !$0.isHost }).enumerated() {
      let all = hosts.enumerated().filter { naive.fits(visitor, $0.element) }
        .map { (score: naive.score(visitor, $0.element), place: $0.offset) }
        .sorted { ($1.score, $0.place) < ($0.score, $1.place) }
      for top in [1, 3, 100] {
        let found = search.best(top, of: place)
        #expect(found.map(\.score) == all.prefix(top).map(\.score), "seed \(seed)")
        #expect(found.map(\.place) == all.prefix(top).map(\.place), "seed \(seed)")
      }
      for (index, host) in hosts.enumerated() {
        let pair = MatchAssessment(catalogue, visitor: place, host: index)
        #expect(pair.score(catalogue.weights) == naive.score(visitor, host), "seed \(seed)")
        #expect(pair.blocks.isEmpty == naive.fits(visitor, host), "seed \(seed)")
        #expect(pair.days == naive.days(visitor, host), "seed \(seed)")
      }
    }
  }

  @Test(arguments: Trials.seeds(40))
  func `it gives the naive answer, pair for pair`(_ batch: Int) throws {
    try compare(batch * 50..<batch * 50 + 50, words: 6, most: 6)
  }

  @Test(arguments: Trials.seeds(10))
  func `more than 64 tags change nothing`(_ batch: Int) throws {
    try compare(5_000 + batch * 4..<5_004 + batch * 4, words: 300, most: 20)
  }

  @Test func `equal scores go to the host that was registered first`() throws {
    let hosts = [7, 3, 9, 5].map { MatchDraft(host: $0) }
    let catalogue = try MatchCatalogue.of(hosts + [MatchDraft(visitor: 1)])
    var search = HostSearch(catalogue, HostIndex(catalogue))
    let found = search.best(3, of: 0)
    #expect(found.map { catalogue.hosts[$0.place].id } == [3, 5, 7])
    // Both are SMEs, and every day is free.
    #expect(found.map(\.score) == [1_500, 1_500, 1_500])
  }

  @Test func `figures of the project count`() throws {
    var host = MatchDraft(host: 1)
    host.languages = "pl; en"
    var visitor = MatchDraft(visitor: 2)
    visitor.languages = "EN"
    let book = try RuleBook.standard.overriding(
      "match-weights", figure: "languages", value: "60", reason: "our choice")
    let catalogue = try MatchCatalogue.of([host, visitor], book: book)
    var search = HostSearch(catalogue, HostIndex(catalogue))
    #expect(search.best(1, of: 0).map(\.score) == [7_500])
    #expect(throws: ProgrammeProblem.self) {
      try MatchWeights(
        book.overriding("match-weights", figure: "dates", value: "1001", reason: "too many"))
    }
  }

  @Test func `the weights make a hundred points`() throws {
    #expect(try MatchWeights(.standard).most == 10_000)
    #expect(try MatchWeights(.standard).capacity == 1)
  }

  @Test func `what is left of a division is dropped`() {
    #expect(MatchWeights.share(40, 2, of: 3) == 2_666)
    #expect(MatchWeights.share(25, 1, of: 7) == 357)
    #expect(MatchWeights.share(25, 0, of: 0) == 0)
  }

  @Test func `a stay of three days is worth half the dates`() throws {
    var host = MatchDraft(host: 1)
    (host.from, host.to) = ("2021-03-01", "2021-03-31")
    for (to, score) in [("2021-03-02", nil), ("2021-03-03", 1_000), ("2021-03-05", 1_500)] {
      var visitor = MatchDraft(visitor: 2)
      (visitor.from, visitor.to) = ("2021-02-25", to)
      let catalogue = try MatchCatalogue.of([host, visitor])
      var search = HostSearch(catalogue, HostIndex(catalogue))
      #expect(search.best(1, of: 0).map(\.score) == (score.map { [$0] } ?? []), "\(to)")
    }
  }
}

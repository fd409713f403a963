internal import ArgumentParser
internal import BluesCore
internal import Documents

extension ExchangeCommand {
  struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "match",
      abstract: "Rank the matches of hosts and visitors, with the reasons.",
      discussion: examples(
        "blues exchange match \"Aguas del Norte\" --top 5",
        "blues exchange match O4 --blocked",
        "blues exchange match --host \"Wodny Klaster\"",
        "blues exchange match --all --top 10 --format json",
        "blues exchange match --assign -o proposals.csv",
        note: """
          The maximum is 100 points: sectors and technologies in common 40, offers that meet needs \
          25, a language in common 15, dates 10, a preferred country 5, the same type 5 (rule \
          match-weights). Pairs that a rule blocks are left out; --blocked shows why. `blues \
          exchange propose --file` reads the file of --assign.
          """))

    @Argument(help: "The visitor: id, name, or a unique part of its name.")
    var visitor: String?
    @Option(help: "Rank the visitors for this host instead.")
    var host: String?
    @Flag(help: "Rank the hosts for every visitor.")
    var all = false
    @Flag(help: "Match all visitors and hosts at once, for the most points in all.")
    var assign = false
    @Option(help: "How many matches to show for each.")
    var top = 10
    @Flag(help: "Also list matches that a rule blocks, and name the rule.")
    var blocked = false
    @Option(
      name: .customLong("most-per-partner"),
      help: "The maximum number of visitors of one managing partner.")
    var mostPerPartner: Int?
    @Option(
      name: .customLong("most-per-country"),
      help: "The maximum number of visits to one country.")
    var mostPerCountry: Int?
    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      let asked = [visitor != nil, host != nil, all, assign].count { $0 }
      guard asked == 1 else {
        throw ValidationError("Name a visitor, or give one of --host, --all and --assign.")
      }
      guard top >= 1 else { throw ValidationError("--top takes a number from 1 up.") }
      guard assign || (mostPerPartner == nil && mostPerCountry == nil) else {
        throw ValidationError("--most-per-partner and --most-per-country go with --assign.")
      }
      guard (mostPerPartner ?? 0) >= 0, (mostPerCountry ?? 0) >= 0 else {
        throw ValidationError("A limit is a number from 0 up.")
      }
      guard !(assign && blocked) else {
        throw ValidationError("--blocked goes with a visitor, --host or --all.")
      }
    }

    func run() throws {
      let store = try store.toRead(for: output)
      let matches = try store.matches()
      if let visitor {
        let profile = try store.matchedProfile(visitor, as: .visitor)
        let place = try matches.place(of: profile)
        try show(
          profile, matches.hosts(for: place, top: top),
          blocked ? matches.nearMisses(of: place, top: top) : nil)
      } else if let host {
        let profile = try store.matchedProfile(host, as: .host)
        let place = try matches.place(of: profile)
        try show(
          profile, matches.visitors(for: place, top: top),
          blocked ? matches.nearMisses(ofHost: place, top: top) : nil)
      } else if assign {
        try output.show(
          MatchPage.proposals(
            try matches.assigned(mostPerPartner: mostPerPartner, mostPerCountry: mostPerCountry),
            isPage: isPage))
      } else {
        try showAll(matches)
      }
    }

    private var isPage: Bool { output.features.contains(.page) }

    private func show(_ profile: MatchedProfile, _ found: [Match], _ misses: [Match]?) throws {
      if isPage { return try output.show(MatchPage.page(of: profile, found, misses)) }
      let isOneTable = output.features.contains(.oneTable)
      try output.show(
        isOneTable ? MatchPage.data(found + (misses ?? []), nil) : MatchPage.data(found, misses))
    }

    /// Many thousand matches are written as they are made.
    private func showAll(_ matches: Matches) throws {
      let noun = blocked ? "near_misses" : "matches"
      guard output.features.contains(.streamed) else {
        let all = matches.all(top: top, areBlocked: blocked)
        return try output.show(MatchPage.table(all, noun: noun, isPage: isPage))
      }
      let isNested = output.features.contains(.nested)
      let rows = MatchRows(
        matches, top: top, areBlocked: blocked, separator: isNested ? "\n" : "; ")
      try output.stream { stream in
        let sink = try output.sink(MatchPage.layout(noun: noun), to: stream)
        try rows.forEach { try sink.write($0) }
        try sink.finish()
      }
    }
  }
}

import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `Matches and near misses` {
  let store: Store

  init() throws {
    store = try Store.blues(on: "2021-03-31")
    for (name, country) in [("Aqua", "ES"), ("Woda", "PL"), ("Wasser", "DE"), ("Aigua", "ES")] {
      _ = try store.organisations.add(name, .init(country: .init(country)))
    }
    var visitor = Profiles.Draft(role: .visitor, category: "sme")
    visitor.sectors = "Water; energy"
    visitor.languages = "en"
    visitor.seeks = "membranes"
    visitor.availableTo = try .of("2021-04-09")
    _ = try store.profiles.add("Aqua", visitor)
    var host = Profiles.Draft(role: .host, category: "sme")
    host.sectors = "water|pumps"
    host.languages = "EN; pl"
    host.offers = "Membranes; tests"
    host.seeks = "capital"
    host.availableFrom = try .of("2021-03-29")
    _ = try store.profiles.add("Woda", host)
    host.languages = nil
    _ = try store.profiles.add("Wasser", host)
    _ = try store.profiles.add("Aigua", host)
  }

  private func hosts(_ matches: Matches) throws -> [Match] {
    matches.hosts(for: try matches.place(of: store.matchedProfile("aqua", as: .visitor)), top: 10)
  }

  @Test func `a match says what it is worth and why`() throws {
    let found = try hosts(store.matches())
    #expect(found.map(\.host) == ["Woda", "Wasser"])
    #expect(found.map(\.score) == [6_250, 4_250 + 500])
    let match = try #require(found.first)
    #expect(match.visitor == "Aqua")
    #expect(match.visitorCode == "O1")
    #expect(match.hostCode == "O2")
    #expect(match.hostCountry == "PL")
    #expect(match.from == (try .of("2021-03-29")))
    #expect(match.to == (try .of("2021-04-09")))
    #expect(match.stay == (try .of("2021-03-31"))...(try .of("2021-04-07")))
    #expect(
      match.reasons == [
        "The host has 1 of the visitor's 2 sectors and technologies: Water (20 of 40 points).",
        "Both speak en (15 of 15 points).",
        "The other side offers 1 of 2 things sought: membranes (12.5 of 25 points).",
        "The common window has 5 working days, which earn the whole lump sum "
          + "(10 of 10 points).", "Both are of the type sme (5 of 5 points).",
        "Both still have to show their clusters on ECCP.",
      ])
    #expect(match.blocks == [])
  }

  @Test func `near misses name every rule that keeps them apart`() throws {
    _ = try store.exchanges.propose(
      host: "Woda", visitor: "Aqua", from: .of("2021-03-29"), to: .of("2021-03-31"))
    let matches = try store.matches()
    #expect(try hosts(matches) == [])
    let place = try matches.place(of: store.matchedProfile("Aqua", as: .visitor))
    let misses = matches.nearMisses(of: place, top: 2)
    #expect(misses.map(\.host) == ["Woda", "Wasser"])
    #expect(
      misses.map(\.blocks) == [
        [
          "The visitor already has a funded visit. (one-funded-visit)",
          "The two already have an exchange. (pair-known)",
          "The host's only place is taken. (capacity)",
        ], ["The visitor already has a funded visit. (one-funded-visit)"],
      ])
    #expect(
      matches.nearMisses(of: place, top: 3).last?.blocks == [
        "Both are registered in Spain. (countries-differ)",
        "The visitor already has a funded visit. (one-funded-visit)",
      ])
    let host = try matches.place(of: store.matchedProfile("Wasser", as: .host))
    #expect(matches.visitors(for: host, top: 5) == [])
    #expect(matches.nearMisses(ofHost: host, top: 5).map(\.visitor) == ["Aqua"])
  }

  @Test func `a cancelled exchange keeps nobody apart`() throws {
    let exchange = try store.exchanges.propose(
      host: "Woda", visitor: "Aqua", from: .of("2021-03-29"), to: .of("2021-03-31"))
    _ = try store.exchanges.cancel(
      exchange.exchange.code, on: .of("2021-03-31"), because: "the host is closed")
    #expect(try hosts(store.matches()).map(\.host) == ["Woda", "Wasser"])
  }

  @Test func `days that are over count no more, and a window that ended is told`() throws {
    let late = store.acting(try .test(on: "2021-04-07"))
    let match = try #require(try hosts(late.matches()).first)
    #expect(match.stay == (try .of("2021-04-07"))...(try .of("2021-04-09")))
    #expect(
      match.reasons.contains("The common window has only 3 working days (5 of 10 points)."))
    let over = try store.acting(try .test(on: "2021-04-10")).matches()
    #expect(try hosts(over) == [])
    let place = try over.place(of: store.matchedProfile("Aqua", as: .visitor))
    #expect(
      over.nearMisses(of: place, top: 1).map(\.blocks)
        == [["The window of the visitor ended on 2021-04-09. (window)"]])
    #expect(try over.assigned().visitors == 0)
  }

  @Test func `a host whose category the rule does not name is to be confirmed`() throws {
    try store.set("UPDATE profile SET category = 'public-authority' WHERE role = 'host'")
    let match = try #require(try hosts(store.matches()).first)
    #expect(match.blocks == [])
    #expect(match.summary.last == "to be confirmed: host-category")
    #expect(
      match.reasons.contains(
        "To be confirmed: the host is of the type public-authority; on 2021-03-31 a host must be "
          + "one of cluster, support-organisation, sme (host-category), unless the Agency agrees."))
  }

  @Test func `an organisation that is not registered is named`() throws {
    #expect(throws: ProfileProblem.noProfile("Woda", role: .visitor)) {
      try store.matchedProfile("Woda", as: .visitor)
    }
  }

  @Test func `a host sees its visitors as they see it`() throws {
    let matches = try store.matches()
    let host = try matches.place(of: store.matchedProfile("Woda", as: .host))
    #expect(matches.visitors(for: host, top: 1) == Array(try hosts(matches).prefix(1)))
    #expect(matches.catalogue.visitors.count { $0.blocks.isEmpty } == 1)
    #expect(matches.catalogue.hosts.count { $0.blocks.isEmpty } == 3)
  }

  @Test func `rows of many visitors are the matches, in their order`() throws {
    var profiles = RandomProfiles(chance: SplitMix64(seed: 3), wordCount: 30)
    var drafts: [MatchDraft] = []
    while drafts.count(where: { !$0.isHost }) < 700 {
      for var draft in profiles.draw(40).drafts {
        draft.id = Int64(drafts.count + 1)
        draft.organisation = draft.id
        drafts.append(draft)
      }
    }
    let matches = Matches(catalogue: try .of(drafts), today: try .of("2020-12-01"))
    var rows: [[String?]] = []
    try MatchRows(matches, top: 3, areBlocked: false, separator: "\n").forEach { row in
      rows.append(
        row.map { $0.baseAddress == nil ? nil : String(decoding: $0, as: UTF8.self) })
    }
    let wanted = matches.all(top: 3, areBlocked: false).map { match in
      let sides: [String?] = [
        match.visitor, match.visitorCode, match.visitorCountry, match.host, match.hostCode,
        match.hostCountry,
      ]
      let days: [String?] = [
        match.from?.iso, match.to?.iso, match.stay?.lowerBound.iso, match.stay?.upperBound.iso,
      ]
      let score: [String?] = [MatchScore.text(match.score)]
      let reasons: [String?] = [match.reasons.joined(separator: "\n"), ""]
      return sides + score + days + reasons
    }
    #expect(rows.count > 700)
    #expect(rows == wanted)
    #expect(MatchRows.columns == Match.fields.map(\.column.name))
  }
}

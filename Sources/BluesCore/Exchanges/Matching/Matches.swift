internal import Basics

/// Hosts and visitors compared with each other: who fits whom, and why.
package struct Matches: Sendable {
  let catalogue: MatchCatalogue
  /// Stays are looked for from this day on.
  let today: Day

  /// The best hosts of a visitor.
  package func hosts(for visitor: Int, top: Int) -> [Match] {
    var search = HostSearch(catalogue, HostIndex(catalogue))
    return search.best(top, of: visitor).map { told(visitor, $0.place) }
  }

  /// The best visitors for a host.
  package func visitors(for host: Int, top: Int) -> [Match] {
    best(top, among: catalogue.visitors.indices) {
      pair(host: host, visitor: $0)
    } where: {
      $0.blocks.isEmpty
    }.map { told($0, host) }
  }

  /// The hosts that would be the best for a visitor, were they not kept apart.
  package func nearMisses(of visitor: Int, top: Int) -> [Match] {
    blockedHosts(of: visitor, top: top).map { told(visitor, $0) }
  }

  /// The best hosts of every visitor, or its near misses, visitor after visitor.
  package func all(top: Int, areBlocked: Bool) -> [Match] {
    var search = HostSearch(catalogue, HostIndex(catalogue))
    return catalogue.visitors.indices.flatMap { visitor in
      let places =
        areBlocked
        ? blockedHosts(of: visitor, top: top) : search.best(top, of: visitor).map(\.place)
      return places.map { told(visitor, $0) }
    }
  }

  func blockedHosts(of visitor: Int, top: Int) -> [Int] {
    best(top, among: catalogue.hosts.indices) {
      pair(host: $0, visitor: visitor)
    } where: {
      !$0.blocks.isEmpty
    }
  }

  /// The visitors that would be the best for a host, were they not kept apart.
  package func nearMisses(ofHost host: Int, top: Int) -> [Match] {
    best(top, among: catalogue.visitors.indices) {
      pair(host: host, visitor: $0)
    } where: {
      !$0.blocks.isEmpty
    }.map { told($0, host) }
  }

  private func pair(host: Int, visitor: Int) -> MatchAssessment {
    MatchAssessment(catalogue, visitor: visitor, host: host)
  }

  private func told(_ visitor: Int, _ host: Int) -> Match {
    catalogue.match(pair(host: host, visitor: visitor), from: today)
  }

  private func best(
    _ top: Int, among places: Range<Int>, _ pair: (Int) -> MatchAssessment,
    where takes: (MatchAssessment) -> Bool
  ) -> [Int] {
    var few = TopK(top)
    for place in places {
      let found = pair(place)
      if takes(found) { few.offer(found.score(catalogue.weights), place) }
    }
    return few.sorted.map(\.place)
  }
}

extension Matches {
  /// The place of an organisation's profile among the visitors or the hosts.
  package func place(of profile: MatchedProfile) throws -> Int {
    let profiles = profile.role == .host ? catalogue.hosts : catalogue.visitors
    guard let place = catalogue.place(of: profile.id, in: profiles) else {
      throw ProfileProblem.noProfile(profile.name, role: profile.role)
    }
    return place
  }
}

/// A profile that matches are asked for.
package struct MatchedProfile: Sendable, Equatable {
  package let role: Profile.Role
  package let name: String
  let id: Int64
}

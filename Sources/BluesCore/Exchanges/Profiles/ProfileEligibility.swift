package import Basics

/// Whether a host or visitor may take part: worked out from the rules, and told rule by rule.
package struct ProfileEligibility: Sendable {
  /// How a profile stands to one rule.
  package enum Verdict: String, Sendable, CaseIterable {
    case kept, broken
    /// Still to be shown, or to be confirmed by the Agency.
    case open
  }

  /// How a profile stands to all rules.
  package enum Outcome: String, Sendable, CaseIterable {
    case eligible, open
    case notEligible = "not eligible"
  }

  /// What one rule says of a profile.
  package struct Statement: Sendable, Equatable {
    /// The id of the rule.
    package let rule: String
    package let message: String
    /// The first source of the rule, in words.
    package let source: String
    package let verdict: Verdict
  }

  private let book: RuleBook
  private let country: Rule
  private let visitorCategory: Rule
  private let hostCategories: [Rule]
  private let membership: Rule
  private let approval: Rule
  private let assessment: Rule
  /// The day that profiles without a window are looked at on.
  private let day: Day

  /// The day is today, or the nearest day of the project where that is over or has not begun.
  package init(book: RuleBook, today: Day, project: ClosedRange<Day>? = nil) throws {
    self.book = book
    country = try book.rule("eligible-country")
    visitorCategory = try book.rule("visitor-category")
    hostCategories = try [book.rule("host-category"), book.rule("host-category-2022")]
    membership = try book.rule("eccp-membership")
    approval = try book.rule("host-approval")
    assessment = try book.rule("profile-assessment")
    day = project.map { min(max(today, $0.lowerBound), $0.upperBound) } ?? today
  }

  /// What the rules say of a profile on the first day it is available.
  package func statements(of profile: Profile) throws -> [Statement] {
    try statements(of: profile, memberships: profile.clusters, on: profile.availableFrom ?? day)
  }

  /// What the rules say of a profile on a day; memberships are in clusters of the partnership.
  package static func statements(
    of profile: Profile, memberships: [String], book: RuleBook, on day: Day
  ) throws -> [Statement] {
    try ProfileEligibility(book: book, today: day)
      .statements(of: profile, memberships: memberships, on: day)
  }

  /// All rules taken together.
  package static func outcome(of statements: [Statement]) -> Outcome {
    if statements.contains(where: { $0.verdict == .broken }) { return .notEligible }
    return statements.contains { $0.verdict == .open } ? .open : .eligible
  }

  private func statements(
    of profile: Profile, memberships: [String], on day: Day
  ) throws -> [Statement] {
    [countryTakesPart(profile, day), try categoryFits(profile, day)]
      + belongsToCluster(profile, memberships) + [assessed(profile)]
  }

  private func countryTakesPart(_ profile: Profile, _ day: Day) -> Statement {
    guard let code = profile.country.flatMap({ CountryCode($0) }) else {
      return country.statement("The country of registration is not known.", .open)
    }
    return switch book.eligibility(of: code, on: day) {
    case .eligible: country.statement("\(code.englishName) takes part in \(book.programme).", .kept)
    case .notEligible:
      country.statement(
        "\(code.englishName) does not take part in \(book.programme) on \(day).", .broken)
    case .toBeConfirmed(let why, _):
      country.statement("The Agency confirms \(code.englishName). \(why)", .open)
    }
  }

  /// A host of another category is asked for, a visitor of one is refused.
  private func categoryFits(_ profile: Profile, _ day: Day) throws -> Statement {
    let rule =
      profile.role == .visitor
      ? visitorCategory : hostCategories.first { $0.isInForce(on: day) } ?? hostCategories[0]
    guard !profile.category.isEmpty else {
      return rule.statement("The kind of organisation is not known.", .open)
    }
    let allowed = try rule.text("categories")
    let isAllowed = allowed.split(separator: ",").contains { $0.trimmed == profile.category }
    if isAllowed {
      return rule.statement(
        "A \(profile.role.rawValue) can be of the kind \(profile.category).", .kept)
    }
    return profile.role == .visitor
      ? rule.statement(
        "A visitor must be of the kind \(allowed), not \(profile.category).", .broken)
      : rule.statement(
        "The Agency confirms a host of the kind \(profile.category) on \(day).", .open)
  }

  private func belongsToCluster(_ profile: Profile, _ memberships: [String]) -> [Statement] {
    guard ["sme", "support-organisation"].contains(profile.category) else { return [] }
    if let eccp = profile.eccp {
      return [membership.statement("It belongs to \(eccp), which is profiled on ECCP.", .kept)]
    }
    if !memberships.isEmpty {
      let clusters = memberships.joined(separator: ", ")
      return [membership.statement("It is a member of the cluster of \(clusters).", .kept)]
    }
    return profile.role == .visitor
      ? [membership.statement("Its cluster with a profile on ECCP is not named.", .open)]
      : [
        approval.statement(
          "A host outside the clusters profiled on ECCP needs the Agency's approval first.",
          .open)
      ]
  }

  private func assessed(_ profile: Profile) -> Statement {
    let on = profile.assessedOn.map { " on \($0)" } ?? ""
    return switch profile.assessment {
    case .accepted: assessment.statement("Accepted\(on).", .kept)
    case .rejected:
      assessment.statement(
        "Rejected\(on): \(profile.assessmentNote ?? "no reason given")", .broken)
    case nil: assessment.statement("Not assessed yet.", .open)
    }
  }
}

extension Rule {
  fileprivate func statement(
    _ message: String, _ verdict: ProfileEligibility.Verdict
  ) -> ProfileEligibility.Statement {
    ProfileEligibility.Statement(
      rule: id, message: message, source: breach(message).source, verdict: verdict)
  }
}

extension Profiles {
  /// The rules as this project holds profiles against them.
  package func eligibility() throws -> ProfileEligibility {
    let (project, book) = try store.read { db in
      (try Project.fetch(db), try RuleBook.inForce(db))
    }
    return try ProfileEligibility(
      book: book, today: store.invocation.today,
      project: project.start...max(project.start, project.end))
  }
}

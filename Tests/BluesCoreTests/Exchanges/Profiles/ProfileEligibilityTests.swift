import Basics
import Testing

@testable import BluesCore

@Suite struct `Eligibility of hosts and visitors` {
  let store: Store

  init() throws { store = try Store.blues(on: "2021-03-31") }

  /// The verdicts on a profile of a list: `rule verdict`.
  func verdicts(_ row: String) throws -> [String] {
    try store.importList(
      .profiles, "role,organisation,country,type,eccp,cluster,available_from\n\(row)\n")
    let explained = try store.profiles.explained(store.profiles.all())
    return explained[0].statements.map { "\($0.rule) \($0.verdict)" } + [
      explained[0].outcome.rawValue
    ]
  }

  @Test(arguments: [
    ("visitor,A,ES,sme,,AV,", "kept", "visitor-category kept", "eccp-membership kept", "open"),
    ("visitor,A,ES,sme,Agua,,", "kept", "visitor-category kept", "eccp-membership kept", "open"),
    ("visitor,A,ES,sme,,,", "kept", "visitor-category kept", "eccp-membership open", "open"),
    ("host,A,ES,sme,,,", "kept", "host-category kept", "host-approval open", "open"),
    ("host,A,ES,university,,NP,", "kept", "host-category kept", "eccp-membership kept", "open"),
    ("visitor,A,ES,cluster,,,", "kept", "visitor-category kept", "", "open"),
    ("visitor,A,ES,large company,,,", "kept", "visitor-category broken", "", "not eligible"),
    ("visitor,A,ES,,,,", "kept", "visitor-category open", "", "open"),
    ("host,A,ES,large company,,,", "kept", "host-category open", "", "open"),
    ("host,A,ES,large company,,,2022-02-01", "kept", "host-category-2022 kept", "", "open"),
    ("visitor,A,CH,cluster,,,", "broken", "visitor-category kept", "", "not eligible"),
    ("visitor,A,UK,cluster,,,", "open", "visitor-category kept", "", "open"),
    ("visitor,A,,cluster,,,", "open", "visitor-category kept", "", "open"),
    ("visitor,A,ES,cluster,,,2023-01-01", "broken", "visitor-category kept", "", "not eligible"),
  ])
  func `each rule gives its verdict`(
    _ row: String, _ country: String, _ category: String, _ membership: String, _ outcome: String
  ) throws {
    let rules = ["eligible-country \(country)", category, membership, "profile-assessment open"]
    #expect(try verdicts(row) == rules.filter { !$0.isEmpty } + [outcome])
  }

  @Test func `every statement names its rule and source`() throws {
    _ = try verdicts("host,A,CH,sme,,,")
    let statements = try store.profiles.explained(store.profiles.all())[0].statements
    #expect(
      statements.map(\.message) == [
        "Switzerland does not take part in COSME on 2021-03-31.",
        "A host can be of the kind sme.",
        "A host outside the clusters profiled on ECCP needs the Agency's approval first.",
        "Not assessed yet.",
      ])
    for statement in statements {
      let rule = try RuleBook.standard.rule(statement.rule)
      #expect(statement.source == rule.breach("").source)
      #expect(statement.source != "unknown source")
    }
  }

  @Test func `an accepted profile is eligible, a rejected one is not, and undo knows neither`()
    throws
  {
    _ = try verdicts("visitor,A,ES,sme,,AV,")
    let before = try store.dump()
    let day = try Day.of("2021-03-15")
    let accepted = try store.profiles.assess("A", as: .visitor, .accepted, on: day)
    #expect(accepted.assessedOn == day)
    #expect(try store.profiles.explained([accepted])[0].outcome == .eligible)
    let rejected = try store.profiles.assess(
      "A", as: .visitor, .rejected, on: .of("2021-03-20"), because: "Too small")
    #expect(rejected.assessmentNote == "Too small")
    let explained = try store.profiles.explained([rejected])[0]
    #expect(explained.outcome == .notEligible)
    #expect(explained.statements.last?.message == "Rejected on 2021-03-20: Too small")
    let again = try store.profiles.assess("A", as: .visitor, .accepted, on: .of("2021-03-21"))
    #expect(again.assessmentNote == nil)
    for _ in 1...3 { _ = try store.history.undo() }
    #expect(try store.dump() == before)
  }

  @Test func `a rejection has its reason, and no decision lies in the future`() throws {
    _ = try verdicts("visitor,A,ES,sme,,AV,")
    #expect(throws: ProfileProblem.reasonMissing) {
      try store.profiles.assess("A", as: .visitor, .rejected, on: .of("2021-03-20"), because: " ")
    }
    let tomorrow = try Day.of("2021-04-01")
    let problem = ProfileProblem.inTheFuture(tomorrow, today: store.invocation.today)
    #expect(throws: problem) {
      try store.profiles.assess("A", as: .visitor, .accepted, on: tomorrow)
    }
    #expect(
      problem.message == "An assessment cannot be dated 2021-04-01: today is 2021-03-31.")
    #expect(throws: ProfileProblem.noProfile("A", role: .host)) {
      try store.profiles.assess("A", as: .host, .accepted, on: .of("2021-03-20"))
    }
  }

  @Test func `after the project's end a profile is looked at on its last day`() throws {
    _ = try verdicts("visitor,A,ES,cluster,,,")
    let later = try store.on("2026-01-01").profiles
    #expect(try later.explained(later.all())[0].outcome == .open)
  }

  @Test func `the kinds of activity are those of the rule book`() throws {
    let types = try RuleBook.standard.rule("activity-types").text("types")
    #expect(ActivityWords.known == types)
    for type in types.split(separator: ",") {
      #expect(ActivityWords.code(type.trimmed) == type.trimmed)
    }
    let categories = try CodeList.named("organisation-category")
    for category in categories.values {
      #expect(CategoryWords.category(category.code) == category.code)
      #expect(CategoryWords.category(category.label) == category.code)
    }
  }

  @Test func `contacts' organisations are registered in one step, each once`() throws {
    try store.importContacts(
      Store.firstList + "4,Aguas Sur,Dora León,dora@example.org,,Teruel,\n", Store.listRequest)
    _ = try store.contacts.add(ContactDraft([.email: "e@example.org"]))
    _ = try store.profiles.add("Aguas Norte", .init(role: .host, category: "sme"))
    let before = try store.dump()
    var draft = Profiles.Draft(role: .host, category: "sme")
    draft.seeks = "plasma"
    let registered = try store.profiles.add(contacts: ["C1", "C2", "C3", "C4", "C5"], draft)
    #expect(registered.profiles.map(\.organisation) == ["Aguas Sur", "Ríos Altos"])
    #expect(registered.profiles.map(\.city) == ["Huesca", "Jaca"])
    #expect(registered.profiles.map(\.partner) == ["ZINNAE", "ZINNAE"])
    #expect(registered.alreadyThere == 1)
    #expect(registered.withoutOrganisation == 1)
    _ = try store.history.undo()
    #expect(try store.dump() == before)
  }
}

import BluesCore
import Testing

/// One kind of change that a person can make, to be undone and redone by the tests.
struct Change: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let make: @Sendable (Store) throws -> Void

  init(_ name: String, _ make: @escaping @Sendable (Store) throws -> Void) {
    testDescription = name
    self.make = make
  }

  /// Every kind of change there is, for a project as `Store.rich` has it.
  static let all: [Change] = plan + steps + people + exchanges + imports

  private static let plan = [
    Change("work package add") { _ = try $0.workPackages.add(.init("WP6"), ["lead": "AV"]) },
    Change("work package set") { _ = try $0.workPackages.set(.init("WP1"), ["title": "New"]) },
    Change("work package remove") { try $0.workPackages.remove(.init("WP5")) },
    Change("task add") { _ = try $0.tasks.add(.init("T2.1"), ["title": "Fairs"]) },
    Change("task set") { _ = try $0.tasks.set(.init("T1.1"), ["lead": "AV"]) },
    Change("task remove") { try $0.tasks.remove(.init("T1.1")) },
    Change("deliverable add") {
      _ = try $0.deliverables.add(.init("D3.9"), ["type": "R", "level": "PU", "due": "M9"])
    },
    Change("deliverable set") { _ = try $0.deliverables.set(.init("D1.1"), ["due": "M7"]) },
    Change("deliverable remove") { try $0.deliverables.remove(.init("D1.2")) },
    Change("milestone add") {
      _ = try $0.milestones.add(.init("MS3"), ["work_packages": "WP1; WP2", "leads": "AV; NP"])
    },
    Change("milestone set") {
      _ = try $0.milestones.set(.init("MS1"), ["work_packages": "WP2; WP3", "leads": "BNPT"])
    },
    Change("milestone remove") { try $0.milestones.remove(.init("MS1")) },
    Change("rate set") {
      _ = try $0.exchangeRates.set(
        .pln, in: "RP1", to: try #require(ExactRate("4.4430".utf8)), because: "Auditor")
    },
    Change("payment add") {
      _ = try $0.grantPayments.add(
        .init("PAY1"), ["kind": "interim", "amount": "100", "partner": "NP"])
    },
    Change("period lock") {
      _ = try $0.periodCheck.lock("RP1", on: $0.invocation.today, because: "Early")
    },
    Change("amend") {
      _ = try $0.baselines.amend(
        start: .of("2020-03-01"), end: .of("2022-02-28"), reason: "Late start",
        on: $0.invocation.today)
    },
  ]

  private static let steps = [
    Change("submit") { _ = try $0.deliverables.submit(.init("D1.1"), on: $0.invocation.today) },
    Change("accept") { _ = try $0.deliverables.accept(.init("D1.2"), on: $0.invocation.today) },
    Change("reject") {
      _ = try $0.deliverables.reject(.init("D1.2"), on: $0.invocation.today, note: "Table 3")
    },
    Change("postpone") {
      _ = try $0.deliverables.postpone(
        .init("D1.1"), to: .day(.of("2020-12-24")), because: "Illness", on: $0.invocation.today)
    },
    Change("achieve") { _ = try $0.milestones.achieve(.init("MS1"), on: $0.invocation.today) },
    Change("forecast") { _ = try $0.milestones.forecast(.init("MS1"), for: .of("2021-01-31")) },
  ]

  private static let people = [
    Change("partner add") { _ = try $0.partners.add(.init("NEW"), ["name": "New one"]) },
    Change("partner set") { _ = try $0.partners.set(.init("AV"), ["city": "Nîmes"]) },
    Change("organisation add") {
      _ = try $0.organisations.add("Third", .init(country: .init("PL"), cluster: "MCICT"))
    },
    Change("organisation set") {
      _ = try $0.organisations.set("Aguas Norte", .init(shortName: "AN", cluster: "AV"))
    },
    Change("contact add") {
      _ = try $0.contacts.add(
        ContactDraft([.organisation: "Fourth", .email: "d@example.org"], partner: "NP"))
    },
    Change("contact set") {
      _ = try $0.contacts.set("ana@example.org", ContactDraft([.city: "Teruel", .phone: ""]))
    },
    Change("contact merge") { _ = try $0.contacts.merge("C1", with: ["C2", "C3"]) },
    Change("contact distinct") { _ = try $0.contacts.distinct("C1", "C2") },
    Change("organisation merge") {
      _ = try $0.organisations.merge("Plasma Nord", with: ["Plasma Süd"])
    },
    Change("organisation distinct") { _ = try $0.organisations.distinct("O1", "O2") },
  ]

  private static let exchanges = [
    Change("profile add") {
      _ = try $0.profiles.add("Aguas Norte", .init(role: .host, category: "sme"))
    },
    Change("profile set") {
      var draft = Profiles.Draft(role: .host)
      draft.offers = "A pilot plant"
      draft.cluster = "AV"
      _ = try $0.profiles.set("Plasma Nord", draft)
    },
    Change("profile reject") {
      _ = try $0.profiles.assess(
        "Plasma Nord", as: .host, .rejected, on: $0.invocation.today, because: "Too late")
    },
    Change("profiles from contacts") {
      _ = try $0.profiles.add(contacts: ["C1", "C2"], .init(role: .host, category: "sme"))
    },
    Change("propose") {
      _ = try $0.exchanges.propose(
        host: "Plasma Nord", visitor: "Aguas Norte", from: .of("2020-10-05"),
        to: .of("2020-10-09"), mode: .virtual)
    },
    Change("set the distance") {
      _ = try $0.exchanges.set(.init("EX-001"), .distance(640, because: "Map"))
    },
    Change("rule set") {
      _ = try $0.ruleFigures.set("minimum-stay", "working_days", to: "4", because: "Annex 1")
    },
    Change("apply") { try $0.exchanges.take(.applied, .init("EX-001"), on: $0.invocation.today) },
    Change("paper add") {
      _ = try $0.papers.add(
        .init("EX-001"), .kept("quality-commitment", signed: [.host], on: $0.invocation.today))
    },
    Change("paper sign") {
      _ = try $0.papers.sign(
        .init("EX-001"), .named("application-host"), .host, on: $0.invocation.today)
    },
    Change("paper remove") { _ = try $0.papers.remove(.init("EX-001"), 1) },
    Change("start") { _ = try $0.exchanges.start(.init("EX-002"), on: $0.invocation.today) },
    Change("complete") { _ = try $0.exchanges.complete(.init("EX-003"), on: $0.invocation.today) },
    Change("cancel") {
      _ = try $0.exchanges.cancel(.init("EX-001"), on: $0.invocation.today, because: "Closed")
    },
  ]

  private static let imports = [
    Change("contact import") { try $0.importContacts(Store.nextList, Store.listRequest) },
    Change("deliverable import") {
      try $0.importList(
        .deliverables,
        "code,title,due,state,submitted_on\nD1.1,New,M6,,\nD4.1,Web,M2,submitted,2020-03-31\n")
    },
    Change("milestone import") {
      try $0.importList(
        .milestones, "code,title,wps,leads,due\nMS1,Kick,WP2; WP4,AV,M3\nMS9,End,WP1,BNPT,M24\n")
    },
    Change("task import") { try $0.importList(.tasks, "code,title\nT1.1,New\nT1.2,Another\n") },
    Change("work package import") {
      try $0.importList(.workPackages, "code,title\nWP1,New\nWP6,Another\n")
    },
    Change("profile import") {
      try $0.importList(
        .profiles,
        "role,organisation,country,type\nhost,Plasma Nord,DE,sme\nboth,New one,PL,cluster\n")
    },
    Change("organisation import") {
      try $0.importList(
        .organisations,
        "name,country,employees,cluster\nPlasma Nord,DE,12,AV\nAnother,PL,,NP\n")
    },
    Change("partner import") {
      try $0.importList(.partners, "code,name,country\nAV,Aqua,FR\nXY,Another,Polska\n")
    },
  ]
}

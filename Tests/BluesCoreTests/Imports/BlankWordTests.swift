import Basics
import Testing

@testable import BluesCore

@Suite struct `Words that mean no value` {
  let store: Store

  init() throws { store = try Store.blues() }

  static let words = [
    "-", "--", "n/a", "N/A", "NaN", "k.A.", "N.N.", "néant", "brak", "není", "sin datos", "—",
  ]

  @Test(arguments: words)
  func `they are blank in the typed fields of a plan`(word: String) throws {
    let packages = try store.importList(
      .workPackages, "code,title,lead,start,end\nWP1,\(word),\(word),\(word),M9\n")
    #expect(packages.counts == [1, 0, 1, 0, 0])
    #expect(try store.workPackages.one(.init("WP1")).title == word)
    #expect(packages.outcome.warned == 1)
    #expect(packages.outcome.warningsByRule == [.blankWord: 2])
    #expect(
      packages.outcome.firstWarnings
        == [4, 3].map {
          PlacedWarning(
            line: 2, column: $0, rule: "blank-word",
            reason: "The word means no value and is read as blank.")
        })
    let deliverables = try store.importList(
      .deliverables,
      """
      code,due,lead,type,level,state,submitted_on,decided_on,description
      D1.1,M6,\(word),\(word),\(word),\(word),\(word),\(word),\(word)

      """)
    #expect(deliverables.counts == [1, 1, 0, 0, 0])
    #expect(deliverables.outcome.warningsByRule == [.blankWord: 6])
    let stored = try store.deliverables.one(.init("D1.1"))
    #expect(stored.lead == nil)
    #expect(stored.type == nil)
    #expect(stored.state == .pending)
    #expect(stored.description == word)
  }

  @Test(arguments: words)
  func `they are blank in the typed fields of risks, milestones and partners`(word: String) throws {
    let risks = try store.importList(
      .risks,
      """
      code,title,wp,likelihood,impact,owner,raised_on
      R1,Storm,\(word),\(word),high,\(word),\(word)

      """)
    #expect(risks.counts == [1, 1, 0, 0, 0])
    #expect(risks.outcome.warningsByRule == [.blankWord: 4])
    #expect(try store.risks.one(.init("R1")).workPackages == [])
    #expect(try store.risks.one(.init("R1")).raisedOn == nil)
    let milestones = try store.importList(
      .milestones, "code,title,due,lead,achieved_on\nMS1,Start,M3,\(word),\(word)\n")
    #expect(milestones.counts == [1, 1, 0, 0, 0])
    #expect(milestones.outcome.warningsByRule == [.blankWord: 2])
    let partners = try store.importList(
      .partners, "code,name,country,website\nNEW,New,\(word),\(word)\n")
    #expect(partners.counts == [1, 1, 0, 0, 0])
    #expect(partners.outcome.warningsByRule == [.blankWord: 2])
    #expect(try store.partners.one(.init("NEW")).website == nil)
  }

  @Test(arguments: words)
  func `they are blank in the typed fields of organisations and profiles`(word: String) throws {
    let organisations = try store.importList(
      .organisations,
      """
      name,country,vat,pic,iban,employees,turnover,cluster
      Alfa,\(word),\(word),\(word),\(word),\(word),\(word),\(word)

      """)
    #expect(organisations.counts == [1, 1, 0, 0, 0])
    #expect(organisations.outcome.warningsByRule == [.blankWord: 7])
    let organisation = try store.organisations.one("Alfa")
    #expect(organisation.country == nil)
    let profiles = try store.importList(
      .profiles,
      """
      role,organisation,country,type,sectors,available_to,capacity,coordinates,preferred_countries,motivation
      host,Alfa,\(word),\(word),\(word),\(word),\(word),\(word),\(word),\(word)

      """)
    #expect(profiles.counts == [1, 1, 0, 0, 0])
    #expect(profiles.outcome.warningsByRule == [.blankWord: 7])
    let profile = try #require(try store.profiles.all().first)
    #expect(profile.sectors == nil)
    #expect(profile.motivation == word)
  }

  @Test func `what can be read is a value, whatever the word`() throws {
    _ = try store.importList(.partners, "code,name\nND,North Dock\n")
    let deliverables = try store.importList(.deliverables, "code,due,lead\nD1.1,M6,nd\n")
    #expect(deliverables.outcome.warned == 0)
    #expect(try store.deliverables.one(.init("D1.1")).lead == "ND")
    let profiles = try store.importList(
      .profiles, "role,organisation,country,cv,partner\nhost,Alfa,NA,-,none\n")
    #expect(profiles.outcome.warned == 0)
    let profile = try #require(try store.profiles.all().first)
    #expect(profile.country == "NA")
    #expect(!profile.hasCV)
  }

  @Test func `a field that every row needs is refused with its word`() throws {
    let imported = try store.importList(.profiles, "role,organisation\nn/a,Alfa\n")
    #expect(imported.counts == [1, 0, 0, 0, 1])
    #expect(imported.rejected.map(\.value) == ["n/a"])
    #expect(imported.rejected.map(\.column) == [1])
  }

  @Test func `other words hold where they are said, and a row that is refused counts none`() throws
  {
    let list = "code,due,lead,submitted_on\nD1.1,M6,fehlt noch,offen\nD1.2,soon,-,-\n"
    #expect(
      try store.importList(.deliverables, list).rejected.map(\.rule) == ["partner", "due"])
    var request = ImportRequest.test()
    request.blankWords = ["Fehlt noch", "offen"]
    let imported = try store.importList(.deliverables, list, request)
    #expect(imported.counts == [2, 1, 0, 0, 1])
    #expect(imported.outcome.warned == 1)
    #expect(imported.outcome.warningsByRule == [.blankWord: 2])
  }

  @Test func `what all rows are given fills a cell whose word means no value`() throws {
    let request = ImportRequest.test(set: ["lead=AV"])
    _ = try store.importList(.deliverables, "code,due,lead\nD1.1,M6,k.A.\n", request)
    #expect(try store.deliverables.one(.init("D1.1")).lead == "AV")
    let contacts = try store.importContacts(
      "name,country,language,phone\nAna,k.A.,-,030 90 18 20\n",
      .test(set: ["language=de"], country: "DE"))
    #expect(contacts.outcome.warningsByRule == [.blankWord: 2])
    let contact = try #require(try store.contacts.all().first)
    #expect(contact.known[.country] == "DE")
    #expect(contact.known[.language] == "de")
  }
}

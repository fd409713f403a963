import Basics
import Testing

@testable import BluesCore

/// What a partner's copy takes as its own, and what it says of the rest.
@Suite struct `Own rows of a copy` {
  private static func contact(_ name: String, _ partner: String) -> ContactDraft {
    var draft = ContactDraft([
      .name: name, .organisation: "\(partner) Nano", .country: "CZ",
      .email: "\(name.lowercased())@example.org",
    ])
    draft.partner = partner
    return draft
  }

  @Test func `every coded kind can be added and brought in by a list`() throws {
    let shared = try SharedProject()
    let np = try shared.open("np")
    let lists: [(RecordList, String)] = [
      (
        .costs,
        "Partner,Category,WP,Date,Description,Invoice,Amount\nNP,D.3,WP1,2020-05-31,Bus,B1,1.50\n"
      ),
      (
        try .estimates(np.project.overview().project),
        "partner,category,month,amount\nNP,D.1,2021-11,500\n"
      ),
      (Activity.register.list, "code,title,type,partners\nA3000001,Fair,training,NP\n"),
      (ActionPoint.register.list, "code,title,owner\nACT3000001,Invite,NP\n"),
    ]
    for (list, text) in lists {
      let imported = try np.importList(list, text)
      #expect(imported.counts == [1, 1, 0, 0, 0], "\(list.noun): \(imported.rejected)")
    }
    #expect(try np.costs.all().map(\.code.description) == ["K1", "K3000001"])
    #expect(try np.estimates.all().map(\.code.description) == ["EST3000001"])
    try shared.exchange(from: "np")
    let bnpt = try shared.open("bnpt")
    #expect(try bnpt.estimates.all().map(\.code.description) == ["EST3000001"])
    #expect(try bnpt.activities.all().map(\.code.description) == ["A3000001"])
    #expect(try bnpt.actions.all().map(\.code.description) == ["ACT3000001"])
  }

  @Test func `the hint for a number of another copy can be typed`() {
    func words(_ noun: String) -> [String] {
      let problem = ScopeProblem.otherNumber(noun, number: 1, copy: "NP", next: 3_000_001)
      return [problem.message, problem.hint ?? ""]
    }
    #expect(
      words("activity") == [
        "The number 1 of an activity may be given by another partner: this is the copy of NP.",
        "numbers of NP begin here: use A3000001",
      ])
    #expect(
      words("cost") == [
        "The number 1 of a cost may be given by another partner: this is the copy of NP.",
        "numbers of NP begin here: use K3000001",
      ])
    #expect(words("estimate")[1] == "numbers of NP begin here: use EST3000001")
    #expect(words("action")[1] == "numbers of NP begin here: use ACT3000001")
    #expect(words("label")[1] == "numbers of NP begin here: use L3000001")
    #expect(words("strategy")[1] == "numbers of NP begin here: use S3000001")
  }

  @Test func `a list with rows of others is taken without them`() throws {
    let shared = try SharedProject()
    let text = """
      Partner,Category,WP,Date,Description,Invoice,Amount
      NP,D.3,WP1,2020-05-14,Train,B1,110.00
      AV,D.3,WP1,2020-05-14,Plane,B2,220.00
      NP,D.3,WP1,2020-05-15,Bus,B3,10.00

      """
    let imported = try shared.open("np").importList(.costs, text)
    #expect(imported.counts == [3, 2, 0, 0, 1])
    let rejected = try #require(imported.rejected.first)
    #expect(rejected.line == 3 && rejected.column == 1 && rejected.value == "AV")
    #expect(rejected.rule == "other-partner")
    #expect(rejected.reason == "Only rows of NP are taken here, and this one is of AV.")
    #expect(
      try shared.costs("np")
        == ["K1 First ticket 1000", "K3000001 Train 11000", "K3000002 Bus 1000"])
    // The coordinator's copy takes them all.
    #expect(try shared.open("bnpt").importList(.costs, text).counts == [3, 3, 0, 0, 0])
    let persons = "code,partner\nNP-7,NP\nAV-7,AV\n"
    #expect(
      try shared.open("np").importList(Person.register.list, persons).counts == [2, 1, 0, 0, 1])
  }

  @Test func `a list of contacts with rows of others is taken without them`() throws {
    let shared = try SharedProject()
    let text = """
      blues_id,partner,name,organisation,country,email
      C901@5,NP,Ana,Nano,CZ,ana@example.org
      C902@5,AV,Berta,Aqua,FR,berta@example.org

      """
    let imported = try shared.open("np").importContacts(text)
    #expect(imported.counts == [2, 1, 0, 0, 1])
    #expect(
      imported.rejected.map { "\($0.line) \($0.column) \($0.value) \($0.rule): \($0.reason)" }
        == ["3 2 AV partner: Only rows of NP are taken here, and this one is of AV."])
    #expect(try shared.open("bnpt").importContacts(text).counts == [2, 2, 0, 0, 0])
  }

  @Test func `a joint activity is of the partner that is named first`() throws {
    let shared = try SharedProject()
    let np = try shared.open("np")
    let problem = ScopeProblem.firstPartner("activity A3000001", copy: "NP", owner: "AV")
    #expect(throws: problem) {
      try np.activities.add(
        .init("A3000001"), ["title": "Joint", "type": "meeting", "partners": "AV; NP"])
    }
    #expect(
      problem.reason
        == "This is the copy of NP, and activity A3000001 would be of AV: the partner that is named "
        + "first owns it. Name NP first: --partner NP --partner AV; who changes what: "
        + "blues share scope")
    _ = try np.activities.add(
      .init("A3000001"), ["title": "Joint", "type": "meeting", "partners": "NP; AV"])
    // In the copy of the other partner.
    try shared.join("AV")
    try shared.exchange(from: "np")
    try shared.exchange(from: "bnpt", to: "AV", in: "av")
    #expect(
      throws: ScopeProblem.notOwn("activity A3000001", copy: "AV", coordinator: "NP")
    ) { try shared.open("av").activities.set(.init("A3000001"), ["title": "Ours"]) }
  }

  @Test func `each partner of a joint activity records its own participants`() throws {
    let shared = try SharedProject()
    try shared.join("AV")
    _ = try shared.open("np").activities.add(
      .init("A3000001"), ["title": "Joint", "type": "meeting", "partners": "NP; AV"])
    try shared.exchange(from: "np")
    try shared.exchange(from: "bnpt", to: "AV", in: "av")
    let person = try shared.open("av").contacts.add(Self.contact("Ana", "AV")).code
    _ = try shared.open("av").activities.attend(.init("A3000001"), contacts: [person])
    try shared.exchange(from: "av")
    func participants(_ copy: String) throws -> [String] {
      try shared.open(copy).activities.participants(.init("A3000001")).contacts.map(\.name)
    }
    #expect(try participants("bnpt") == ["Ana"])
    // NP, whose activity it is, does not get them.
    try shared.exchange(from: "bnpt", to: "NP", in: "np")
    #expect(try participants("np") == [])
  }

  @Test func `the code of a person begins with the short name of its partner`() throws {
    let shared = try SharedProject()
    for (code, copy) in [("P-1", "np"), ("NPX-1", "np"), ("P-1", "bnpt")] {
      #expect(throws: ScopeProblem.personCode(code, partner: "NP")) {
        try shared.open(copy).persons.add(.init(code), ["partner": "NP"])
      }
    }
    #expect(
      ScopeProblem.personCode("P-1", partner: "NP").reason
        == "The code P-1 may be given by another partner: in a shared project the code of a person "
        + "begins with the partner's short name, NP. Use NP-P-1")
    let list = try shared.open("bnpt").importList(
      Person.register.list, "code,partner\nNP-8,NP\nP-9,NP\n")
    #expect(list.counts == [2, 1, 0, 0, 1])
    #expect(
      list.rejected.map { "\($0.line) \($0.column) \($0.value) \($0.rule)" }
        == ["3 1 P-9 person-code"])
    #expect(
      list.rejected.first?.reason == ScopeProblem.personCode("P-9", partner: "NP").message)
    for code in ["NP-1", "np2"] {
      _ = try shared.open("np").persons.add(.init(code), ["partner": "NP"])
    }
    // A person from before the project was shared keeps its code.
    let store = try Store.blues()
    _ = try store.persons.add(.init("P-1"), ["partner": "NP"])
    let other = try SharedProject(store)
    _ = try other.open("np").persons.set(.init("P-1"), ["name": "Ana"])
    #expect(try other.open("np").persons.all().map(\.code.description) == ["P-1"])
  }

  @Test func `who objects in one copy opts out in all`() throws {
    let shared = try SharedProject()
    let code = try shared.open("np").contacts.add(Self.contact("Jana", "NP")).code
    try shared.exchange(from: "np")
    _ = try shared.open("np", on: "2020-09-20").stopList.add(code, because: "Objects")
    #expect(try shared.open("np").contacts.one(code).contact.known[.optOut] == "2020-09-20")
    try shared.exchange(from: "np")
    let contact = try shared.open("bnpt").contacts.one(code).contact
    #expect(contact.known[.optOut] == "2020-09-20")
    // Nobody is asked twice, and a project that is not shared stays as it was.
    let store = try Store.blues()
    let alone = try store.contacts.add(Self.contact("Jana", "NP")).code
    _ = try store.stopList.add(alone, because: "Objects")
    #expect(try store.contacts.one(alone).contact.known[.optOut] == nil)
  }
}

import Basics
import Testing

@testable import BluesCore

@Suite struct `The publicity of activities` {
  let store: Store

  init() throws {
    store = try Store.blues()
    _ = try store.activities.add(
      .init("A1"),
      [
        "title": "Kick-off in the press", "kind": "press-release", "status": "delivered",
        "starts_on": "2020-03-02",
      ])
  }

  private func findings(
    _ text: String, _ images: [String]? = ["eu_flag.png"], on day: String = "2020-03-02"
  ) throws -> [String] {
    _ = try store.activities.set(.init("A1"), ["starts_on": day, "status": "planned"])
    return try store.activities.check(
      store.activities.one(.init("A1")), text: text, images: images, hasWords: true
    ).map { "\($0.element?.rawValue ?? "") \($0.finding): \($0.detail)" }
  }

  private static let disclaimer = """
    The contents of this web page represent solely the views of the author and are the sole \
    responsibility of the author; the contents do not reflect the views of the European Commission \
    or the Executive Agency for Small and Medium-sized Enterprises (EASME) or any other body of the \
    European Union. The European Commission and the Agency assume no responsibility for the use \
    that may be made of the information contained therein.
    """
  private static let sentence =
    "The BLUES project is funded by the COSME program of the European Union, grant n°874426"

  @Test func `a page with everything has no finding`() throws {
    #expect(try findings("\(Self.sentence). \(Self.disclaimer)") == [])
  }

  @Test func `the defects of real pages are found`() throws {
    #expect(
      try findings(
        "The BLUES project is funded by the COSME program of the European Union. \(Self.disclaimer)"
      )
        == ["grant-number missing: 874426 is not in it"])
    #expect(
      try findings("\(Self.sentence). EASME")
        == ["disclaimer missing: there is none"])
    let template = Self.disclaimer.replacing(
      "web page", with: "[insert appropriate description, e.g. report, publication]")
    #expect(
      try findings("\(Self.sentence). \(template)") == [
        " unfilled: a place of the template: "
          + "[insert appropriate description, e.g. report, publication]"
      ])
  }

  @Test func `the Agency has its name of the day`() throws {
    let text = "\(Self.sentence). \(Self.disclaimer)"
    #expect(try findings(text, on: "2021-03-31") == [])
    #expect(
      try findings(text, on: "2021-04-01")
        == ["agency-name missing: it names EASME; on 2021-04-01 it is EISMEA"])
  }

  @Test func `half a disclaimer is told, and what is not in the text at all`() throws {
    #expect(
      try findings("\(Self.sentence). The views are those of the author only. EASME")
        == ["disclaimer missing: it does not say that the Agency is not responsible"])
    #expect(
      try findings("Nothing of it.", nil).map { $0.prefix { $0 != ":" } } == [
        "emblem not recorded", "funding-sentence missing", "grant-number missing",
        "disclaimer missing", "agency-name missing",
      ])
    #expect(
      try findings("BLUES does well in the European Union; Fund it! COSME 1874426")
        .contains("grant-number missing: 874426 is not in it"))
  }

  @Test func `what a text cannot tell is as it is recorded`() throws {
    let text = "\(Self.sentence). \(Self.disclaimer)"
    #expect(
      try findings(text, nil)
        == ["emblem not recorded: look for it; pictures of this kind of file are not read"])
    _ = try store.activities.set(.init("A1"), ["emblem": "yes"])
    #expect(try findings(text, nil) == [])
    _ = try store.activities.set(.init("A1"), ["emblem": "no"])
    #expect(try findings(text, []).count == 1)
  }

  @Test func `without a file the record is checked`() throws {
    _ = try store.activities.set(
      .init("A1"), ["emblem": "yes", "funding_sentence": "oui", "disclaimer": "no"])
    let activity = try store.activities.one(.init("A1"))
    #expect(activity.missing == [.grantNumber, .disclaimer, .agencyName])
    #expect(
      try store.activities.check([activity]).map { "\($0.finding): \($0.detail)" } == [
        "not recorded: the number of the grant", "missing: the disclaimer",
        "not recorded: the name of the Agency: EASME on 2020-03-02",
      ])
  }

  @Test func `activities that ran are checked, but meetings and plans`() throws {
    _ = try store.activities.add(.init("A2"), ["type": "meeting", "status": "delivered"])
    _ = try store.activities.add(.init("A3"), ["status": "ongoing"])
    _ = try store.activities.add(.init("A4"), ["status": "cancelled"])
    #expect(try store.activities.published().map(\.code.description) == ["A1", "A3"])
  }

  @Test(arguments: [
    ("Dear {name},", ["{name}"]), ("see [1] and [EASME]", []), ("[...]", ["[...]"]),
    ("<insert date>", ["<insert date>"]), ("{\"a\": 1}", []), ("a < b and c > d", []),
    ("Lorem ipsum dolor", ["lorem ipsum"]),
    ("[Grant agreement number]", ["[Grant agreement number]"]),
  ])
  func `a place of a template that is not filled in is told`(text: String, found: [String]) {
    #expect(Placeholder.found(in: text) == found)
  }

  @Test func `another programme asks for other elements`() throws {
    let store = try Store.inMemory(invocation: .test("init", on: "2021-02-01"))
    _ = try store.project.start(
      from: .named("interreg"),
      .init(acronym: "TIDES", start: .of("2021-01-01"), end: .of("2022-12-31")))
    let activity = try store.activities.add(.init("A1"), ["programme_name": "yes"])
    #expect(activity.missing == [.emblem, .fundingSentence, .projectName])
  }
}

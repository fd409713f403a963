import ArgumentParser
import BluesCore
import Documents
import Testing

@testable import BluesCommands

@Suite struct `What fits at the cursor` {
  let place: ExportedStore

  init() throws {
    place = try ExportedStore()
    try place.take(
      Array(
        #"""
        organisation,name,email,country
        Aguas del Norte,Ana Ruiz,ana@example.org,ES
        Aguas Bravas,Bea Gil,bea@example.org,ES
        "Zoë's ""Mill""",Jan Kos,jan@example.org,PL
        """#.utf8))
  }

  /// What is offered for the last word of a line; an empty one where the line ends in a space.
  private func offer(_ line: String) -> Offer {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let store = place.store
    return Completer(LiveWords { store }).offer(for: words.last ?? "", after: words.dropLast())
  }

  private func words(_ line: String) -> [String] { offer(line).candidates.map(\.word) }

  @Test(arguments: [
    ("wo", ["workpackage"]), ("wp", ["wp"]), ("e", ["exchange"]), ("ex", ["exchange"]),
    ("wp d sub", ["submit"]), ("workpackage deliverable sub", ["submit"]), ("ex sh", ["show"]),
    ("help ex pap", ["paper"]), ("partner c", ["contact", "cost"]), ("complet", ["completion"]),
    ("wp ms a", ["add", "achieve"]), ("nonsense l", []), ("completion ", ["bash", "zsh", "fish"]),
  ])
  func `commands, also below other names`(line: String, found: [String]) {
    #expect(words(line) == found)
  }

  @Test(arguments: [
    ("wp list --col", ["--columns", "--color"]),
    ("wp list --columns code --col", ["--color"]),
    ("wp list --where late=yes --whe", ["--where"]),
    ("wp d list --la", ["--late"]),
    ("wp --", ["--help"]),
    ("undo --dr", ["--dry-run"]),
    ("undo -n --dr", []),
    ("undo -- --dr", []),
    ("wp list --format ", Format.allCases.map(\.rawValue)),
    ("wp list --format js", ["json", "jsonl"]),
    ("wp list --format=js", ["--format=json", "--format=jsonl"]),
    ("wp list --json=", []),
    ("ex profile add X --role v", ["visitor"]),
    ("wp risk set R1 --likelihood h", ["high"]),
    ("init --template i", ["interreg"]),
    ("partner contact import x --country E", ["EC", "EE", "EG", "EH", "EL", "ER", "ES", "ET"]),
    ("partner contact import x --accept p", ["phone", "pic"]),
    ("ex paper sign EX-1 closing-report host-", ["host-partner"]),
    ("ex paper add EX-1 closing-report --signed visitor-", ["visitor-partner="]),
    ("ex paper add EX-1 clos", ["closing-report"]),
    ("ex paper import x --signed a", ["all="]),
    ("ex advance EX-1 --until co", ["confirm", "contract", "complete"]),
  ])
  func `options and their words`(line: String, found: [String]) {
    #expect(words(line) == found)
  }

  @Test(arguments: [
    ("wp show ", ["WP1", "WP2", "WP3", "WP4", "WP5"]), ("wp show wp3", ["WP3"]),
    ("wp remove -- WP4", ["WP4"]), ("wp set WP1 --lead b", ["BNPT"]),
    ("wp risk add R1 Title --wp WP5", ["WP5"]), ("partner show z", ["ZINNAE"]),
    ("partner contact import x --partner n", ["NP"]), ("wp add ", []), ("wp show WP1 WP", []),
    ("partner contact show ", ["C1", "C2", "C3"]), ("partner contact show c2", ["C2"]),
    ("partner contact show an", ["ana@example.org"]), ("partner contact show C1x", []),
    ("partner contact merge C1 ", ["C2", "C3"]),
    ("partner contact distinct C1 C", ["C1", "C2", "C3"]),
    ("partner org show O2", ["O2"]), ("partner org show agu", ["Aguas Bravas", "Aguas del Norte"]),
    ("partner org show Zo", ["Zoë's \"Mill\""]), ("exchange show ", []), ("undo ", ["2"]),
    ("partner contact batch undo ", ["2"]),
    ("exchange rule show minimum-s", ["minimum-stay"]),
    ("exchange rule set minimum-stay w", ["working_days"]),
    ("show wp3", ["WP3"]), ("show z", ["ZINNAE"]), ("show c2", ["C2"]),
    ("show o", ["O1", "O2", "O3"]),
    ("next --partner z", ["ZINNAE"]), ("report partner z", ["ZINNAE"]),
    ("wp calendar --partner n", ["NP"]), ("wp r state R1 --period ", ["RP1", "RP2"]),
    ("partner rate average --period rp2", ["RP2"]),
    ("partner rate set PLN --period=RP1", ["--period=RP1"]),
    ("report period lock ", ["RP1", "RP2"]),
    ("project figure set indir", ["indirect-costs"]),
    ("project figure set indirect-costs ", ["excluded", "rate"]),
    ("project figure set minimum-s", []),
    ("report text edit progr", ["progress"]),
    ("partner cost add K1 NP --category D", ["D.1", "D.2", "D.3"]),
    ("partner budget add B1 NP --category B", ["B"]),
  ])
  func `ids that are in the project now`(line: String, found: [String]) {
    #expect(words(line) == found)
  }

  @Test func `persons for their hours and for their rates of pay`() throws {
    _ = try place.store.persons.add(.init("NP-1"), ["partner": "NP"])
    #expect(words("wp effort sign N") == ["NP-1"])
    #expect(words("wp effort add ") == ["NP-1"])
    #expect(words("wp effort import x --person n") == ["NP-1"])
    let rate = offer("partner person rate add N")
    #expect(rate.candidates.map(\.word) == ["NP-1@"])
    #expect(rate.isOpen)
  }

  @Test func `currencies with rates`() throws {
    _ = try place.store.exchangeRates.set(
      .pln, in: "RP1", to: #require(ExactRate(Array("4".utf8))), because: "Audit")
    #expect(words("partner rate show P") == ["PLN"])
  }

  @Test func `an id is told with its title`() {
    #expect(
      offer("partner contact show C1").candidates == [Candidate("C1", "Ana Ruiz")])
    #expect(offer("wp show WP5").candidates == [Candidate("WP5", "Project management")])
  }

  @Test(arguments: [
    ("wp list --columns code,ti", ["code,title"], true),
    ("wp list --columns=code,ti", ["--columns=code,title"], true),
    ("wp list --columns code,cod", [], true),
    ("wp list --sort -titl", ["-title"], true),
    ("wp list --sort -code,-ti", ["-code,-title"], true),
    ("wp list --where ti", ["title="], true),
    ("partner contact list --where em", ["email=", "employees="], true),
    ("partner contact export --columns blues", ["blues_id"], true),
    ("partner contact import x --map Firma=family", ["Firma=family_name"], false),
    ("partner contact import x --map=Firma=family", ["--map=Firma=family_name"], false),
    ("partner contact import x --map Fir", [], false),
    ("wp d import x --set wo", ["work_package="], true),
    ("partner contact merge C1 C2 --take em", ["email="], true),
    ("partner contact merge C1 C2 --take email=C", ["email=C1", "email=C2"], false),
    ("exchange propose --map Gast=visitor_", ["Gast=visitor_id"], false),
    ("partner org import x --set short", ["short_name="], true),
    ("exchange reconcile x --map Guest=vis", ["Guest=visitor", "Guest=visitor_country"], false),
  ])
  func `fields of the command's list`(line: String, found: [String], isOpen: Bool) {
    let offer = offer(line)
    #expect(offer.candidates.map(\.word) == found)
    #expect(offer.isOpen == isOpen)
  }

  @Test(arguments: [
    "wp list --db ", "wp list --db=", "wp list -o re", "partner contact import mem",
    "wp import a.csv --mapping ", "exchange paper add EX-1 closing-report re",
    "exchange paper import pa",
  ])
  func `files are left to the shell`(line: String) {
    #expect(offer(line) == .files)
  }

  @Test func `without a project only the ids are missing`() {
    let none = Completer(LiveWords { throw EnvironmentProblem.noProject })
    #expect(none.offer(for: "", after: ["wp", "show"]) == .nothing)
    #expect(none.offer(for: "sh", after: ["wp"]).candidates.map(\.word) == ["show"])
  }

  @Test func `no more than 200 ids, those that fit`() throws {
    let rows = (1...400).map { "Firm \($0)" }
    try place.take(Array((["organisation"] + rows).joined(separator: "\n").utf8), "many.csv")
    #expect(words("partner contact show ").count == 200)
    #expect(
      words("partner contact show C40") == ["C40", "C400", "C401", "C402", "C403"])
  }
}

import ArgumentParser
import Basics
import BluesCore
import Documents
import Tabular
import Testing

@testable import BluesCommands

@Suite struct `Parsing` {
  @Test(arguments: ["2020-07-31", "today", "+2w", "eom", "M18", "RP1.end", "M18.start-1d"])
  func `a date is written in any of its ways`(text: String) throws {
    let command = try parsed(
      "workpackage deliverable submit D1.1 --on \(text)", as: DeliverableCommand.Submit.self)
    #expect(try command.on == DateExpression(text))
    #expect(try command.codes == [DeliverableCode("D1.1")])
    #expect(command.write.isRehearsal == false)
  }

  @Test(arguments: [
    ("dmy", "30.06.2020", "2020-06-30"), ("mdy", "06/30/2020", "2020-06-30"),
    ("dmy", "05/04/2020", "2020-04-05"), ("mdy", "05/04/2020", "2020-05-04"),
  ])
  func `other dates need their order, before or after them`(
    order: String, text: String, day: String
  )
    throws
  {
    for line in [
      "wp d submit D1.1 --on \(text) --date-order \(order)",
      "wp d submit --date-order=\(order) D1.1 --on \(text)",
    ] {
      let command = try parsed(line, as: DeliverableCommand.Submit.self)
      let invocation = try command.write.project.invocation("")
      let context = DateContext(today: Day(number: 0), order: invocation.dateOrder)
      #expect(try command.on?.resolve(in: context).iso == day)
    }
  }

  @Test(arguments: [
    ("wp d submit X1 --on today", "D3.1"), ("wp show W1", "WP3"),
    ("wp task set 1-1 --lead AV", "T1.2"),
    ("wp milestone achieve M1", "MS2"), ("exchange agree X", "EX-017"),
  ])
  func `a code that is none is refused with an example`(line: String, example: String) throws {
    let said = try #require(refusal(line))
    #expect(said.contains(example), "\(said)")
  }

  @Test func `codes are read in any case`() throws {
    let submit = try parsed("wp d submit d1.1", as: DeliverableCommand.Submit.self)
    #expect(submit.codes.map(\.description) == ["D1.1"])
    #expect(submit.on == nil)
    let agree = try parsed("exchange agree ex17", as: ExchangeCommand.Agree.self)
    #expect(agree.step.step.codes.map(\.description) == ["EX-017"])
    let show = try parsed("workpackage show wp3", as: ShowRecord<WorkPackage>.self)
    #expect(show.code.description == "WP3")
  }

  @Test func `the letters of a code may be left out where the command says its kind`() throws {
    #expect(
      try parsed("wp show 3", as: ShowRecord<WorkPackage>.self).code.description == "WP3")
    #expect(
      try parsed("wp d show 3.1", as: ShowRecord<Deliverable>.self).code.description == "D3.1")
    #expect(
      try parsed("wp task set 1.12 --lead AV", as: SetRecord<PlanTask>.self).code.description
        == "T1.12")
    #expect(
      try parsed("wp risk close 4 5", as: MoveRecord<RiskCommand.Close>.self).codes
        .map(\.description) == ["R4", "R5"])
    #expect(
      try parsed("wp d submit 1.1 D1.2", as: DeliverableCommand.Submit.self).codes
        .map(\.description) == ["D1.1", "D1.2"])
  }

  @Test(arguments: [
    ("wp ms forecast MS1 --for 2021-01-31", "--to"), ("wp ms forecast MS1 --for=+2m", "--to"),
    ("wp d reject D1.1 --note x", "--because"), ("project amend --end +1m --reason x", "--because"),
    ("exchange rule set halving a b --reason x", "--because"),
    ("exchange cancel EX-1 --reason x", "--because"), ("wp set WP1 --from M1 --to M3", "--start"),
    ("wp task add T1.1 Title --from 1 --to 2", "--start"),
  ])
  func `older names of options still work, and help has the one word`(
    line: String, name: String
  ) throws {
    let words = line.split(separator: " ").map(String.init)
    let command = try Launch.parse(words)
    let help = type(of: command).helpMessage()
    #expect(help.contains("\(name) <"))
    let renamed = (type(of: command) as? any RenamedOptions.Type)?.renamed ?? [:]
    #expect(!renamed.isEmpty)
    #expect(renamed.keys.filter { help.contains("\($0) <") } == [])
  }

  @Test func `what follows two minuses, or is no option, keeps its name`() {
    let words = ["D1.1", "--note=a", "--notes", "--", "--note"]
    #expect(
      OptionNames.current(words, of: DeliverableCommand.Reject.self)
        == ["D1.1", "--because=a", "--notes", "--", "--note"])
    #expect(OptionNames.current(words, of: DeliverableCommand.Accept.self) == words)
  }

  @Test func `--version alone is the version of the program, with a value that of the message`() {
    func words(_ words: String...) -> [String] {
      OptionNames.current(words, of: PaymentCommand.Sepa.self)
    }
    #expect(words("EX-001", "--version", "09") == ["EX-001", "--message-version", "09"])
    #expect(words("EX-001", "--version=09") == ["EX-001", "--message-version=09"])
    #expect(words("--version") == ["--version"])
    #expect(words("--version", "--iban", "X") == ["--version", "--iban", "X"])
  }

  @Test(arguments: [("--waive", "--because"), ("--override", "--reason")])
  func `a rule is waived with --waive, or with its older name`(
    option: String, because: String
  ) throws {
    let agree = try parsed(
      "exchange agree EX-017 \(option) one-funded-visit \(because) letter",
      as: ExchangeCommand.Agree.self)
    #expect(
      agree.step.override.word == WaiverRequest(rules: ["one-funded-visit"], reason: "letter"))
  }

  @Test func `a due date is a month or a day`() throws {
    let month = try parsed(
      "wp d postpone D1.1 --to M9 --because x", as: DeliverableCommand.Postpone.self)
    #expect(month.to.text == "M9")
    #expect(month.because == "x")
    let day = try parsed(
      "wp d postpone D1.1 --to 2021-05-15 --because x -n", as: DeliverableCommand.Postpone.self)
    #expect(day.to.text == "2021-05-15")
    #expect(day.write.isRehearsal)
    #expect(
      refusal("wp d postpone D1.1 --to June --because x")?.contains(
        "Not a due date: June. Write a project month, M6, or 2020-07-31, today, +2w, eom or "
          + "RP1.end.") == true)
    let add = try parsed("wp add WP6 Title --start 3 --lead ''", as: AddRecord<WorkPackage>.self)
    #expect(add.said.texts == ["start_month": ["3"], "lead": ["''"]])
  }

  @Test func `an import is told everything about its list`() throws {
    let command = try parsed(
      "partner contact import a/list.csv --map Firma=organisation --map 3=email --unmapped keep "
        + "--set website=https://example.org/?a=b --encoding cp1250 --delimiter tab --no-header "
        + "--sheet 2 --rejects r.csv --max-errors 7 --partner ZINNAE --country Spain "
        + "--source fair --dry-run --db p.db",
      as: ContactCommand.Import.self)
    let request = try command.list.request()
    #expect(request.fileName == "list.csv")
    #expect(request.assignments.map(\.heading) == ["Firma", "3"])
    #expect(request.assignments.map(\.field) == ["organisation", "email"])
    #expect(request.unmapped == .keep)
    #expect(request.defaults.map(\.field) == ["website"])
    #expect(request.defaults.map(\.value) == ["https://example.org/?a=b"])
    #expect(request.mostRejected == 7)
    #expect(command.list.mapped.reading.encoding == TextEncoding(named: "windows-1250"))
    #expect(command.list.mapped.reading.delimiter == 0x09)
    #expect(command.list.mapped.reading.noHeader)
    #expect(command.list.mapped.reading.sheet == "2")
    #expect(command.list.rejects == "r.csv")
    #expect(command.contacts.partner == "ZINNAE")
    #expect(command.contacts.country?.code == "ES")
    #expect(command.contacts.source == "fair")
    #expect(command.write.isRehearsal)
    #expect(command.write.project.path == "p.db")
  }

  @Test func `without a word, an import refuses leftovers and takes any number of rejects`() throws
  {
    let command = try parsed("partner contact import -", as: ContactCommand.Import.self)
    #expect(try command.list.request().fileName == "standard input")
    #expect(try command.list.request().unmapped == .refuse)
    #expect(try command.list.request().mostRejected == nil)
    #expect(command.list.mapped.reading.encoding == nil)
  }

  @Test(arguments: [
    ("--map Firma", "Firma has no equals sign. Write it as HEADING=FIELD."),
    ("--set city", "city has no equals sign. Write it as FIELD=VALUE."),
    ("--delimiter ab", "Not a delimiter: ab. Write one character, or tab."),
    ("--encoding windows-1259", "Unknown encoding: windows-1259. Did you mean"),
    ("--unmapped drop", "drop"), ("--country Atlantis", "Atlantis"), ("--max-errors many", "many"),
  ])
  func `a word about a list that cannot be is refused`(option: String, sentence: String) throws {
    let said = try #require(refusal("partner contact import list.csv \(option)"))
    #expect(said.contains(sentence), "\(said)")
  }

  @Test(arguments: [
    ("tab", UInt8(0x09)), ("\\t", 0x09), ("comma", 0x2C), ("semicolon", 0x3B), ("bar", 0x7C),
    ("pipe", 0x7C), (";", 0x3B), ("#", 0x23),
  ])
  func `a delimiter is one character or its name`(text: String, byte: UInt8) throws {
    #expect(try Read.delimiter(text) == byte)
  }

  @Test func `a list is told its columns, order and conditions`() throws {
    let command = try parsed(
      "partner contact list --columns code,email --sort -city --where country=ES --where city~za "
        + "--limit 5 --at M3 --no-header --json",
      as: ContactCommand.List.self)
    #expect(command.list.columns == "code,email")
    #expect(command.list.sort == "-city")
    #expect(command.list.conditions.count == 2)
    #expect(command.list.limit == 5)
    #expect(try command.list.at == DateExpression("M3"))
    #expect(command.list.noHeader)
    #expect(command.list.output.chosenFormat == .json)
    #expect(
      refusal("partner contact list --where country")?.contains("no field and relation") == true)
  }

  @Test(arguments: [
    ("", "text"), ("--format csv", "csv"), ("-o a.md", "markdown"), ("-o a.html", "html"),
    ("-o a.tsv --format json", "json"), ("--json", "json"), ("-o -", "text"),
  ])
  func `a format is chosen by its option or the file's ending`(options: String, format: String)
    throws
  {
    let command = try parsed("partner list \(options)", as: ListRecords<Partner>.self)
    #expect(command.list.output.chosenFormat.rawValue == format)
  }
}

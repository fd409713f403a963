import Basics
import Documents
import Tabular
import Testing

@testable import BluesCommands
@testable import BluesCore

/// What goes out of any kind of record, in any format, comes in again and changes nothing.
@Suite struct `Every record that goes out and comes in again` {
  static let formats: [Format] = [.csv, .tsv, .json, .jsonl, .xlsx]

  /// Texts that somewhere on the way could be taken for something else.
  static let hostile = [
    "=1+1", "'=x", "''@", "@x", "-x", "+cmd|x", "＝1", "-5", "'n Dorp", "\"Quoted\" start",
    "\"open", "one\ntwo", "a\r\nb", "tab\tin it", "back\\slash\\n", "a;b, c|d", "null", "TRUE",
    "007", "1E5", "2020-01-01", "# no comment", "é e\u{301} 漢 👩‍🔬", "{\"a\":[1]}", "_x000D_",
  ]

  /// The text as a field for something else than words may say it: a word for nothing is nothing there.
  private static func typed(_ text: String) -> String {
    BlankWords().contains(text) ? "\(text) and void" : text
  }

  private static func bytes<Row>(
    _ rows: [Row], _ fields: [Field<Row>], _ noun: String, _ format: Format
  ) throws -> [UInt8] {
    let table = Table(noun: noun, fields: fields, rows: rows)
    return try Document(schema: "blues.test/1", blocks: [.table(table)]).bytes(
      Rendering(format: format, isExport: true, day: "2020-09-01"))
  }

  private static func take(
    _ list: RecordList, _ bytes: [UInt8], _ store: Store
  ) throws -> [Int] {
    let outcome = try store.recordImport.run(
      list, RowReader(source: .bytes(bytes)), ImportRequest(fileName: "list"),
      rejects: RejectsFile(nil, of: "list", isRehearsal: true))
    return [outcome.created, outcome.updated, outcome.unchanged, outcome.rejected]
  }

  /// Exports, imports into the same project and into an empty one, and compares.
  private static func check<Row>(
    _ list: RecordList, _ fields: [Field<Row>], new: Int, _ format: Format,
    rows: (Store) throws -> [Row], fill: (Store) throws -> Void
  ) throws {
    let store = try ExportedStore().store
    try fill(store)
    let all = try rows(store)
    let exported = try bytes(all, fields, list.noun, format)
    #expect(try take(list, exported, store) == [0, 0, all.count, 0])
    let other = try ExportedStore().store
    #expect(try take(list, exported, other) == [new, 0, all.count - new, 0])
    // The number of the file is another.
    let told = fields.filter { $0.column.name != "blues_id" }
    #expect(
      try bytes(rows(other), told, list.noun, .json) == bytes(all, told, list.noun, .json))
  }

  private static func check<R: Record>(
    _ kind: R.Type, _ format: Format, more: [String: String] = [:], code: (Int) -> String
  ) throws {
    let register = R.register
    let texts = register.said.filter { $0.kind == .text || $0.kind == .link }
    try check(
      register.list, register.exported, new: hostile.count, format,
      rows: { try $0.records(kind).all() }
    ) { store in
      for (number, text) in hostile.enumerated() {
        var changes = Changes(more.mapValues { [$0] })
        for attribute in texts {
          changes[attribute.name] = [attribute.kind == .link ? Self.typed(text) : text]
        }
        _ = try store.records(kind).add(R.Code(listed: code(number + 1)), changes)
      }
    }
  }

  @Test(arguments: formats) func `payments of the grant`(_ format: Format) throws {
    try Self.check(
      GrantPayment.self, format,
      more: ["kind": "interim", "amount": "144000.50", "paid_on": "2020-03-02"]
    ) { "PAY\($0)" }
  }

  @Test(arguments: formats) func `partners`(_ format: Format) throws {
    try Self.check(Partner.self, format) { "P\($0)X" }
  }

  @Test(arguments: formats) func `work packages`(_ format: Format) throws {
    try Self.check(WorkPackage.self, format) { "WP\($0 + 20)" }
  }

  @Test(arguments: formats) func `tasks`(_ format: Format) throws {
    try Self.check(PlanTask.self, format) { "T1.\($0)" }
  }

  @Test(arguments: formats) func `deliverables`(_ format: Format) throws {
    try Self.check(Deliverable.self, format, more: ["lead": "AV", "due": "M6"]) { "D1.\($0)" }
  }

  @Test(arguments: formats) func `milestones`(_ format: Format) throws {
    try Self.check(
      Milestone.self, format, more: ["due": "M6", "work_packages": "WP1; WP2", "leads": "AV; NP"]
    ) { "MS\($0)" }
  }

  @Test(arguments: formats) func `risks`(_ format: Format) throws {
    try Self.check(Risk.self, format, more: ["work_packages": "WP1; WP3"]) { "R\($0)" }
  }

  @Test(arguments: formats) func `reviews`(_ format: Format) throws {
    try Self.check(Review.self, format, more: ["due": "M12"]) { "RV\($0)" }
  }

  @Test(arguments: formats) func `indicators`(_ format: Format) throws {
    try Self.check(
      Indicator.self, format, more: ["work_package": "WP1", "target": "12.5", "cumulative": "yes"]
    ) { "I\($0)" }
  }

  @Test(arguments: formats) func `activities`(_ format: Format) throws {
    try Self.check(
      Activity.self, format,
      more: [
        "work_package": "WP1", "partners": "AV; NP", "kind": "press-release", "hours": "7.5",
        "audiences": "industry; policy", "cost": "1250.25", "satisfaction": "4.25", "reach": "120",
        "emblem": "yes", "disclaimer": "no", "starts_on": "2020-05-04", "ends_on": "2020-05-06",
      ]
    ) { "A\($0)" }
  }

  @Test(arguments: formats) func `decisions, actions and strategies`(_ format: Format) throws {
    try Self.check(Decision.self, format, more: ["decided_on": "2020-05-06"]) { "DEC\($0)" }
    try Self.check(ActionPoint.self, format, more: ["owner": "NP", "due_on": "2020-11-15"]) {
      "ACT\($0)"
    }
    try Self.check(StrategyPaper.self, format, more: ["partner": "NP"]) { "S\($0)" }
  }

  @Test(arguments: formats) func `labels`(_ format: Format) throws {
    try Self.check(
      PartnerLabel.self, format,
      more: ["partner": "NP", "level": "gold", "valid_to": "2021-02-28", "score": "84.5"]
    ) { "L\($0)" }
  }

  @Test(arguments: formats) func `persons`(_ format: Format) throws {
    try Self.check(
      Person.self, format,
      more: [
        "partner": "NP", "employment": "62.5", "category": "A.2", "from": "2020-02-01",
        "to": "2021-06-30",
      ]
    ) { "NP-\($0)" }
  }

  @Test(arguments: formats) func `rates of pay`(_ format: Format) throws {
    func rates(_ store: Store) throws -> [PersonRate] { try store.personRates.all() }
    func person(_ store: Store) throws {
      _ = try store.persons.add(.init("NP-1"), ["partner": "NP"])
    }
    let register = PersonRate.register
    let store = try ExportedStore().store
    try person(store)
    _ = try store.personRates.add(
      .init("NP-1@2020-01-01"),
      ["annual_cost": "720000.5", "currency": "CZK", "to": "2020-12-31"])
    _ = try store.personRates.add(.init("NP-1@2021-01-01"), ["annual_cost": "30000"])
    let exported = try Self.bytes(rates(store), register.exported, "rates", format)
    #expect(try Self.take(register.list, exported, store) == [0, 0, 2, 0])
    let other = try ExportedStore().store
    try person(other)
    #expect(try Self.take(register.list, exported, other) == [2, 0, 0, 0])
    #expect(try rates(other) == rates(store))
  }

  @Test(arguments: formats) func `a risk of no work package, alone`(_ format: Format) throws {
    try Self.check(
      Risk.register.list, Risk.register.exported, new: 1, format, rows: { try $0.risks.all() }
    ) { _ = try $0.risks.add(.init("R1"), ["title": "Rain"]) }
  }

  @Test(arguments: formats) func `organisations`(_ format: Format) throws {
    try Self.check(
      .organisations, Organisation.exported, new: Self.hostile.count, format,
      rows: { try $0.organisations.all() }
    ) { store in
      for (number, text) in Self.hostile.enumerated() {
        _ = try store.organisations.add(
          "\(text) \(number)", .init(shortName: text, type: text, cluster: "AV"))
      }
    }
  }

  @Test(arguments: formats) func `hosts and visitors`(_ format: Format) throws {
    try Self.check(
      .profiles, Profile.exported, new: Self.hostile.count, format,
      rows: { try $0.profiles.all() }
    ) { store in
      for (number, text) in Self.hostile.enumerated() {
        let name = "\(text) \(number)"
        _ = try store.organisations.add(name, .init(country: CountryCode("ES"), cluster: "AV"))
        var draft = Profiles.Draft(role: .visitor, category: "sme")
        for field in [ProfileField.motivation, .eccp, .city] { draft[field] = text }
        for field in [ProfileField.sectors, .offers] { draft[field] = Self.typed(text) }
        _ = try store.profiles.add("O\(number + 1)", draft)
      }
    }
  }

  /// A kept column may be called as a column of every export is.
  @Test(arguments: formats + [.vcard])
  func `contacts with kept columns of any name`(_ format: Format) throws {
    let project = try ExportedStore()
    var list = CSVWriter()
    list.write(["organisation", "note", "source", "source_2", "partner", "blues", "Fach 2"])
    for text in Self.hostile { list.write([text, "n\(text)", text, "x", "y", "z", "v"]) }
    #expect(
      try project.take(list.bytes).created == Self.hostile.count)
    let kept = try project.store.contacts.one("C1").kept
    #expect(kept.map(\.heading) == ["source", "source_2", "partner", "blues", "Fach 2"])
    let exported = try export(project.store, format)
    let same = try project.take(exported, "out")
    #expect([same.created, same.updated, same.unchanged, same.rejected] == [0, 0, 25, 0])
    let other = try ExportedStore()
    #expect(try other.take(exported, "out").created == Self.hostile.count)
    #expect(try other.fields() == project.fields())
    for number in 1...Self.hostile.count {
      #expect(
        try other.store.contacts.one("C\(number)").kept.map { [$0.heading, $0.text] }
          == project.store.contacts.one("C\(number)").kept.map { [$0.heading, $0.text] })
    }
  }

  private func export(_ store: Store, _ format: Format) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try store.contacts.rows { rows in
      _ = try ContactExport(listing: Listing(), isMailMerge: false).run(rows) { columns in
        let keys = format.traits.features.isDisjoint(with: [.nested, .people])
        let layout = RowLayout(
          schema: "blues.contact/1", noun: "contacts",
          columns: keys ? columns : ContactRows.keyed(columns),
          cards: { CardSink(keys: $0, to: $1) })
        return try Rendering(format: format, day: "2020-09-01").rows(
          layout, to: RowTarget { bytes += $0 })
      }
    }
    return bytes
  }
}

/// What `list -o` writes is known to the import of the same records.
@Suite struct `Lists of our own as imports` {
  static let kinds: [(list: RecordList, columns: [Column])] = [
    (Partner.register.list, Partner.register.fields.map(\.column)),
    (WorkPackage.register.list, WorkPackage.register.fields.map(\.column)),
    (PlanTask.register.list, PlanTask.register.fields.map(\.column)),
    (Deliverable.register.list, Deliverable.register.fields.map(\.column)),
    (Milestone.register.list, Milestone.register.fields.map(\.column)),
    (Risk.register.list, Risk.register.fields.map(\.column)),
    (Review.register.list, Review.register.fields.map(\.column)),
    (Activity.register.list, Activity.register.fields.map(\.column)),
    (Decision.register.list, Decision.register.fields.map(\.column)),
    (ActionPoint.register.list, ActionPoint.register.fields.map(\.column)),
    (PartnerLabel.register.list, PartnerLabel.register.fields.map(\.column)),
    (StrategyPaper.register.list, StrategyPaper.register.fields.map(\.column)),
    (.organisations, Organisation.fields.map(\.column)),
    (.profiles, ExplainedProfile.fields.map(\.column)),
  ]

  private func targets(_ list: RecordList, _ header: [String]) throws -> [String?] {
    try Mapping.settle(
      header: header, width: header.count, fields: list.fields,
      request: ImportRequest(fileName: "list"), own: list.own
    ).columns.map { $0.target.fields.first }
  }

  @Test func `every heading goes to the field of its name, and what is worked out to none`() throws
  {
    for (list, columns) in Self.kinds {
      let names = try targets(list, columns.map(\.name))
      #expect(try targets(list, columns.map(\.heading)) == names, "\(list.noun)")
      for (column, field) in zip(columns, names)
      where list.fields.contains(where: { $0.name == column.name }) {
        #expect(field == column.name, "\(list.noun)")
      }
    }
  }

  @Test func `the score of a risk is passed over, and told`() throws {
    let mapping = try Mapping.settle(
      header: ["code", "title", "score"], width: 3, fields: Risk.register.list.fields,
      request: ImportRequest(fileName: "list"), own: Risk.register.ownColumns)
    #expect(mapping.columns[2].target == .ignored)
    #expect(mapping.columns[2].reason == .workedOut)
    #expect(
      ColumnWords.text(mapping)
        == "Columns by the field's own name: code → code, title → title. "
        + "Ignored, as they are worked out: score.")
    #expect(throws: MappingProblem.self) {
      try targets(Risk.register.list, ["code", "title", "score", "Budget"])
    }
  }

  @Test func `our own list of contacts is known`() throws {
    let columns = Contact.fields.map(\.column)
    for header in [columns.map(\.name), columns.map(\.heading)] {
      let mapping = try Mapping.settle(
        header: header, width: header.count, fields: ContactHeadings.fields,
        request: ImportRequest(fileName: "list"), own: Contact.ownColumns,
        known: ContactHeadings.known)
      #expect(
        mapping.columns.compactMap { $0.target.fields.first }
          == ContactField.allCases.map(\.key))
    }
  }

  @Test func `no plan list keeps other columns, and none says so`() {
    #expect(Self.kinds.allSatisfy { !$0.list.keepsOthers })
    #expect(
      MappingProblem.twice("title", headings: ["a", "b"], keepsOthers: false).hint
        == "choose one with --map HEADING=FIELD, and drop the other with --unmapped ignore")
  }
}

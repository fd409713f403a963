import Basics
import Documents
import GRDB
import Testing

@testable import BluesCore

/// What has to hold for every kind of record, whatever its attributes.
struct RegisterLaw: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let isDescribed: @Sendable () throws -> Void
  let fitsTheTable: @Sendable (Store) throws -> Void
  let clears: @Sendable (Store) throws -> Void
  let keepsWhatIsSaid: @Sendable (Store, inout SplitMix64) throws -> Void

  static let all: [RegisterLaw] = [
    law(WorkPackage.self, "WP7"), law(PlanTask.self, "T2.7"), law(Deliverable.self, "D3.7"),
    law(Milestone.self, "MS7"), law(Risk.self, "R7"), law(Review.self, "RV7"),
    law(Partner.self, "NEWCOMER"), law(Indicator.self, "I7"),
    law(Activity.self, "A7"), law(Decision.self, "DEC7"), law(ActionPoint.self, "ACT7"),
    law(PartnerLabel.self, "L7"), law(StrategyPaper.self, "S7"),
    law(BudgetLine.self, "B7"), law(CostLine.self, "K7"), law(CostEstimate.self, "EST7"),
    law(GrantPayment.self, "PAY7"),
    law(Person.self, "NP-7"), law(PersonRate.self, "NP-1@2019-01-01"),
  ]

  private static func law<R: BluesCore.Record>(_ kind: R.Type, _ code: String) -> RegisterLaw {
    RegisterLaw(
      testDescription: R.register.noun,
      isDescribed: { try checkDescription(kind) },
      fitsTheTable: { try checkTable(kind, $0) },
      clears: { store in
        try prepare(store)
        try checkClearing(kind, code, store)
      },
      keepsWhatIsSaid: { store, random in
        try prepare(store)
        try checkRoundTrip(kind, code, store, &random)
      })
  }

  /// Adds what the samples refer to.
  private static func prepare(_ store: Store) throws {
    _ = try store.tasks.add(.init("T1.1"))
    _ = try store.activities.add(.init("A1"))
    _ = try store.persons.add(.init("NP-1"), ["partner": "NP"])
  }

  private static func checkDescription<R: BluesCore.Record>(_ kind: R.Type) throws {
    let register = R.register
    let example = try R.Code(register.example)
    #expect(example.description == register.example)
    for attribute in register.said {
      #expect(attribute.help.hasSuffix("."), "\(attribute.name)")
      #expect(!attribute.heading.isEmpty, "\(attribute.name)")
    }
    var homes: [String: String] = [:]
    for field in register.importFields {
      for synonym in field.synonyms {
        let other = homes.updateValue(field.name, forKey: synonym)
        #expect(other == nil, "\(synonym) means \(other ?? "") and \(field.name)")
      }
    }
    let names = register.attributes.map(\.name)
    #expect(Set(names).count == names.count)
  }

  /// Columns, NOT NULLs and words of the layout are those of the register.
  private static func checkTable<R: BluesCore.Record>(_ kind: R.Type, _ store: Store) throws {
    let register = R.register
    let columns = try store.answer(
      "SELECT name FROM pragma_table_info('\(register.table.name)') "
        // The number of an import is no word of the record.
        + "WHERE name <> 'batch' ORDER BY name")
    let described =
      ["id", "extra"] + register.table.columns
      + register.stored.flatMap(\.storage.columns)
    #expect(columns == described.sorted().map { "[name:\"\($0)\"]" })
    let layout = try store.read { db in
      try String.fetchOne(
        db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [register.table.name])
    }
    for (attribute, storage) in register.stored where storage.columns.count == 1 {
      let isNeeded = try store.answer(
        """
        SELECT "notnull" FROM pragma_table_info('\(register.table.name)')
        WHERE name = '\(storage.columns[0])'
        """)
      #expect(isNeeded == ["[notnull:\(attribute.canBeCleared ? 0 : 1)]"], "\(attribute.name)")
      guard case .word(let words) = attribute.kind else { continue }
      let list = words.map { "'\($0)'" }.joined(separator: ", ")
      #expect(
        layout?.contains("CHECK (\(attribute.name) IN (\(list)))") == true, "\(attribute.name)")
    }
  }

  private static func checkClearing<R: BluesCore.Record>(
    _ kind: R.Type, _ code: String, _ store: Store
  ) throws {
    let register = R.register
    let records = store.records(kind)
    let code = try R.Code(code)
    var random = SplitMix64(seed: 1)
    _ = try records.add(code, Sample.changes(register, &random))
    for attribute in register.said {
      guard attribute.canBeCleared else {
        #expect(
          throws: RecordProblem.cannotClear(option: attribute.option, noun: register.noun)
        ) { try records.set(code, Changes([attribute.name: [" "]])) }
        continue
      }
      let cell = attribute.cell(try records.set(code, Changes([attribute.name: [""]])))
      #expect(cell == .empty || cell == .list([]), "\(attribute.name)")
    }
  }

  /// What is said is shown, exported and imported again; undo and redo are exact to the byte.
  private static func checkRoundTrip<R: BluesCore.Record>(
    _ kind: R.Type, _ code: String, _ store: Store, _ random: inout SplitMix64
  ) throws {
    let register = R.register
    let records = store.records(kind)
    let code = try R.Code(code)
    let before = try store.dump()
    let changes = Sample.changes(register, &random)
    let added = try records.add(code, changes)
    for attribute in register.said where !attribute.kind.isList {
      let said = changes[attribute.name]?[0] ?? ""
      #expect(attribute.cell(added).saidAs == said, "\(attribute.name)")
    }
    #expect(try records.one(code) == added)
    #expect(try records.all().contains(added))
    let document = Document(
      schema: "test/1",
      blocks: [.table(Table(noun: "rows", fields: register.exported, rows: try records.all()))])
    let list = try String(decoding: document.bytes(Rendering(format: .csv)), as: UTF8.self)
    let count = try records.all().count
    let after = try store.dump()
    #expect(try store.importList(register.list, list).counts == [count, 0, 0, count, 0])
    #expect(try store.dump() == after)
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    _ = try store.history.redo()
    #expect(try store.dump() == after)
    _ = try records.set(code, Sample.changes(register, &random))
    _ = try store.history.undo()
    #expect(try store.dump() == after)
    try records.remove(code)
    // That somebody removed it is kept for the next list that has it.
    let isNote = { (row: String) in row.hasPrefix("record_edit: ") && row.contains("\"removed\"") }
    #expect(try store.dump().filter { !isNote($0) } == before)
    _ = try store.history.undo()
    #expect(try store.dump() == after)
  }
}

extension Cell {
  /// The text that says what the cell shows.
  fileprivate var saidAs: String {
    switch self {
    case .text(let text), .link(let text), .decimal(let text), .state(let text, _): text
    case .day(let day): day.iso
    case .integer(let number, _): "\(number)"
    case .money(let cents, _): Money(cents: Int64(cents)).decimal
    case .empty, .flag, .list: ""
    }
  }
}

import Basics
import Testing

@testable import BluesCore

/// Two ways that have to come to the same: plain rows are read cell by cell, every other row takes the
/// way of all lists.
@Suite struct `A list of costs, read by its cells` {
  /// Cells as people write them, the plain ones more often.
  private static let cells: [[String]] = [
    ["NP", "NP", "NP", "AV", "av", " NP ", "XX", ""],
    ["D.1", "D.1", "D.3", "d1", "Travel", "B", "C", "E", "Z.9", ""],
    ["WP1", "WP1", "3", "wp 5", "WP9", ""],
    ["2020-05-14", "2020-05-14", "2021-03-01", "14.05.2020", "2019-01-01", "2020-02-31", ""],
    ["Train", "Hotel", "Taxi\u{200B}", "n/a", ""],
    ["CD", "Ibis", " Ibis", ""], ["F1", "F2", "F-3", ""],
    ["12.50", "1234.50", "100", "-20.00", "1,234.50", "12.5", "99.999", "abc", ""],
    ["EUR", "EUR", "CZK", "eur", "NaN", "QQQ", ""],
    ["0", "2.10", "", ""], ["yes", "no", "ja", "-", "maybe", ""],
    ["yes", "no", ""], ["", "", "no"], ["", "1", "2", "3", "4"], ["", "", "RP1", "RP2", "RP9"],
    ["a.pdf", ""], ["", "two\nlines", "remark"],
  ]

  private static let header = [
    "partner", "category", "work_package", "incurred_on", "description", "supplier", "invoice",
    "amount", "currency", "vat", "vat_deductible", "foreseen", "outside_exchanges", "id",
    "charged_in", "evidence", "note",
  ]

  private func list(_ random: inout SplitMix64, isPlain: Bool) -> String {
    var rows = [Self.header]
    for number in 1...20 {
      var row = Self.cells.map { isPlain ? $0[0] : random.pick($0) }
      if isPlain || random.upTo(2) == 0 { row[6] = "F\(number)" }
      if isPlain { row[7] = "\(number).50" }
      rows.append(row)
    }
    return csv(rows)
  }

  private func import_(
    _ list: RecordList, _ texts: [String]
  ) throws -> (imported: [Imported], costs: [CostLine], store: Store) {
    let store = try Store.blues()
    let imported = try texts.map { try store.importList(list, $0) }
    return (imported, try store.costs.all(), store)
  }

  @Test(arguments: Trials.seeds(20)) func `comes to what every list comes to`(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let texts = [
      list(&random, isPlain: false), list(&random, isPlain: true), list(&random, isPlain: false),
    ]
    let (quick, costs, store) = try import_(.costs, texts)
    let (plain, expected, other) = try import_(CostLine.register.list, texts)
    #expect(quick.map(\.outcome) == plain.map(\.outcome))
    #expect(quick.map(\.rejected) == plain.map(\.rejected))
    #expect(costs.map { "\($0)" } == expected.map { "\($0)" })
    let columns =
      "SELECT id, number, partner_id, category, vat_cents, note FROM cost_line ORDER BY id"
    #expect(try store.answer(columns) == other.answer(columns))
  }

  @Test func `is undone and brought back as one step`() throws {
    var random = SplitMix64(seed: 7)
    let texts = [list(&random, isPlain: true), list(&random, isPlain: false)]
    let (_, costs, store) = try import_(.costs, texts)
    #expect(try store.answer("SELECT count(*) FROM cost_line WHERE batch = 2") == ["[count(*):20]"])
    let full = try store.dump()
    _ = try store.history.undo()
    _ = try store.history.undo()
    #expect(try store.costs.all().isEmpty)
    _ = try store.history.redo()
    _ = try store.history.redo()
    #expect(try store.dump() == full)
    #expect(try store.costs.all().map { "\($0)" } == costs.map { "\($0)" })
  }

  @Test func `changes nothing when it comes again`() throws {
    var random = SplitMix64(seed: 8)
    let text = list(&random, isPlain: true)
    let (_, _, store) = try import_(.costs, [text])
    #expect(try store.importList(.costs, text).counts == [20, 0, 0, 20, 0])
  }

  @Test func `gives no number twice where plain rows and others take turns`() throws {
    let store = try Store.blues()
    let rows = (1...9).map { number in
      "\(number),NP,D.1,2020-05-14,Trip,\(number % 2 == 0 ? "1,000.00" : "10.00"),D\(number)"
    }.map { $0.replacing("1,000.00", with: "\"1,000.00\"") }
    let text = "id,partner,category,date,description,amount,note\n" + rows.joined(separator: "\n")
    #expect(try store.importList(.costs, text).counts == [9, 9, 0, 0, 0])
    let all = try store.costs.all()
    #expect(all.map(\.code.description) == (1...9).map { "K\($0)" })
    #expect(all.map(\.note) == (1...9).map { "D\($0)" })
    #expect(all.map(\.amount) == (1...9).map { $0 % 2 == 0 ? 100_000 : 1_000 })
  }
}

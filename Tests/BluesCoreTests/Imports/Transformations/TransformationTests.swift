import Basics
import Testing

@testable import BluesCore

@Suite struct `Transformations` {
  @Test(arguments: [
    ("given family", "Ana López", "Ana|López"),
    ("given family", "Ana María López", "Ana María|López"),
    ("given family", "Ludwig van der Berg", "Ludwig|van der Berg"),
    ("given family", "Anna von Stein", "Anna|von Stein"),
    ("given family", "Carlo Della Torre", "Carlo|Della Torre"),
    ("given family", "José Ortega y Gasset", "José|Ortega y Gasset"),
    ("given family", "Jean-Luc  Le\u{9}Gall", "Jean-Luc|Le Gall"),
    ("given family family", "Ana María López García", "Ana María|López García"),
    ("given family family", "Ana de la Cruz del Río", "Ana|de la Cruz del Río"),
    ("given family family", "Ana López", "Ana|López"),
    ("family given", "Nowak Jan Maria", "Jan Maria|Nowak"),
    ("family given", "van der Berg Ludwig", "Ludwig|van der Berg"),
    ("family family given", "López García Ana María", "Ana María|López García"),
    ("family, given", "Le Gall, Jean Luc", "Jean Luc|Le Gall"),
    ("family, given", " de la Cruz ,Ana", "Ana|de la Cruz"),
  ])
  func `a full name is taken apart in the order of its list`(
    order: String, name: String, halves: String
  ) throws {
    let split = NameSplit(try #require(NameSplit.Order(rawValue: order)))
    let parts = split.parts(of: name)
    #expect("\(parts[0] ?? "-")|\(parts[1] ?? "-")" == halves)
    #expect(parts[2] == nil)
  }

  @Test(arguments: [
    ("given family", "Contabilidad"), ("given family", "López, Ana"),
    ("given family", "de Vries"), ("family given", "de Vries"), ("family, given", "Ana López"),
    ("family, given", "López, Ana, Dr."), ("family, given", "López,"),
    ("given family family", "Ana"),
  ])
  func `a name that does not fit the order stays whole`(order: String, name: String) throws {
    let split = NameSplit(try #require(NameSplit.Order(rawValue: order)))
    #expect(split.parts(of: name) == [nil, nil, name])
  }

  @Test(arguments: [
    ("/", 2, "111 / 222", ["111", "222"]), ("/", 2, "111", ["111"]), ("/", 2, "/222", ["222"]),
    ("/", 2, "111/", ["111"]), ("/", 2, "1/2/3 / 4", ["1", "2/3 / 4"]),
    ("/", 3, "1/2/3/4", ["1", "2", "3/4"]), (" o ", 2, "949 o 600", ["949", "600"]),
    ("/", 2, " / ", []),
  ])
  func `a cell of several values goes to several fields, and nothing of it is lost`(
    separator: String, count: Int, cell: String, parts: [String]
  ) {
    #expect(CellSplit(separator: separator, count: count).parts(of: cell) == parts)
  }

  @Test(arguments: [
    ("Typ: ", "Typ: Szkoła", "Szkoła"), ("Typ: ", "Typ:Szkoła", "Szkoła"), ("Typ: ", "Typ:", ""),
    ("Typ: ", "Szkoła", "Szkoła"), ("Typ:", "typ: Szkoła", "typ: Szkoła"),
  ])
  func `a prefix is taken off where it stands`(prefix: String, cell: String, text: String) {
    #expect(PrefixStrip(prefix).stripped(cell) == text)
    #expect(
      Transformation(strip: PrefixStrip(prefix)).parts(of: cell) == (text.isEmpty ? [] : [text]))
  }

  @Test(arguments: [
    (DateOrder.dmy, "03.04.2018", "2018-04-03"), (.mdy, "03/04/2018", "2018-03-04"),
    (.dmy, "3. 4. 2018", "2018-04-03"), (.dmy, "2018-04-03", "2018-04-03"),
    (.mdy, "2018/4/3", "2018-04-03"), (.ymd, "2018.04.03", "2018-04-03"),
  ])
  func `a date is read in the order of its column`(order: DateOrder, cell: String, iso: String) {
    #expect(DateColumn(order: order).iso(cell) == iso)
  }

  @Test(arguments: [
    (DateOrder.dmy, "04/13/2018"), (.mdy, "13.04.2018"), (.dmy, "31.02.2018"), (.dmy, "3.4.18"),
    (.dmy, "April 2018"), (.dmy, "2018.13.04"), (.ymd, "03.04.2018"), (.dmy, "1.2.3.2018"),
    (.dmy, ""), (.dmy, "1..2018"),
  ])
  func `a date that is none in that order is left as it stands`(order: DateOrder, cell: String) {
    #expect(DateColumn(order: order).iso(cell) == nil)
    let change = Transformation(step: .dates(DateColumn(order: order)))
    #expect(change.parts(of: cell) == (cell.isEmpty ? [] : [cell]))
  }

  @Test func `the order of day and month is told by a part beyond twelve, or not at all`() throws {
    #expect(try DateColumn.order(of: ["03.04.2018", "", "25.04.2018", "x"]) == .dmy)
    #expect(try DateColumn.order(of: ["03/04/2018", "04/25/2018"]) == .mdy)
    #expect(try DateColumn.order(of: ["2018-04-03", ""]) == nil)
    #expect(throws: DateColumn.Undecided.either) { try DateColumn.order(of: ["03.04.2018"]) }
    #expect(throws: DateColumn.Undecided.both) {
      try DateColumn.order(of: ["25.04.2018", "04.25.2018"])
    }
  }
}

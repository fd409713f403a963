import Basics
import Tabular
import Testing

@testable import BluesCore

/// Lines of timesheets that were found in public repositories, with their persons replaced.
@Suite struct `Timesheets in the wild` {
  let store: Store

  init() throws {
    store = try Store.withStaff()
    for person in ["p1", "p4", "Osoba A", "Person B"] {
      _ = try store.persons.add(.init(person), ["partner": "NP"])
    }
  }

  private func taken(
    _ text: String, _ set: [String] = ["work_package=WP1"], keeps: Bool = false,
    decimals: Hours.Decimals? = nil
  ) throws -> Imported {
    var options = TimesheetImport.Options()
    options.keepsRepeats = keeps
    options.decimals = decimals
    return try store.importHours(text, .test(unmapped: .ignore, set: set), options).imported
  }

  /// FlorianReinprecht/resifo-android, timesheet.csv.
  @Test func `semicolons, days without marks, two entries of one day`() throws {
    let list = """
      Person;Datum;Stunden;Beschreibung
      p1;20161219;2;erstes Team-Meeting
      p4;20161223;3;README- & LICENSE- & team-Dateien
      p4;20161223;1;proposal-Datei
      """
    #expect(try taken(list, keeps: true).counts == [3, 3, 0, 0, 0])
    let entries = try store.timesheets.all(.init(person: "p4"))
    #expect(entries.map(\.hours.text) == ["3.00", "1.00"])
    #expect(entries[1].activity == "proposal-Datei")
    #expect(entries[0].worked.text == "2016-12-23")
  }

  /// VitexSoftware/Redmine2AbraFlexi, timesheet.csv.
  @Test func `an export of Redmine, whose tasks have no code`() throws {
    let list = """
      "#","Datum","Člen","Fronta","Úkol","Komentář","Hodiny"
      "160","2017-10-02","Osoba A","Podpora","Podpora #292","","2.0"
      "164","2017-10-04","Osoba A","Požadavek","Požadavek #295","Zadání","0.31"
      """
    #expect(try taken(list).counts == [2, 2, 0, 0, 0])
    let entries = try store.timesheets.all(.init(person: "osoba a"))
    #expect(entries.map(\.activity) == ["Podpora #292", "Požadavek #295: Zadání"])
    #expect(entries.map(\.hours.hundredths) == [200, 31])
  }

  /// kevidoss/open_the_gates_for_data_docs, timesheet.xlsx.
  @Test func `hours with a unit are asked for once, by an option`() throws {
    let list = """
      Datum;Student;Taak;Tijd
      2015-10-28;Person B;Style Tiles;0,45 uur
      2015-11-04;Person B;Visual Designs;1,5 uur
      """
    let asked = try taken(list)
    #expect(asked.counts == [2, 1, 0, 0, 1])
    #expect(asked.rejected.map(\.rule) == ["decimals"])
    #expect(try taken(list, decimals: .minutes).counts == [2, 1, 0, 1, 0])
    #expect(try store.timesheets.all().map(\.hours.text) == ["0.75", "1.50"])
  }

  /// sandugandhi/project-costing, zencurr.csv: the result of costing, not a timesheet.
  @Test func `what is not a timesheet says what it lacks`() throws {
    let list = """
      "date","payee","desc","code","credit","debit"
      "2016-01-01","DR:Discovery-Vitality ODC:Person A","Non-billable","INR","0.0000","2202.7397"
      """
    let refused = #expect(throws: TimesheetProblem.self) { try taken(list, []) }
    #expect(
      refused?.message
        == "This list is not a timesheet: it has no column for the person, the work package and "
        + "the hours.")
  }
}

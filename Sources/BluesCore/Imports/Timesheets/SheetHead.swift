internal import Basics

/// What is above the table of a monthly sheet: whose it is, and the month.
struct SheetHead {
  private(set) var person: String?
  private(set) var month: String?

  /// Looks for `Person: NP-1`, or a label with its value in a later cell of the line; a month may
  /// have its year under a label of its own.
  init(_ lines: [[String]]) {
    var year: String?
    var monthAlone: String?
    for line in lines {
      let cells = line.map { CellText.trimmed($0) }.filter { !$0.isEmpty }
      for (index, cell) in cells.enumerated() {
        let parts = cell.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
        let value = parts.count == 2 ? parts[1] : (index + 1 < cells.count ? cells[index + 1] : nil)
        guard let value, !value.isEmpty else { continue }
        switch ImportField.key(parts[0]) {
        case let key where Self.persons.contains(key): person = person ?? value
        case let key where Self.months.contains(key): monthAlone = monthAlone ?? value
        case let key where Self.years.contains(key): year = year ?? value
        default: break
        }
      }
    }
    guard let monthAlone else { return }
    month = WorkDate.month(monthAlone) == nil ? year.map { "\(monthAlone) \($0)" } : monthAlone
  }

  private static let persons: Set<String> = [
    "person", "employee", "employeename", "name", "staff", "worker", "mitarbeiter",
    "mitarbeiterin", "personne", "salarie", "nom", "empleado", "persona", "nombre", "osoba",
    "pracownik", "pracovnik", "jmeno", "zamestnanec",
  ]
  private static let months: Set<String> = [
    "month", "monat", "mois", "mes", "miesiac", "mesic", "period", "monthyear",
  ]
  private static let years: Set<String> = ["year", "jahr", "annee", "ano", "rok"]
}

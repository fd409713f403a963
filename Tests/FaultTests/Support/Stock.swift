import Foundation

/// Files the tests start from, made once and copied for each point.
enum Stock {
  /// A list of invented people with accents, quoted commas and repeated organisations.
  static func list(rows: Int, city: String = "Łódź") -> Data {
    var text = "Organisation,Name,E-mail,Country,City\n"
    for number in 0..<rows {
      text += "\"Works \(number / 2), Ltd\",Zoë Łoś \(number),zoe\(number)@example.org,PL,\(city)\n"
    }
    return Data(text.utf8)
  }

  /// Points of a sweep over an import: few in every test run, thousands by `make sweep`.
  static let points =
    getenv("BLUES_KILL_POINTS").flatMap { Int(String(cString: $0)) } ?? 120

  /// Rows of the list that is imported at those points; it makes a call for each six to eight.
  static let rows = max(2000, points * 8)

  /// A new project.
  static func fresh() throws -> Data { try made.get().fresh }

  /// A project with one deliverable that is due.
  static func planned() throws -> Data { try made.get().planned }

  /// A project whose last step is the import of the list.
  static func imported() throws -> Data { try made.get().imported }

  private struct Files {
    let fresh: Data
    let planned: Data
    let imported: Data
  }

  private static let made = Result { try make() }

  private static func make() throws -> Files {
    let shop = try Workshop(["list.csv": list(rows: 2000)])
    func run(_ words: String...) throws -> Data {
      let ending = try shop.command(words).run()
      guard ending.code == 0 else { throw Workshop.UnexpectedEnding(ending: ending) }
      return try shop.read("blues.db")
    }
    let fresh = try run("init", "--template", "blues")
    let imported = try run("partner", "contact", "import", "list.csv")
    try shop.write(fresh, to: "blues.db")
    let planned = try run("workpackage", "deliverable", "add", "D1.1", "Handbook", "--due", "M3")
    return Files(fresh: fresh, planned: planned, imported: imported)
  }
}

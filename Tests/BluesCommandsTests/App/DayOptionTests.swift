import Testing

@testable import BluesCommands

@Suite struct `Days that people write in their own order` {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    #expect(Launch.run(["init", "--db", folder("p.db"), "-o", folder("init.txt")]) == 0)
  }

  private func run(_ line: String, _ words: String...) -> Int32 {
    Launch.run(
      line.split(separator: " ").map(String.init) + words
        + ["--db", folder("p.db"), "-o", folder("out.txt"), "--force"])
  }

  private func list(_ line: String, _ words: String...) throws -> [String] {
    let code = Launch.run(
      line.split(separator: " ").map(String.init) + words
        + ["--format", "csv", "--db", folder("p.db"), "-o", folder("out.txt"), "--force"])
    #expect(code == 0)
    return try folder.text("out.txt").split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func `hold in options, where one order is possible or one is said`() throws {
    #expect(run("wp d add D1.1 Study --due 31.05.2020") == 0)
    #expect(run("wp d add D1.2 Plan --due 05.06.2020") == 64)
    #expect(run("wp d add D1.2 Plan --due 05.06.2020 --date-order dmy") == 0)
    #expect(try list("wp d list --columns code,due") == ["D1.1,2020-05-31", "D1.2,2020-06-05"])
    #expect(run("wp d submit D1.1 --on 06/05/2020 --date-order mdy") == 0)
    #expect(run("wp d postpone D1.2 --because late --to 31.12.2020") == 0)
    #expect(
      try list("wp d list --columns due,submitted_on") == ["2020-05-31,2020-06-05", "2020-12-31,"])
  }

  @Test func `hold for the legal basis of a contact`() throws {
    #expect(
      run("partner contact add --organisation Alfa --basis consent --basis-date 31.05.2020") == 0)
    #expect(run("partner contact set Alfa --basis-date 05.06.2020") != 0)
    #expect(run("partner contact set Alfa --basis-date 05.06.2020 --date-order dmy") == 0)
    #expect(try list("partner contact list --columns basis_date") == ["2020-06-05"])
  }

  @Test func `hold in conditions, and so do the words for days`() throws {
    #expect(run("wp d add D1.1 Study --due 2020-05-31") == 0)
    #expect(run("wp d add D1.2 Plan --due M20") == 0)
    #expect(try list("wp d list --columns code --where due<=31.05.2020") == ["D1.1"])
    #expect(
      try list("wp d list --columns code --where due<05.06.2020 --date-order dmy") == ["D1.1"])
    #expect(run("wp d list --where due<05.06.2020") == 64)
    #expect(try list("wp d list --columns code --where due_on>M19") == ["D1.2"])
    #expect(try list("wp d list --columns code --where due_on<today-3000w") == [])
    #expect(try list("history --columns step --where at>2000-01-01").count == 3)
  }

  @Test func `countries and columns are named as people name them`() throws {
    #expect(
      run("partner contact add --organisation Alfa --country CZ --employees 12") == 0)
    #expect(run("partner contact add --organisation Beta --country DE") == 0)
    #expect(
      try list("partner contact list --columns organisation --where country=Tschechien") == ["Alfa"]
    )
    #expect(
      try list("partner contact export --columns organisation --where country!=Niemcy") == ["Alfa"])
    #expect(try list("wp list --columns code --where leads=NP") == ["WP1"])
    #expect(run("wp milestone add MS1 Kick-off --due M1 --lead AV") == 0)
    #expect(try list("wp milestone list --columns code --where lead=AV") == ["MS1"])
  }
}

import Glibc
import Testing

@testable import BluesCommands

@Suite struct `Options of the last import of a list` {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    #expect(Launch.run(["init", "--db", folder("p.db"), "-o", folder("init.txt")]) == 0)
  }

  private func write(_ bytes: [UInt8], _ name: String = "list.csv") throws {
    let file = try #require(fopen(folder(name), "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  private func write(_ text: String, _ name: String = "list.csv") throws {
    try write(Array(text.utf8), name)
  }

  private func run(_ words: [String]) throws -> (code: Int32, text: String) {
    let code = Launch.run(words + ["--db", folder("p.db"), "-o", folder("out.txt"), "--force"])
    return (code, code == 0 || code == 3 ? try folder.text("out.txt") : "")
  }

  private func imported(_ words: String..., file: String = "list.csv") throws -> [String] {
    let done = try run(["partner", "contact", "import", folder(file)] + words)
    #expect(done.code == 0)
    return done.text.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("As for the last import") }
  }

  private func contacts(_ columns: String) throws -> [String] {
    try run(["partner", "contact", "list", "--format", "csv", "--columns", columns]).text
      .split(separator: "\n").dropFirst().map(String.init)
  }

  @Test func `hold for its next edition, and are told`() throws {
    try write("Betrieb;Netzpost;Stand\nAlfa;a@example.org;A1\n")
    let said = [
      "--map", "Betrieb=organisation", "--map", "Netzpost=email", "--unmapped", "keep",
      "--partner", "NP", "--country", "CZ",
    ]
    #expect(try run(["partner", "contact", "import", folder("list.csv")] + said).code == 0)
    try write("Betrieb;Netzpost;Stand\nBeta;b@example.org;A2\n")
    #expect(
      try imported() == [
        "As for the last import of this list: --partner NP, --country CZ, "
          + "--map Betrieb=organisation, --map Netzpost=email, --unmapped keep."
      ])
    #expect(
      try contacts("organisation,email,country,partner")
        == ["Alfa,a@example.org,CZ,NP", "Beta,b@example.org,CZ,NP"])
  }

  @Test func `hold for the mended rows of a file that --rejects named`() throws {
    try write("Betrieb;Netzpost\nAlfa;a@example.org\nBeta;b-example.org\n")
    let said = [
      "--map", "Betrieb=organisation", "--map", "Netzpost=email", "--partner", "NP",
      "--rejects", folder("bad.csv"),
    ]
    #expect(try run(["partner", "contact", "import", folder("list.csv")] + said).code == 3)
    let mended = try folder.text("bad.csv").replacing("b-example.org", with: "b@example.org")
    try write(mended, "bad.csv")
    #expect(
      try imported(file: "bad.csv") == [
        "As for the last import of this list: --partner NP, --map Betrieb=organisation, "
          + "--map Netzpost=email."
      ])
    #expect(
      try contacts("organisation,email,partner")
        == ["Alfa,a@example.org,NP", "Beta,b@example.org,NP"])
  }

  @Test func `give way to what is said now`() throws {
    try write("Betrieb,Sitz\nAlfa,Brno\n")
    _ = try imported("--map", "Betrieb=organisation", "--map", "Sitz=city", "--country", "CZ")
    try write("Betrieb,Sitz\nBeta,Wien\n")
    #expect(
      try imported("--country", "AT", "--map", "Sitz=region")
        == ["As for the last import of this list: --map Betrieb=organisation."])
    #expect(
      try contacts("organisation,city,region,country") == ["Alfa,Brno,,CZ", "Beta,,Wien,AT"])
  }

  @Test func `are left out where that is said, and forgotten with it`() throws {
    try write("name\nAlfa\n")
    _ = try imported("--country", "CZ")
    try write("name\nBeta\n")
    #expect(try imported("--forget") == [])
    try write("name\nGama\n")
    #expect(try imported() == [])
    #expect(try contacts("organisation,country") == ["Alfa,CZ", "Beta,", "Gama,"])
  }

  @Test func `are those of the import that stands`() throws {
    try write("name\nAlfa\n")
    _ = try imported("--country", "CZ")
    try write("name\nBeta\n")
    _ = try imported("--country", "SK")
    #expect(try run(["undo"]).code == 0)
    #expect(try imported() == ["As for the last import of this list: --country CZ."])
  }

  @Test func `a value for all rows is said for one list, and never taken over`() throws {
    try write("name,Stand\nAlfa,A1\n")
    _ = try imported("--country", "CZ", "--set", "city=Brno", "--unmapped", "ignore")
    try write("name,Stand\nBeta,A2\n")
    #expect(
      try imported()
        == ["As for the last import of this list: --country CZ, --unmapped ignore."])
    #expect(try contacts("organisation,city,country") == ["Alfa,Brno,CZ", "Beta,,CZ"])
  }

  @Test func `belong to the list of one partner, and to one kind of record`() throws {
    try write("name\nAlfa\n")
    _ = try imported("--partner", "NP", "--country", "CZ")
    try write("name\nBeta\n")
    #expect(try imported("--partner", "AV") == [])
    try write("name\nGama\n", "other.csv")
    #expect(try imported(file: "other.csv") == [])
    #expect(
      try run(["partner", "organisation", "import", folder("list.csv")]).text
        .contains("As for the last import") == false)
  }

  @Test func `are found by the source, whatever the file is called`() throws {
    try write("name\nAlfa\n", "march.csv")
    _ = try imported("--source", "fair", "--country", "CZ", file: "march.csv")
    try write("name\nBeta\n", "april.csv")
    #expect(
      try imported("--source", "fair", file: "april.csv")
        == ["As for the last import of this list: --country CZ."])
    #expect(try contacts("organisation,country") == ["Alfa,CZ", "Beta,CZ"])
  }

  @Test func `hold for its rejected rows once they are mended`() throws {
    try write("Betrieb,mail\nAlfa,a@example.org\nBeta,b@\n")
    let words = ["--map", "Betrieb=organisation", "--country", "CZ", "--delimiter", ","]
    #expect(try run(["partner", "contact", "import", folder("list.csv")] + words).code == 3)
    let mended = try folder.text("list.rejects.csv").replacing("b@,", with: "b@example.org,")
    try write(mended.replacing("Beta,b@\n", with: "Beta,b@example.org\n"), "list.rejects.csv")
    #expect(
      try imported(file: "list.rejects.csv") == [
        "As for the last import of this list: --country CZ, --map Betrieb=organisation."
      ])
    #expect(
      try contacts("organisation,email,country")
        == ["Alfa,a@example.org,CZ", "Beta,b@example.org,CZ"])
  }

  @Test func `a value for all rows and the decimal sign hold for rejected rows alone`() throws {
    let words = ["partner", "cost", "import"]
    let head = "partner,incurred_on,description,amount\n"
    try write(head + "NP,2020-05-04,Train,1.125\nNP,someday,Bus,2.250\n")
    let said = ["--set", "category=D.1", "--decimal", "comma"]
    #expect(try run(words + [folder("list.csv")] + said).code == 3)
    let mended = try folder.text("list.rejects.csv").replacing("NP,someday", with: "NP,2020-05-05")
    try write(mended, "list.rejects.csv")
    let done = try run(words + [folder("list.rejects.csv")])
    #expect(done.code == 0)
    #expect(
      done.text.contains(
        "As for the last import of this list: --set category=D.1, --decimal comma."))
    #expect(
      try run(["partner", "cost", "list", "--format", "csv", "--columns", "category,amount"]).text
        == "category,amount\nD.1,1125.00\nD.1,2250.00\n")
    try write(head + "NP,2020-06-04,Train,10.00\n")
    let next = try run(words + [folder("list.csv")])
    #expect(next.text.contains("--set") == false)
  }

  @Test func `the person and month of a sheet hold for its rejected rows`() throws {
    #expect(try run(["partner", "person", "add", "NP-1", "NP"]).code == 0)
    try write("wp,4,5\nWP1,7.5,x\n", "may.csv")
    let words = ["workpackage", "effort", "import"]
    #expect(
      try run(words + [folder("may.csv"), "--person", "NP-1", "--month", "2020-05"]).code == 3)
    try write("wp,4,5\nWP1,7.5,\nWP1,1,x\n", "june.csv")
    #expect(
      try run(words + [folder("june.csv"), "--person", "NP-1", "--month", "2020-06"]).code == 3)
    let mended = try folder.text("june.rejects.csv").replacing("WP1,1,x", with: "WP1,1,2")
    try write(mended, "june.rejects.csv")
    let done = try run(words + [folder("june.rejects.csv")])
    #expect(done.code == 0)
    #expect(
      done.text.contains(
        "As for the last import of this list: --set month=2020-06, --set person=NP-1."))
    #expect(
      try run(["workpackage", "effort", "list", "--format", "csv", "--columns", "worked_on,hours"])
        .text
        == "worked_on,hours\n2020-06-04,7.50\n2020-06-04,1.00\n2020-06-05,2.00\n")
  }

  @Test func `an encoding holds for a list that does not say its own`() throws {
    // Łódź in windows-1250, then in UTF-8.
    try write(Array("name,city\nAlfa,".utf8) + [0xA3, 0xF3, 0x64, 0x9F, 0x0A])
    _ = try imported("--encoding", "windows-1250")
    try write(Array("name,city\nBeta,".utf8) + [0xA3, 0xF3, 0x64, 0x9F, 0x0A])
    #expect(try imported() == ["As for the last import of this list: --encoding windows-1250."])
    try write("name,city\nGama,Łódź\n")
    #expect(try imported() == [])
    try write(Array("name,city\nDelta,".utf8) + [0xA3, 0xF3, 0x64, 0x9F, 0x0A])
    #expect(try imported() == ["As for the last import of this list: --encoding windows-1250."])
    #expect(
      try contacts("organisation,city") == ["Alfa,Łódź", "Beta,Łódź", "Gama,Łódź", "Delta,Łódź"])
  }

  @Test func `hold for lists of every kind, and what fails by them says so`() throws {
    try write("Kennung;Titel;bis\nD1.1;Study;05.06.2020\n", "plan.csv")
    let path = ["workpackage", "deliverable", "import", folder("plan.csv")]
    let said = [
      "--map", "Kennung=code", "--map", "Titel=title", "--map", "bis=due", "--date-order", "dmy",
      "--blank-words", "offen,unklar",
    ]
    #expect(try run(path + said).code == 0)
    try write("Kennung;Titel;bis\nD1.2;Plan;06.07.2020\n", "plan.csv")
    let again = try run(path)
    #expect(
      again.text.contains(
        "As for the last import of this list: --date-order dmy, --blank-words offen,unklar, "
          + "--map Kennung=code, --map Titel=title, --map bis=due."))
    let list = try run(
      ["workpackage", "deliverable", "list", "--format", "csv", "--columns", "code,due"])
    #expect(list.text == "code,due\nD1.1,2020-06-05\nD1.2,2020-07-06\n")
    try write("Code;Titel;bis\nD1.3;Test;06.08.2020\n", "plan.csv")
    #expect(try run(path).code == 64)
    #expect(try run(path + ["--forget", "--unmapped", "ignore", "--set", "due=M6"]).code == 0)
  }
}

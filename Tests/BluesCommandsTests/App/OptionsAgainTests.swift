import ArgumentParser
import BluesCore
import Testing

@testable import BluesCommands

/// What mended rows need where nothing of their list was imported.
@Suite struct `Options to be said again` {
  private static let told =
    "No row was imported, so the options are not kept: add --partner NP --country DE when you "
    + "import that file."

  private static func remarks(_ list: String) throws -> [String] {
    let outcome = try ExportedStore().take(Array(list.utf8))
    return ImportPage.answer(
      outcome, of: "list.csv", reused: [], rejects: "list.rejects.csv", isRehearsal: false,
      again: ["--partner NP", "--country DE"]
    ).remarks
  }

  @Test func `are those that say what the rows are, and not how the bytes are read`() throws {
    let words = ["x.csv", "--map", "Betrieb=organisation", "--delimiter", ";"]
    var said = ListSaying(list: try ImportOptions.parse(words), partner: "NP")
    said.country = CountryCode("DE")
    #expect(said.neededAgain == ["--partner NP", "--country DE", "--map Betrieb=organisation"])
    #expect(ListSaying(list: try ImportOptions.parse(["x.csv"])).neededAgain == [])
  }

  @Test func `are not those that another import of the list keeps`() throws {
    var said = ListSaying(list: try ImportOptions.parse(["x.csv"]), partner: "NP")
    said.complete(with: ["--partner=NP", "--country=DE"])
    #expect(said.country == CountryCode("DE"))
    #expect(said.neededAgain == ["--partner NP"])
  }

  @Test func `are told where every row was rejected`() throws {
    let rejected = "organisation,email\nAqua,a@\nBora,b@\n"
    #expect(
      try Self.remarks(rejected) == [
        "Rejected rows are in list.rejects.csv: correct them there and import that file.",
        Self.told,
      ])
    #expect(
      try Self.remarks(rejected + "Cala,c@example.org\n") == [
        "Rejected rows are in list.rejects.csv: correct them there and import that file."
      ])
    #expect(try Self.remarks("organisation,email\nCala,c@example.org\n") == [])
  }
}

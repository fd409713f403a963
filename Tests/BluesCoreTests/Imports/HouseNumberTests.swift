import Tabular
import Testing

@testable import BluesCore

/// A column for the number of a house goes with that for the street.
@Suite struct `House numbers` {
  private static func street(_ headings: [String], _ cells: [String]) throws -> String? {
    let store = try Store.blues()
    let imported = try store.importContacts(csv([["Company"] + headings, ["Eins"] + cells]))
    #expect(imported.counts == [1, 1, 0, 0, 0])
    return try #require(try store.contacts.all().first).known[.street]
  }

  @Test(arguments: [
    ("Straße", "Hausnr."), ("Strasse", "Hausnummer"), ("Straße", "Haus-Nr."), ("Straße", "Nr."),
    ("Straße", "HNr"), ("Street", "House number"), ("Street", "House No."), ("Address", "Number"),
    ("Street", "Building number"), ("Rue", "N°"), ("Rue", "Nº"), ("Voie", "N° de voie"),
    ("Adresse", "Numéro"), ("Rue", "Numéro de rue"), ("Calle", "Número"), ("Calle", "Núm."),
    ("Dirección", "Nº"), ("Ulica", "nr domu"), ("Ulica", "Nr budynku"), ("Ulica", "Numer domu"),
    ("Ulice", "č.p."), ("Ulice", "Č. p."), ("Ulice", "Číslo popisné"), ("Ulice", "čp"),
    ("Ulice", "Číslo domu"), ("Ulice", "č.p./č.o."), ("Straat", "Huisnummer"),
    ("Straat", "Huisnr."),
  ])
  func `are behind the street`(street: String, number: String) throws {
    #expect(try Self.street([street, number], ["Lindengasse", "12a"]) == "Lindengasse 12a")
    #expect(try Self.street([street, number], ["Lindengasse", ""]) == "Lindengasse")
    #expect(try Self.street([street, number], ["", "12"]) == "12")
  }

  @Test func `go before the street where the column does, in English and French only`() throws {
    #expect(try Self.street(["N°", "Rue"], ["12", "rue Haute"]) == "12 rue Haute")
    #expect(
      try Self.street(["House number", "Street"], ["12", "High Street"]) == "12 High Street")
    #expect(try Self.street(["Hausnr.", "Straße"], ["12", "Lindengasse"]) == "Lindengasse 12")
    #expect(try Self.street(["Nº", "Calle"], ["12", "Calle Mayor"]) == "Calle Mayor 12")
    #expect(try Self.street(["č.p.", "Ulice"], ["12", "Dlouhá"]) == "Dlouhá 12")
  }

  @Test func `have a second part`() throws {
    #expect(
      try Self.street(["Ulice", "č.p.", "č.o."], ["Dlouhá", "730", "35"]) == "Dlouhá 730/35")
    #expect(try Self.street(["Ulice", "č.p.", "č.o."], ["Dlouhá", "", "35"]) == "Dlouhá 35")
    #expect(
      try Self.street(["Ulica", "Nr domu", "Nr lokalu"], ["Długa", "5", "7"]) == "Długa 5/7")
    #expect(
      try Self.street(["Straat", "Huisnummer", "Toevoeging"], ["Kade", "5", "bis"]) == "Kade 5 bis")
    #expect(
      try Self.street(["Calle", "Número", "Piso"], ["Calle Mayor", "5", "3º B"])
        == "Calle Mayor 5, 3º B")
  }

  @Test func `that say nothing, or stand in the street already, add nothing`() throws {
    #expect(try Self.street(["Straße", "Hausnr."], ["Lindengasse", "-"]) == "Lindengasse")
    #expect(try Self.street(["Straße", "Hausnr."], ["Lindengasse 12", "12"]) == "Lindengasse 12")
    #expect(try Self.street(["Straße", "Hausnr."], ["Platz 1", "12"]) == "Platz 1 12")
  }

  @Test func `are all that is known of a street in a village`() throws {
    let store = try Store.blues()
    let imported = try store.importContacts(
      csv([["Firma", "č.p.", "Obec", "PSČ"], ["Eins", "12", "Lhota", "391 55"]]))
    #expect(imported.counts == [1, 1, 0, 0, 0])
    let known = try #require(try store.contacts.all().first).known
    #expect([known[.street], known[.city], known[.postcode]] == ["12", "Lhota", "391 55"])
  }

  @Test func `are no postcode, and a number of rows is none`() throws {
    let store = try Store.blues()
    let imported = try store.importContacts(
      csv([["Empresa", "CP", "Ciudad"], ["Eins", "08001", "Vigo"]]))
    #expect(imported.counts == [1, 1, 0, 0, 0])
    #expect(try store.contacts.all().first?.known[.postcode] == "08001")
    let problem = #expect(throws: MappingProblem.self) {
      try store.importContacts(csv([["N°", "Société", "Rue"], ["1", "Eins", "rue Haute"]]))
    }
    #expect(problem?.message == "No field matches column 1 \"N°\".")
  }

  @Test func `a number of a telephone beside a street is none`() throws {
    let headings = ["Company", "Address", "Number"]
    func target(_ cell: String) throws -> Mapping.Target {
      try Mapping.settle(
        header: headings, width: 3, fields: ContactHeadings.fields,
        request: .test(unmapped: .keep), sample: [["Eins", "High Street", cell]],
        known: ContactHeadings.known
      ).columns[2].target
    }
    #expect(try target("+44 20 7946 0000") == .kept)
    #expect(try target("12-14") == .more("street"))
    #expect(try target("") == .more("street"))
  }

  @Test func `the saved mapping joins them as well`() throws {
    let headings = ["Firma", "Straße", "Hausnr."]
    let request = ImportRequest.test()
    let mapping = try Mapping.settle(
      header: headings, width: 3, fields: ContactHeadings.fields, request: request,
      known: ContactHeadings.known)
    #expect(mapping.columns[2].target == .more("street"))
    #expect(mapping.columns[2].reason == .heading(.german))
    let saved = MappingFile(mapping, request, .init()).toml(
      list: "l.csv", on: try .of("2026-11-22"))
    #expect(saved.contains("\"Hausnr.\" = { field = \"street\", joined = true }"))
    var again = ImportRequest.test()
    again.file = try MappingFile(text: Array(saved.utf8), name: "saved.toml")
    let store = try Store.blues()
    _ = try store.importContacts(csv([headings, ["Eins", "Lindengasse", "12"]]), again)
    #expect(try store.contacts.all().first?.known[.street] == "Lindengasse 12")
  }
}

import Tabular
import Testing

@testable import BluesCore

/// Columns of two fields are taken apart by their headings alone.
@Suite struct `Headings of two fields` {
  private static func known(_ heading: String, _ cell: String) throws -> ContactDraft {
    let store = try Store.blues()
    let imported = try store.importContacts(csv([["Firma", heading], ["Eins", cell]]))
    #expect(imported.counts == [1, 1, 0, 0, 0])
    return try #require(try store.contacts.all().first).known
  }

  @Test(arguments: [
    "PLZ/Ort", "PLZ Ort", "Ort/PLZ", "Postcode/City", "CP / Ville", "Code postal et ville",
    "CP/Población", "Kod i miasto", "PSČ, město",
  ])
  func `a postcode and a town in one`(heading: String) throws {
    for cell in ["89073 Ulm", "89073/Ulm", "89073, Ulm", "Ulm 89073", "Ulm / 89073"] {
      let known = try Self.known(heading, cell)
      #expect([known[.postcode], known[.city]] == ["89073", "Ulm"], "\(cell)")
    }
  }

  @Test(
    arguments: [
      ("110 00 Praha 1", "110 00", "Praha 1"), ("Halle/Saale", nil, "Halle/Saale"),
      ("06108 Halle/Saale", "06108", "Halle/Saale"), ("89073", "89073", nil), ("Ulm", nil, "Ulm"),
    ] as [(String, String?, String?)])
  func `a cell that says only one, or has a slash in its town`(
    cell: String, postcode: String?, city: String?
  ) throws {
    let known = try Self.known("PLZ/Ort", cell)
    #expect([known[.postcode], known[.city]] == [postcode, city])
  }

  @Test(arguments: [
    "Nachname, Vorname", "Name, Vorname", "Last name, First name", "Nom, Prénom",
    "Apellidos, Nombre", "Apellidos y nombre", "Příjmení a jméno", "Nazwisko i imię",
  ])
  func `a family name and a given name in one`(heading: String) throws {
    let known = try Self.known(heading, "Smith, Jo")
    #expect([known[.givenName], known[.familyName], known[.name]] == ["Jo", "Smith", nil])
    let whole = try Self.known(heading, "Jo Smith")
    #expect([whole[.givenName], whole[.familyName], whole[.name]] == [nil, nil, "Jo Smith"])
  }

  @Test func `the saved mapping says how they are taken apart`() throws {
    let headings = ["Firma", "PLZ/Ort", "Nachname, Vorname"]
    let request = ImportRequest.test()
    let mapping = try Mapping.settle(
      header: headings, width: 3, fields: ContactHeadings.fields, request: request,
      known: ContactHeadings.known)
    let saved = MappingFile(mapping, request, .init()).toml(
      list: "l.csv", on: try .of("2026-11-22"))
    #expect(
      saved.contains("\"PLZ/Ort\" = { fields = [\"postcode\", \"city\"], split = \"place\" }"))
    #expect(
      saved.contains(
        "\"Nachname, Vorname\" = { field = \"name\", split = \"family, given\" }"))
  }
}

import Testing

@testable import BluesCore

/// What stands merged above headings says whose the values are.
@Suite struct `Headings below merged ones` {
  private static func fields(
    _ groups: [String], _ headings: [String], _ fields: [ImportField] = ContactHeadings.fields,
    known: @escaping (String, [String]) -> String? = ContactHeadings.known
  ) throws -> [Mapping.Target] {
    try Mapping.settle(
      header: headings, width: headings.count, fields: fields, request: .test(), groups: groups,
      known: known
    ).columns.map(\.target)
  }

  @Test(arguments: [
    ("Firma", "Kontakt", "Name"), ("Company", "Contact person", "Name"),
    ("Entreprise", "Contact", "Nom"), ("Empresa", "Persona de contacto", "Nombre"),
    ("Firma", "Osoba kontaktowa", "Nazwa"), ("Společnost", "Kontaktní osoba", "Název"),
    ("Angaben zum Unternehmen", "Ansprechpartnerin", "Bezeichnung"),
  ])
  func `a name is that of the organisation, or of the person`(
    firm: String, person: String, name: String
  ) throws {
    #expect(
      try Self.fields([firm, firm, person, person], [name, "Land", "Telefon", "E-Mail"])
        == [.field("organisation"), .field("country"), .field("phone"), .field("email")])
    #expect(
      try Self.fields(
        [firm, firm, person, person],
        ["\(firm) \(name)", "Land", "\(person) \(name)", "E-Mail"])
        == [.field("organisation"), .field("country"), .field("name"), .field("email")])
    #expect(
      try Self.fields(
        [person, person, firm, firm], [name, "E-Mail", "Organisation", "Land"])
        == [.field("name"), .field("email"), .field("organisation"), .field("country")])
  }

  @Test func `beside one half of a person's name it is the other`() throws {
    #expect(
      try Self.fields(
        ["Empresa", "Contacto", "Contacto"],
        ["Empresa Nombre", "Contacto Nombre", "Apellidos"])
        == [.field("organisation"), .field("given_name"), .field("family_name")])
    #expect(
      try Self.fields(["Firma", "Kontakt", "Kontakt"], ["Name", "Vorname", "Nachname"])
        == [.field("organisation"), .field("given_name"), .field("family_name")])
  }

  @Test func `of two addresses the person's goes first`() throws {
    #expect(
      try Self.fields(
        ["Firma", "Firma", "Firma", "Kontakt", "Kontakt", "Kontakt"],
        [
          "Firma Name", "Firma E-Mail", "Firma Telefon", "Kontakt Name", "Kontakt E-Mail",
          "Kontakt Telefon",
        ])
        == [
          .field("organisation"), .more("email"), .more("phone"), .field("name"), .field("email"),
          .field("phone"),
        ])
  }

  @Test func `of what can be only one the organisation's is not taken for the person's`() throws {
    let problem = #expect(throws: MappingProblem.self) {
      try Self.fields(
        ["Firma", "Firma", "Kontakt", "Kontakt"],
        ["Firma Name", "Firma Ort", "Kontakt Name", "Kontakt Ort"])
    }
    #expect(problem?.message == "No field matches column 2 \"Firma Ort\".")
  }

  @Test func `lists of organisations know the name as well`() throws {
    #expect(
      try Self.fields(
        ["Firma", "Firma", "Bank"], ["Name", "Land", "IBAN"], OrganisationHeadings.fields,
        known: { _, _ in nil }) == [.field("name"), .field("country"), .field("iban")])
    #expect(
      try Self.fields(
        ["Firma", "Firma", "Bank"], ["Firma Name", "Land", "IBAN"], OrganisationHeadings.fields,
        known: { _, _ in nil }) == [.field("name"), .field("country"), .field("iban")])
  }

  @Test func `what stands above both, or neither, says nothing`() throws {
    #expect(
      try Self.fields(
        ["Kontaktdaten der Firma", "Kontaktdaten der Firma", "Adresse"],
        ["Name", "E-Mail", "Ort"])
        == [.field("organisation"), .field("email"), .field("city")])
  }
}

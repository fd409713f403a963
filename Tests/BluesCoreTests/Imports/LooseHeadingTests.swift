import Testing

@testable import BluesCore

/// Headings that say a field in more words than it has.
@Suite struct `Headings in other words` {
  private static func column(_ heading: String, besides: [String] = []) throws -> Mapping.Column {
    let headings = ["Company", heading] + besides
    return try Mapping.settle(
      header: headings, width: headings.count, fields: ContactHeadings.fields,
      request: .test(unmapped: .keep), known: ContactHeadings.known
    ).columns[1]
  }

  @Test(arguments: [
    ("Kontakt-E-Mail", "email"), ("E-mail de contact", "email"), ("Correo de contacto", "email"),
    ("E-mail kontaktowy", "email"), ("Kontaktní e-mail", "email"), ("Email Kontakt", "email"),
    ("Ansprechpartner (E-Mail)", "email"), ("Teléfono de contacto", "phone"),
    ("Nr tel. kontaktowego", "phone"), ("Tel. (Büro)", "phone"), ("Telefon geschäftl.", "phone"),
    ("N° de téléphone fixe", "phone"), ("Homepage/URL", "website"),
    ("Página Web / URL", "website"), ("Name Ansprechpartner", "name"),
    ("Kontaktperson Name", "name"), ("Nom et prénom du contact", "name"),
    ("Nombre del responsable", "name"), ("Osoba do kontaktu (imię i nazwisko)", "name"),
    ("Jméno kontaktní osoby", "name"), ("Anzahl der Mitarbeiter", "employees"),
    ("Mitarbeiterzahl (2020)", "employees"), ("Effectif (ETP)", "employees"),
    ("Plantilla (nº)", "employees"), ("Jahresumsatz in EUR", "turnover"),
    ("Umsatz (€)", "turnover"), ("NIF/CIF", "vat"), ("NIP / VAT", "vat"), ("DIČ (VAT)", "vat"),
    ("Staat/Land", "country"), ("País (sede)", "country"), ("Sitz (Land)", "country"),
    ("Branche/Sektor", "sector"),
  ])
  func `are known`(heading: String, field: String) throws {
    let column = try Self.column(heading)
    #expect(column.target == .field(field))
    #expect(column.reason == .otherWords)
  }

  @Test(arguments: [
    "CA (k€)", "Umsatz (TEUR)", "Umsatz in Tsd. EUR", "Obrót (PLN)", "Ansprechpartner (Firma)",
    "Telefon/E-Mail", "Kontakte", "P", "Name der Bank", "Land der Gründung",
  ])
  func `of another unit, or of two fields, are of none`(heading: String) throws {
    #expect(try Self.column(heading).target == .kept)
  }

  @Test func `are of none where two say the same, or another column says it`() throws {
    #expect(try Self.column("Umsatz (2019)", besides: ["Umsatz (2020)"]).target == .kept)
    #expect(try Self.column("Kontakt-E-Mail", besides: ["E-Mail"]).target == .kept)
  }

  @Test(arguments: [
    "Code postal/Commune", "Kod pocztowy / miejscowość", "Miasto i kod", "Město, PSČ",
    "Ort (PLZ)", "Población y código postal",
  ])
  func `a postcode and a town in any words are taken apart`(heading: String) throws {
    let column = try Self.column(heading)
    #expect(column.target == .fields(["postcode", "city"]))
    #expect(column.transformation == Transformation(step: .place))
  }

  @Test func `lists of organisations know them as well`() throws {
    let mapping = try Mapping.settle(
      header: ["Name Ansprechpartner", "Anzahl MA", "NIF/CIF", "Firma/Organisation"], width: 4,
      fields: OrganisationHeadings.fields, request: .test(unmapped: .keep))
    #expect(
      mapping.columns.map(\.target)
        == [.kept, .field("employees"), .field("vat"), .field("name")])
  }
}

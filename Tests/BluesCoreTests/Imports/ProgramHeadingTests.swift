import Tabular
import Testing

@testable import BluesCore

@Suite struct `Headings of address books` {
  /// Where each column goes: a field, `+field` for one that follows another, `kept` or `ignored`.
  private static func targets(_ headings: String) throws -> [String] {
    let headings = headings.split(separator: ",").map(String.init)
    let mapping = try Mapping.settle(
      header: headings, width: headings.count, fields: ContactHeadings.fields, request: .test(),
      known: ContactHeadings.known)
    return mapping.columns.map { column in
      switch column.target {
      case .field(let name): name
      case .more(let name): "+\(name)"
      case .fields(let names): names.joined(separator: "+")
      case .kept: "kept"
      case .ignored: "ignored"
      }
    }
  }

  @Test func `Google, new and old`() throws {
    #expect(
      try Self.targets(
        "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,File As,"
          + "Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,"
          + "E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
          + "Phone 2 - Value,Address 1 - Label,Address 1 - Country,Address 1 - Street,Address 1 - City,"
          + "Address 1 - Region,Address 1 - Postal Code,Website 1 - Label,Website 1 - Value") == [
          "given_name", "kept", "family_name", "kept", "title", "kept", "kept", "kept",
          "organisation",
          "position", "kept", "kept", "note", "kept", "kept", "kept", "email", "kept", "+email",
          "kept",
          "phone", "+phone", "kept", "country", "street", "city", "region", "postcode", "kept",
          "website",
        ])
    #expect(
      try Self.targets(
        "Name,Given Name,Additional Name,Family Name,Yomi Name,Name Prefix,Initials,Birthday,Gender,Group Membership,"
          + "E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title"
      ) == [
        "name", "given_name", "kept", "family_name", "kept", "title", "kept", "kept", "kept",
        "kept",
        "kept", "email", "kept", "organisation", "position",
      ])
  }

  @Test func `Outlook, with names that e-mail addresses are shown by`() throws {
    for (mail, display) in [
      (
        "Prénom,Deuxième prénom,Nom,Suffixe,Société,Service,Rue (bureau),Adresse de messagerie",
        "Nom complet de l'adresse de messagerie"
      ),
      (
        "Jméno,Druhé jméno,Příjmení,Přípona,Společnost,Oddělení,Ulice (práce),E-mailová adresa",
        "Zobrazované jméno e-mailu"
      ),
      (
        "Imię,Drugie imię,Nazwisko,Sufiks,Firma,Dział,Adres służbowy - ulica,Adres e-mail",
        "Adres e-mail - nazwa wyświetlana"
      ),
      (
        "Nombre,Segundo nombre,Apellidos,Sufijo,Empresa,Departamento,Calle del trabajo,Correo",
        "Nombre de correo electrónico para mostrar"
      ),
    ] {
      #expect(
        try Self.targets("\(mail),\(display)") == [
          "given_name", "kept", "family_name", "kept", "organisation", "kept", "street", "email",
          "kept",
        ], "\(display)")
    }
  }

  @Test func `Outlook, in English and German`() throws {
    #expect(
      try Self.targets(
        "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,"
          + "Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,"
          + "Business Fax,Business Phone,Business Phone 2,Home Phone,Mobile Phone,Pager,Birthday,Categories,"
          + "E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,Notes,Web Page"
      ) == [
        "title", "given_name", "kept", "family_name", "kept", "organisation", "kept", "position",
        "street",
        "+street", "city", "region", "postcode", "country", "kept", "kept", "fax", "phone",
        "+phone",
        "+phone", "mobile", "kept", "kept", "kept", "email", "kept", "kept", "+email", "kept",
        "note",
        "website",
      ])
    #expect(
      try Self.targets(
        "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Straße geschäftlich,Ort geschäftlich,"
          + "Region geschäftlich,Postleitzahl geschäftlich,Land/Region geschäftlich,Straße privat,Fax geschäftlich,"
          + "Telefon geschäftlich,Telefon geschäftlich 2,Telefon (privat),Mobiltelefon,E-Mail-Adresse,E-Mail-Typ,"
          + "E-Mail 2: Adresse,Kategorien,Notizen,Webseite") == [
          "salutation", "given_name", "kept", "family_name", "kept", "organisation", "kept",
          "position",
          "street", "city", "region", "postcode", "country", "kept", "fax", "phone", "+phone",
          "+phone",
          "mobile", "email", "kept", "+email", "kept", "note", "website",
        ])
  }

  @Test func `Thunderbird, in English and German`() throws {
    #expect(
      try Self.targets(
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,"
          + "Fax Number,Pager Number,Mobile Number,Home Address,Home City,Work Address,Work Address 2,Work City,Work State,"
          + "Work ZipCode,Work Country,Job Title,Department,Organization,Web Page 1,Birth Year,Custom 1,Notes"
      ) == [
        "given_name", "family_name", "name", "kept", "email", "+email", "kept", "phone", "+phone",
        "fax",
        "kept", "mobile", "kept", "kept", "street", "+street", "city", "region", "postcode",
        "country",
        "position", "kept", "organisation", "website", "kept", "kept", "note",
      ])
    #expect(
      try Self.targets(
        "Vorname,Nachname,Anzeigename,Spitzname,Primäre E-Mail-Adresse,Sekundäre E-Mail-Adresse,Messenger-Name,"
          + "Tel. dienstlich,Tel. privat,Fax-Nummer,Pager-Nummer,Mobil-Tel.-Nr.,Privat: Adresse,Dienstlich: Adresse,"
          + "Dienstlich: Ort,Dienstlich: PLZ,Dienstlich: Land,Abteilung,Organisation,Webseite 1,Geburtsjahr,Notizen"
      ) == [
        "given_name", "family_name", "name", "kept", "email", "+email", "kept", "phone", "+phone",
        "fax",
        "kept", "mobile", "kept", "street", "city", "postcode", "country", "kept", "organisation",
        "website", "kept", "note",
      ])
  }

  @Test(arguments: [
    ("Tél. fixe", "phone"), ("Telefon (Festnetz)", "phone"), ("Tlf.", "phone"),
    ("Nº empleados", "employees"),
    ("N° de téléphone", "phone"),
    ("PLZ/Ort", "postcode+city"), ("CP / Ville", "postcode+city"),
    ("Kod pocztowy i miejscowość", "postcode+city"),
    ("PSČ, město", "postcode+city"), ("Code postal et ville", "postcode+city"),
    ("C.P. y ciudad", "postcode+city"),
    ("Straße + Hausnr.", "street"), ("Anrede", "salutation"), ("Civilité", "salutation"),
    ("Oslovení", "salutation"),
    ("Tratamiento", "salutation"), ("Zwrot grzecznościowy", "salutation"), ("Titel", "title"),
    ("Titre", "title"),
    ("Título", "title"), ("Tytuł", "title"), ("Titul", "title"), ("Opt-out", "opt_out"),
    ("Abgemeldet", "opt_out"),
    ("Désabonné", "opt_out"), ("Baja", "opt_out"),
    ("Nachname, Vorname", "given_name+family_name+name"),
    ("Correo electrónico", "email"), ("Adresse de messagerie", "email"),
    ("Numer komórkowy", "mobile"),
  ])
  func `headings of lists made by hand`(heading: String, target: String) throws {
    let found = try Mapping.settle(
      header: ["Firma", heading], width: 2, fields: ContactHeadings.fields, request: .test(),
      known: ContactHeadings.known)
    #expect(found.columns[1].target.fields.joined(separator: "+") == target)
  }

  @Test func `a title is one beside a position, else it is the position`() throws {
    #expect(try Self.targets("Company,Title,Position") == ["organisation", "title", "position"])
    #expect(try Self.targets("Company,Title") == ["organisation", "position"])
    #expect(try Self.targets("organisation,title,opt_out") == ["organisation", "title", "opt_out"])
  }

  @Test func `values of several columns stand in one field, as of several in a cell`() throws {
    let store = try Store.blues()
    let rows = [
      [
        "First Name", "Last Name", "E-mail 1 - Label", "E-mail 1 - Value", "E-mail 2 - Value",
        "Phone 1 - Value", "Phone 2 - Value",
      ],
      [
        "Ana", "Ruiz", "Work", "a@example.org", "b@example.org",
        "+49 351 5550120 ::: +49 351 5550121", "+49 351 5550122",
      ],
      ["Ben", "Ito", "", "", "c@example.org", "", ""],
      ["Cyd", "Fox", "", "d@example.org", "d@example.org", "", ""],
    ]
    let imported = try store.importContacts(csv(rows), .test(unmapped: .keep))
    #expect(imported.counts == [3, 3, 0, 0, 0])
    let all = try store.contacts.all()
    #expect(
      all.map { $0.known[.email] ?? "" }
        == ["a@example.org; b@example.org", "c@example.org", "d@example.org"])
    #expect(
      all[0].known[.phone] == "+49 351 5550120; +49 351 5550121; +49 351 5550122")
    #expect(try store.importContacts(csv(rows), .test(unmapped: .keep)).outcome.unchanged == 3)
  }

  @Test(arguments: [
    ("01067 Dresden", "01067", "Dresden"), ("110 00 Praha 1", "110 00", "Praha 1"),
    ("Praha 1", nil, "Praha 1"),
    ("D-01067 Dresden", "D-01067", "Dresden"), ("SW1A 1AA London", "SW1A 1AA", "London"),
    ("Dresden 01067", "01067", "Dresden"),
    ("00-950 Warszawa", "00-950", "Warszawa"), ("75001", "75001", nil),
    ("Bad Homburg", nil, "Bad Homburg"),
    ("28001, Madrid", "28001", "Madrid"), ("", nil, nil),
  ])
  func `a postcode and a town are taken apart`(text: String, postcode: String?, city: String?) {
    let parts = text.isEmpty ? [nil, nil] : PlaceSplit.parts(of: text)
    #expect(parts == [postcode, city])
  }

  @Test func `a mapping file says both`() throws {
    let text = """
      [columns]
      "Tel 2" = { field = "phone", joined = true }
      "PLZ/Ort" = { fields = ["postcode", "city"], split = "place" }

      """
    let file = try MappingFile(text: Array(text.utf8), name: "m.toml")
    let request = ImportRequest(fileName: "l.csv", file: file)
    let mapping = try Mapping.settle(
      header: ["Name", "Tel", "Tel 2", "PLZ/Ort"], width: 4, fields: ContactHeadings.fields,
      request: request,
      known: ContactHeadings.known)
    #expect(
      mapping.columns.map(\.target) == [
        .field("organisation"), .field("phone"), .more("phone"), .fields(["postcode", "city"]),
      ])
    let saved = MappingFile(mapping, request, .init()).toml(
      list: "l.csv", on: try .of("2026-11-22"))
    #expect(saved.contains("\"Tel 2\" = { field = \"phone\", joined = true }"))
    #expect(
      saved.contains("\"PLZ/Ort\" = { fields = [\"postcode\", \"city\"], split = \"place\" }"))
  }

  @Test func `salutation, title and opt-out are kept with the contact`() throws {
    let store = try Store.blues()
    try store.importContacts(
      csv([["Firma", "Anrede", "Titel", "Abgemeldet"], ["Aqua", "Frau", "Dr.", "ja"]]))
    let known = try #require(try store.contacts.all().first).known
    #expect([known[.salutation], known[.title], known[.optOut]] == ["Frau", "Dr.", "ja"])
  }

  @Test(arguments: [
    ("Nazwa firmy,Osoba kontaktowa,Telefon,Telefon 2", HeadingLanguage.polish),
    ("Firma,Ansprechpartner,PLZ/Ort", .german), ("Société,Téléphone,Téléphone 2", .french),
    ("Organisation,E-mail,E-mail 2", .english), ("Firma,Ansprechpartner,E-Mail privat", .german),
  ])
  func `a column of a program says in which language its heading is`(
    headings: String, language: HeadingLanguage
  ) throws {
    let headings = headings.split(separator: ",").map(String.init)
    let mapping = try Mapping.settle(
      header: headings, width: headings.count, fields: ContactHeadings.fields, request: .test(),
      known: ContactHeadings.known)
    #expect(mapping.columns.last?.reason == .heading(language))
  }
}

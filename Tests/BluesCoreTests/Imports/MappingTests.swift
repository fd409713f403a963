import Basics
import Testing

@testable import BluesCore

@Suite struct `Mapping of columns` {
  /// Where each column of a contact list goes: its field, `kept` or `ignored`.
  func targets(_ headings: [String]?, width: Int? = nil, _ request: ImportRequest = .test()) throws
    -> [String]
  {
    let mapping = try Mapping.settle(
      header: headings, width: width ?? headings?.count ?? 0, fields: ContactHeadings.fields,
      request: request, known: ContactHeadings.known)
    return mapping.columns.map { column in
      switch column.target {
      case .field(let name), .more(let name): name
      case .fields(let names): names.joined(separator: "+")
      case .kept: "kept"
      case .ignored: "ignored"
      }
    }
  }

  @Test(arguments: [
    ("Company,Contact person,E-mail,Telephone,Mobile,Fax,Website", "English"),
    ("Unternehmen,Ansprechpartner,E-Mail-Adresse,Telefon,Handy,Telefax,Webseite", "German"),
    ("Raison sociale,Interlocuteur,Courriel,Téléphone,Portable,Télécopie,Site web", "French"),
    ("Empresa,Persona de contacto,Correo electrónico,Teléfono,Móvil,Fax,Página web", "Spanish"),
    ("Nazwa firmy,Osoba kontaktowa,Adres e-mail,Telefon,Komórka,Faks,Strona www", "Polish"),
    ("Společnost,Kontaktní osoba,E-mailová adresa,Telefon,Mobil,Fax,Webové stránky", "Czech"),
  ])
  func `ways to reach somebody are known in six languages`(list: String, language: String) throws {
    let headings = list.split(separator: ",").map(String.init)
    #expect(
      try targets(headings) == [
        "organisation", "name", "email", "phone", "mobile", "fax", "website",
      ])
  }

  @Test(arguments: [
    ("First name,Last name,Job title,Language", "English"),
    ("Vorname,Nachname,Funktion,Sprache", "German"),
    ("Prénom,Nom de famille,Fonction,Langue", "French"),
    ("Nombre,Apellidos,Cargo,Idioma", "Spanish"),
    ("Imię,Nazwisko,Stanowisko,Język", "Polish"),
    ("Jméno,Příjmení,Funkce,Jazyk", "Czech"),
  ])
  func `people are known in six languages`(list: String, language: String) throws {
    let headings = list.split(separator: ",").map(String.init)
    #expect(try targets(headings) == ["given_name", "family_name", "position", "language"])
  }

  @Test(arguments: [
    ("Address,Post code,Town,Region,Country,Industry,Remarks", "English"),
    ("Straße,PLZ,Ort,Bundesland,Land,Branche,Bemerkung", "German"),
    ("Adresse,Code postal,Ville,Région,Pays,Secteur,Commentaire", "French"),
    ("Dirección,Código postal,Ciudad,Provincia,País,Sector,Notas", "Spanish"),
    ("Ulica,Kod pocztowy,Miasto,Województwo,Kraj,Branża,Uwagi", "Polish"),
    ("Ulice,PSČ,Město,Kraj (region),Země,Obor,Poznámka", "Czech"),
  ])
  func `places are known in six languages`(list: String, language: String) throws {
    let headings = list.split(separator: ",").map(String.init)
    #expect(
      try targets(headings) == [
        "street", "postcode", "city", "region", "country", "sector", "note",
      ])
  }

  @Test(arguments: [
    ("VAT number,Acronym", "vat,short_name"), ("USt-IdNr.,Kürzel", "vat,short_name"),
    ("Numéro de TVA,Sigle", "vat,short_name"), ("N° TVA,Sigle", "vat,short_name"),
    ("NIF,Siglas", "vat,short_name"), ("NIP,Skrót", "vat,short_name"),
    ("DIČ,Zkratka", "vat,short_name"), ("PIC,Org type", "pic,organisation_type"),
    ("Identifier,Note", "id,note"), ("id,E-MAIL", "id,email"),
    ("e_mail,given-name", "email,given_name"),
  ])
  func `numbers and ids are known`(list: String, fields: String) throws {
    let headings = list.split(separator: ",").map(String.init)
    #expect(try targets(headings).joined(separator: ",") == fields)
  }

  @Test(arguments: [
    ("Name,City", "organisation,city"), ("Nom,Ville", "organisation,city"),
    ("Nombre,Ciudad", "organisation,city"), ("Jméno,Město", "organisation,city"),
    ("Company,Name", "organisation,name"), ("Entreprise,Nom", "organisation,name"),
    ("Prénom,Nom", "given_name,family_name"), ("Nombre,Apellidos", "given_name,family_name"),
    ("Vorname,Name", "given_name,family_name"), ("Jméno,Příjmení", "given_name,family_name"),
    ("Empresa,Nombre,Apellidos", "organisation,given_name,family_name"),
    ("Name,Vorname,Nachname", "name,given_name,family_name"),
  ])
  func `a bare name is what the other headings leave over`(list: String, fields: String) throws {
    let headings = list.split(separator: ",").map(String.init)
    #expect(try targets(headings).joined(separator: ",") == fields)
  }

  @Test func `a field's own name goes before a synonym, wherever it stands`() throws {
    #expect(try targets(["mail", "email"], .test(unmapped: .keep)) == ["kept", "email"])
    #expect(try targets(["email", "mail"], .test(unmapped: .keep)) == ["email", "kept"])
    #expect(try targets(["town", "ville"], .test(unmapped: .ignore)) == ["city", "ignored"])
  }

  @Test func `what the person says goes before any heading`() throws {
    let request = ImportRequest.test(map: ["Firma=name", "2=organisation"])
    #expect(try targets(["Firma", "Name"], request) == ["name", "organisation"])
    #expect(
      try targets(["FIRMA ", "x"], .test(map: ["firma=city"], unmapped: .keep)) == ["city", "kept"])
    #expect(try targets(["a=b", "x"], .test(map: ["a=b=city", "x=name"])) == ["city", "name"])
  }

  @Test func `columns without headings go by number`() throws {
    let request = ImportRequest.test(map: ["1=organisation", "3=email"], unmapped: .keep)
    #expect(try targets(nil, width: 3, request) == ["organisation", "kept", "email"])
    #expect(
      throws: MappingProblem.unknownHeading("4", headings: ["column 1", "column 2", "column 3"])
    ) {
      try targets(nil, width: 3, .test(map: ["4=email"]))
    }
  }

  @Test func `a number means the column that bore it before the list became a rejects file`() throws
  {
    let headings = Mapping.ownHeadings + ["column 1", "column 2", "column 3"]
    let request = ImportRequest.test(map: ["1=organisation", "3=email"], unmapped: .keep)
    #expect(
      try targets(headings, request)
        == Mapping.ownHeadings.map { _ in "ignored" } + ["organisation", "kept", "email"])
  }

  @Test func `a heading that is a number is meant before the number of a column`() throws {
    #expect(try targets(["2", "1"], .test(map: ["1=city"], unmapped: .keep)) == ["kept", "city"])
  }

  @Test func `left over columns are refused with proposals, ignored or kept`() throws {
    let headings = ["company", "emial", "stand", ""]
    #expect(
      try targets(headings, .test(unmapped: .ignore)) == [
        "organisation", "ignored", "ignored", "ignored",
      ])
    #expect(
      try targets(headings, .test(unmapped: .keep)) == ["organisation", "kept", "kept", "kept"])
    let known = ContactHeadings.fields.map(\.name)
    let problem = MappingProblem.leftOver(
      [
        .init(number: 2, heading: "emial", proposal: "email"),
        .init(number: 3, heading: "stand", proposal: nil),
        .init(number: 4, heading: "column 4", proposal: nil),
      ], known: known)
    #expect(throws: problem) { try targets(headings) }
    #expect(
      problem.message == "No field matches columns 2 \"emial\", 3 \"stand\", 4 \"column 4\".")
    #expect(
      problem.hint
        == "--map \"emial=email\"; --unmapped keep keeps them, --unmapped ignore drops them; "
        + "fields: \(known.joined(separator: ", "))")
    #expect(problem.kind == .badData)
  }

  @Test func `a heading near to one that is known is proposed its field`() {
    #expect(throws: MappingProblem.self) { try targets(["company", "Telefoon"]) }
    do {
      _ = try targets(["company", "Telefoon"])
    } catch {
      #expect((error as? MappingProblem)?.hint?.hasPrefix("--map \"Telefoon=phone\"") == true)
    }
  }

  @Test(arguments: ["status", "contactForm", "contact_form", "source"])
  func `a heading that is far from every known one is proposed nothing`(heading: String) {
    do {
      _ = try targets(["company", heading])
      Issue.record("nothing was refused")
    } catch {
      #expect((error as? MappingProblem)?.hint?.hasPrefix("--unmapped keep") == true)
    }
  }

  @Test func `our own columns of a rejects file are passed over`() throws {
    #expect(
      try targets(Mapping.ownHeadings + ["company"])
        == ["ignored", "ignored", "ignored", "ignored", "ignored", "organisation"])
  }

  @Test func `two columns for one field, or one heading twice, are refused`() throws {
    let twice = MappingProblem.twice("email", headings: ["a", "b"])
    #expect(throws: twice) { try targets(["a", "b"], .test(map: ["a=email", "b=email"])) }
    #expect(twice.message == "Columns \"a\" and \"b\" both map to email.")
    let same = MappingProblem.sameHeading("tel", columns: [1, 3])
    #expect(throws: same) { try targets(["tel", "x", "tel"], .test(map: ["tel=phone"])) }
    #expect(same.message == "\"tel\" is the heading of columns 1 and 3.")
    #expect(same.hint == "choose one by number: --map 3=FIELD")
    #expect(
      try targets(["tel", "city", "tel"], .test(map: ["3=fax"])) == ["phone", "city", "fax"])
    #expect(
      try targets(["tel", "city", "tel"], .test(unmapped: .keep)) == ["phone", "city", "kept"])
  }

  @Test func `a field or heading nobody knows is refused`() throws {
    let known = ContactHeadings.fields.map(\.name)
    let field = MappingProblem.unknownField("emial", known: known)
    #expect(throws: field) { try targets(["a"], .test(map: ["a=emial"])) }
    #expect(field.message == "Unknown field: emial.")
    #expect(field.hint == "did you mean email? known: \(known.joined(separator: ", "))")
    let heading = MappingProblem.unknownHeading("b", headings: ["a"])
    #expect(throws: heading) { try targets(["a"], .test(map: ["b=email"])) }
    #expect(heading.message == "The list has no column \"b\".")
    #expect(heading.hint == "the list has: a")
    #expect(heading.kind == .usage)
  }

  @Test func `a required field may come from a heading, a map or a default`() throws {
    func settle(_ headings: [String], _ request: ImportRequest) throws -> Int {
      try Mapping.settle(
        header: headings, width: headings.count, fields: RecordList.tasks.fields, request: request
      ).columns.count
    }
    let missing = MappingProblem.missing("code", headings: ["titel", "x"])
    #expect(throws: missing) { try settle(["titel", "x"], .test(unmapped: .ignore)) }
    #expect(missing.message == "The list has no column for code.")
    #expect(missing.hint == "choose one with --map HEADING=code; the list has: titel, x")
    #expect(try settle(["x"], .test(map: ["x=code"])) == 1)
    #expect(try settle(["title"], .test(set: ["code=T1.1"])) == 1)
    #expect(try settle(["Task number"], .test()) == 1)
  }

  @Test func `each column says why it goes where it goes`() throws {
    let headings = Mapping.ownHeadings.prefix(1) + ["Firma", "Ulica", "Nazwa", "city", "x", "tel"]
    let mapping = try Mapping.settle(
      header: Array(headings), width: 7, fields: ContactHeadings.fields,
      request: .test(map: ["x=note"], unmapped: .keep), known: ContactHeadings.known)
    #expect(
      mapping.columns.map(\.reason) == [
        .ownColumn, .heading(.polish), .heading(.polish), .noField, .ownName, .said,
        .heading(.polish),
      ])
    let bare = try Mapping.settle(
      header: ["Name", "Vorname"], width: 2, fields: ContactHeadings.fields, request: .test(),
      known: ContactHeadings.known)
    #expect(bare.columns.map(\.reason) == [.otherHeadings, .heading(.german)])
  }

  @Test func `no synonym belongs to two fields`() {
    var owner: [String: String] = [:]
    for field in ContactHeadings.fields {
      for synonym in Set(field.synonyms) {
        #expect(owner[synonym] == nil, "\(synonym): \(owner[synonym] ?? "") and \(field.name)")
        owner[synonym] = field.name
      }
    }
  }

  @Test(arguments: ["a=b", " a = b ", "a=b=c"])
  func `an assignment has a heading and a field`(text: String) throws {
    let assignment = try #require(ImportRequest.Assignment(text))
    #expect(assignment.heading == (text == "a=b=c" ? "a=b" : "a"))
    #expect(assignment.field == (text == "a=b=c" ? "c" : "b"))
  }

  @Test func `the value of a default may hold equals signs`() throws {
    let given = try #require(ImportRequest.Default(" website = https://example.org/?a=b "))
    #expect(given.field == "website")
    #expect(given.value == "https://example.org/?a=b")
    #expect(ImportRequest.Default("website=") == nil)
    #expect(ImportRequest.Default("website") == nil)
  }

  @Test(arguments: ["", "a", "=", "a=", "=b", " = "])
  func `anything else is no assignment`(text: String) {
    #expect(ImportRequest.Assignment(text) == nil)
  }
}

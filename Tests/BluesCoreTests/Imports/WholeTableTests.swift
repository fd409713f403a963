import Basics
import Tabular
import Testing

@testable import BluesCore

@Suite struct `Whole tables of address books` {
  /// By program: the headings with the fields they go to, and those that are kept.
  static let tables: [(program: String, fields: String, kept: String)] = [
    (
      "Outlook on the web",
      """
      First Name=given_name; Last Name=family_name; Title=title; E-mail Address=email; \
      E-mail 2 Address=email; E-mail 3 Address=email; Home Phone=phone; Home Phone \
      2=phone; Business Phone=phone; Business Phone 2=phone; Mobile Phone=mobile; Car \
      Phone=phone; Other Phone=phone; Primary Phone=phone; Business Fax=fax; Home Fax=fax; \
      Other Fax=fax; Company Main Phone=phone; Callback=phone; Radio Phone=phone; Job \
      Title=position; Company=organisation; Assistant's Phone=phone; Business \
      Street=street; Business City=city; Business State=region; Business Postal \
      Code=postcode; Business Country/Region=country; Personal Web Page=website; Web \
      Page=website; Notes=note
      """,
      """
      Middle Name; Suffix; Nickname; Given Yomi; Surname Yomi; Pager; Telex; TTY/TDD \
      Phone; IMAddress; Department; Office Location; Manager's Name; Assistant's Name; \
      Company Yomi; Home Street; Home City; Home State; Home Postal Code; Home \
      Country/Region; Other Street; Other City; Other State; Other Postal Code; Other \
      Country/Region; Spouse; Schools; Hobby; Location; Birthday; Anniversary
      """
    ),
    (
      "Outlook, German",
      """
      Anrede=salutation; Vorname=given_name; Nachname=family_name; Firma=organisation; \
      Position=position; Straße geschäftlich=street; Straße geschäftlich 2=street; Straße \
      geschäftlich 3=street; Ort geschäftlich=city; Region geschäftlich=region; \
      Postleitzahl geschäftlich=postcode; Land/Region geschäftlich=country; Fax \
      geschäftlich=fax; Telefon geschäftlich=phone; Telefon geschäftlich 2=phone; \
      Autotelefon=phone; Telefon Firma=phone; Fax privat=fax; Telefon (privat)=phone; \
      Telefon (privat 2)=phone; Mobiltelefon=mobile; Weiteres Fax=fax; Weiteres \
      Telefon=phone; Haupttelefon=phone; Mobiltelefon 2=mobile; E-Mail-Adresse=email; \
      E-Mail 2: Adresse=email; E-Mail 3: Adresse=email; Notizen=note; Sprache=language; \
      Webseite=website
      """,
      """
      Weitere Vornamen; Suffix; Abteilung; Straße privat; Straße privat 2; Straße privat \
      3; Ort privat; Bundesland/Kanton privat; Postleitzahl privat; Land/Region privat; \
      Weitere Straße; Weitere Straße 2; Weitere Straße 3; Weiterer Ort; Weiteres/r \
      Bundesland/Kanton; Weitere Postleitzahl; Weiteres/e Land/Region; Telefon Assistent; \
      Rückmeldung; ISDN; Pager; Telefon für Hörbehinderte; Telex; Abrechnungsinformation; \
      Benutzer 1; Benutzer 2; Benutzer 3; Benutzer 4; Beruf; Büro; E-Mail-Typ; E-Mail: \
      Angezeigter Name; E-Mail 2: Typ; E-Mail 2: Angezeigter Name; E-Mail 3: Typ; E-Mail \
      3: Angezeigter Name; Empfohlen von; Geburtstag; Geschlecht; Hobby; Initialen; \
      Internet Frei/Gebucht; Jahrestag; Kategorien; Kinder; Konto; Name Assistent; Name \
      des/der Vorgesetzten; Organisations-Nr.; Ort; Partner; Postfach geschäftlich; \
      Postfach privat; Priorität; Privat; Regierungs-Nr.; Reisekilometer; Stichwörter; \
      Vertraulichkeit; Verzeichnisserver; Weiteres Postfach
      """
    ),
    (
      "Outlook, French",
      """
      Titre=title; Prénom=given_name; Nom=family_name; Société=organisation; \
      Titre1=position; Rue (bureau)=street; Rue (bureau) 2=street; Rue (bureau) 3=street; \
      Ville (bureau)=city; Dép/Région (bureau)=region; Code postal (bureau)=postcode; \
      Pays/Région (bureau)=country; Télécopie (bureau)=fax; Téléphone (bureau)=phone; \
      Téléphone 2 (bureau)=phone; Téléphone société=phone; Télécopie (domicile)=fax; \
      Téléphone (domicile)=phone; Téléphone 2 (domicile)=phone; Tél. mobile=mobile; \
      Télécopie (autre)=fax; Téléphone (autre)=phone; Téléphone principal=phone; Adresse \
      de messagerie=email; Adresse de messagerie 2=email; Adresse de messagerie 3=email; \
      Langue=language; Notes=note; Page Web=website
      """,
      """
      Deuxième prénom; Suffixe; Service; Rue (domicile); Rue (domicile) 2; Rue (domicile) \
      3; Ville (domicile); Dép/Région (domicile); Code postal (domicile); Pays/Région \
      (domicile); Rue (autre); Rue (autre) 2; Rue (autre) 3; Ville (autre); Dép/Région \
      (autre); Code postal (autre); Pays/Région (autre); Téléphone de l'assistant(e); \
      Rappel; Téléphone (voiture); RNIS; Récepteur de radiomessagerie; Radio téléphone; \
      Téléphone TDD/TTY; Télex; Type de messagerie; Nom complet de l'adresse de \
      messagerie; Type de messagerie 2; Nom complet de l'adresse de messagerie 2; Type de \
      messagerie 3; Nom complet de l'adresse de messagerie 3; Anniversaire; Anniversaire \
      de mariage ou fête; Autre boîte postale; B.P. professionnelle; Boîte postale du \
      domicile; Bureau; Catégories; Code gouvernement; Compte; Conjoint(e); Critère de \
      diffusion; Disponibilité Internet; Emplacement; Enfants; Informations facturation; \
      Initiales; Kilométrage; Lieu; Mots clés; Nom de l'assistant(e); Numéro \
      d'identification de l'organisation; Passe-temps; Priorité; Privé; Profession; \
      Recommandé par; Responsable; Serveur d'annuaire; Sexe; Utilisateur 1; Utilisateur 2; \
      Utilisateur 3; Utilisateur 4
      """
    ),
    (
      "Outlook, Spanish",
      """
      Tratamiento=salutation; Nombre=given_name; Apellidos=family_name; \
      Organización=organisation; Puesto=position; Calle del trabajo=street; Calle del \
      trabajo 2=street; Calle del trabajo 3=street; Ciudad de trabajo=city; Provincia o \
      estado de trabajo=region; Código postal del trabajo=postcode; País o región del \
      trabajo=country; Fax del trabajo=fax; Teléfono del trabajo=phone; Teléfono del \
      trabajo 2=phone; Fax particular=fax; Número de teléfono particular 2=phone; Teléfono \
      móvil=mobile; Otro fax=fax; Otro teléfono=phone; Teléfono principal=phone; Dirección \
      de correo electrónico=email; Dirección de correo electrónico 2=email; Dirección del \
      correo electrónico 3=email; Notas=note; Página Web=website
      """,
      """
      Segundo nombre; Sufijo; Departamento; Calle particular; Calle particular 2; Calle \
      particular 3; Ciudad de residencia; Provincia o estado de residencia; Código postal \
      de residencia; País o región de residencia; Otra calle; Otra calle 2; Otra calle 3; \
      Otra ciudad; Otra provincia o estado; Otro código postal; Otro país o región; \
      Teléfono del ayudante; Devolución de llamada; Teléfono del automóvil; Número de \
      centralita de la organización; Particular; RDSI; Localizador; Radioteléfono; Número \
      de teletipo; Télex; Tipo de correo electrónico; Nombre de pantalla de correo \
      electrónico; Tipo de correo electrónico 2; Nombre de pantalla de correo electrónico \
      2; Tipo de correo electrónico 3; Nombre de pantalla de correo electrónico 3; \
      Aniversario; Apartado postal del trabajo; Categorías; Cumpleaños; Cónyuge; Hijos; \
      Iniciales; Palabras clave; Prioridad; Privado; Profesión; Sexo; Ubicación; Usuario \
      1; Usuario 2; Usuario 3; Usuario 4
      """
    ),
    (
      "Outlook, Polish",
      """
      Tytuł=title; Imię=given_name; Nazwisko=family_name; Firma=organisation; \
      Stanowisko=position; Adres służbowy - ulica=street; Adres służbowy - ulica 2=street; \
      Adres służbowy - miejscowość=city; Adres służbowy - województwo=region; Adres \
      służbowy - kod pocztowy=postcode; Adres służbowy - kraj/region=country; Faks \
      służbowy=fax; Telefon służbowy=phone; Telefon służbowy 2=phone; Faks domowy=fax; \
      Telefon domowy=phone; Telefon domowy 2=phone; Telefon komórkowy=mobile; Inny \
      faks=fax; Inny telefon=phone; Telefon podstawowy=phone; Adres e-mail=email; Adres \
      e-mail 2=email; Notatki=note; Strona sieci Web=website
      """,
      """
      Drugie imię; Sufiks; Dział; Adres domowy - ulica; Adres domowy - miejscowość; Adres \
      domowy - województwo; Adres domowy - kod pocztowy; Adres domowy - kraj/region; Inny \
      adres - ulica; Inny adres - miejscowość; Telefon asystenta; Wywołanie zwrotne; \
      Telefon w samochodzie; Główny telefon do firmy; ISDN; Pager; Telefon radiowy; \
      Telefon TTY/TDD; Teleks; Typ e-mail; Wyświetlana nazwa e-mail; Typ e-mail 2; \
      Wyświetlana nazwa e-mail 2; Kategorie; Urodziny; Rocznica; Płeć; Priorytet; Słowa \
      kluczowe; Użytkownik 1; Użytkownik 2
      """
    ),
    (
      "Outlook, Czech",
      """
      Oslovení=salutation; Jméno=given_name; Příjmení=family_name; \
      Společnost=organisation; Funkce=position; Ulice (práce)=street; Ulice (práce) \
      2=street; Město (práce)=city; Kraj (práce)=region; PSČ (práce)=postcode; Země/oblast \
      (práce)=country; Fax (práce)=fax; Telefon (práce)=phone; Telefon (práce) 2=phone; \
      Fax (domů)=fax; Telefon (domů)=phone; Telefon (domů) 2=phone; Mobilní \
      telefon=mobile; Jiný fax=fax; Jiný telefon=phone; Primární telefon=phone; E-mailová \
      adresa=email; E-mailová adresa 2=email; Poznámky=note; Webová stránka=website
      """,
      """
      Další jméno; Přípona; Oddělení; Ulice (domů); Město (domů); Kraj (domů); PSČ (domů); \
      Země/oblast (domů); Jiná ulice; Jiné město; Telefon asistenta; Zpětné volání; \
      Telefon v autě; Telefon společnosti; ISDN; Pager; Radiotelefon; Dálnopis; Typ \
      e-mailu; Zobrazované jméno e-mailu; Typ e-mailu 2; Kategorie; Narozeniny; Výročí; \
      Pohlaví; Priorita; Klíčová slova; Uživatel 1
      """
    ),
    (
      "Thunderbird, French",
      """
      Prénom=given_name; Nom de famille=family_name; Nom à afficher=name; Première adresse \
      électronique=email; Adresse électronique secondaire=email; Téléphone \
      professionnel=phone; Téléphone personnel=phone; Numéro de fax=fax; Téléphone \
      portable=mobile; Ville=city; Pays/État=region; Code postal=postcode; Pays=country; \
      Adresse professionnelle=street; Adresse professionnelle 2=street; Fonction=position; \
      Société=organisation; Site web 1=website; Site web 2=website; Notes=note
      """,
      """
      Surnom; Pseudonyme; Numéro de pager; Adresse privée; Adresse privée 2; Service; \
      Année de naissance; Mois; Jour; Divers 1; Divers 2; Divers 3; Divers 4
      """
    ),
    (
      "Thunderbird, Spanish",
      """
      Nombre=given_name; Apellidos=family_name; Nombre a mostrar=name; Correo electrónico \
      principal=email; Correo electrónico secundario=email; Teléfono del trabajo=phone; \
      Teléfono particular=phone; Número de fax=fax; Número de móvil=mobile; Dirección del \
      trabajo=street; Dirección del trabajo 2=street; Ciudad del trabajo=city; Provincia \
      del trabajo=region; Código postal del trabajo=postcode; País del trabajo=country; \
      Cargo=position; Organización=organisation; Página web 1=website; Página web \
      2=website; Notas=note
      """,
      """
      Apodo; Nombre de pantalla; Número de busca; Dirección particular; Dirección \
      particular 2; Ciudad particular; Provincia particular; Código postal particular; \
      País particular; Departamento; Año de nacimiento; Mes de nacimiento; Día de \
      nacimiento; Personalizado 1; Personalizado 2; Personalizado 3; Personalizado 4
      """
    ),
    (
      "Thunderbird, Polish",
      """
      Imię=given_name; Nazwisko=family_name; Wyświetlana nazwa=name; Główny adres \
      e-mail=email; Dodatkowy adres e-mail=email; Telefon służbowy=phone; Telefon \
      domowy=phone; Faks=fax; Telefon komórkowy=mobile; Adres służbowy=street; Adres \
      służbowy 2=street; Miejscowość (praca)=city; Województwo (praca)=region; Kod \
      pocztowy (praca)=postcode; Kraj (praca)=country; Stanowisko=position; \
      Organizacja=organisation; Strona WWW 1=website; Strona WWW 2=website; Uwagi=note
      """,
      """
      Pseudonim; Nazwa ekranowa; Pager; Adres domowy; Adres domowy 2; Miejscowość (dom); \
      Województwo (dom); Kod pocztowy (dom); Kraj (dom); Dział; Rok urodzenia; Miesiąc \
      urodzenia; Dzień urodzenia; Inne 1; Inne 2; Inne 3; Inne 4
      """
    ),
    (
      "Thunderbird, Czech",
      """
      Jméno=given_name; Příjmení=family_name; Zobrazované jméno=name; Primární \
      e-mail=email; Sekundární e-mail=email; Telefon do zaměstnání=phone; Telefon \
      domů=phone; Číslo faxu=fax; Číslo mobilu=mobile; Adresa do zaměstnání=street; Adresa \
      do zaměstnání 2=street; Město do zaměstnání=city; Kraj do zaměstnání=region; PSČ do \
      zaměstnání=postcode; Země do zaměstnání=country; Pracovní pozice=position; \
      Organizace=organisation; Webová stránka 1=website; Webová stránka 2=website; \
      Poznámky=note
      """,
      """
      Přezdívka; Přezdívka pro chat; Číslo pageru; Adresa domů; Adresa domů 2; Město domů; \
      Kraj domů; PSČ domů; Země domů; Oddělení; Rok narození; Měsíc narození; Den \
      narození; Vlastní 1; Vlastní 2; Vlastní 3; Vlastní 4
      """
    ),
    (
      "iCloud",
      """
      Prefix=title; First Name=given_name; Last Name=family_name; Company=organisation; \
      Job Title=position; Email: home=email; Email: work=email; Phone: mobile=mobile; \
      Phone: iPhone=mobile; Phone: work=phone; Phone: main=phone; Phone: work fax=fax; \
      Address: work - Street=street; Address: work - City=city; Address: work - Postal \
      Code=postcode; Address: work - Country=country; URL: homepage=website; Note=note
      """,
      """
      Phonetic First Name; Middle Name; Phonetic Last Name; Suffix; Nickname; Maiden Name; \
      Department; Address: home - Street; Birthday; Related name: spouse; Instant message; \
      Social profile
      """
    ),
  ]

  @Test(arguments: tables)
  func `every column goes to its field or is kept`(
    program: String, fields: String, kept: String
  ) throws {
    let pairs = fields.split(separator: ";").compactMap { ImportRequest.Assignment(String($0)) }
    let others = kept.split(separator: ";").map { String($0).trimmed }
    let headings = pairs.map(\.heading) + others
    let mapping = try Mapping.settle(
      header: headings, width: headings.count, fields: ContactHeadings.fields, request: .test(),
      known: ContactHeadings.known)
    #expect(
      mapping.columns.map { "\($0.heading)=\($0.target.fields.first ?? "")" }
        == pairs.map { "\($0.heading)=\($0.field)" } + others.map { "\($0)=" })
    #expect(mapping.columns.suffix(others.count).allSatisfy { $0.target == .kept })
  }

  @Test func `the table of a list that is no program's is asked about`() {
    #expect(throws: MappingProblem.self) {
      try Mapping.settle(
        header: ["Firma", "Standnummer", "Telefon (privat)", "E-Mail"], width: 4,
        fields: ContactHeadings.fields, request: .test(), known: ContactHeadings.known)
    }
  }

  @Test(arguments: [
    ("Kraj", "Země", "region"), ("Kraj", "Miasto", "country"), ("Miasto (praca)", "", "city"),
    ("E-mail (work)", "", "email"), ("Telefon - komórka", "", "mobile"), ("Phone: fax", "", "fax"),
    ("Adresse - Ort", "", "city"), ("Téléphone 2", "", "phone"), ("Adresse Firma", "", nil),
    ("E-Mail Kontakt", "", nil), ("Home city", "", nil),
  ])
  func `a heading that says whose a value is`(heading: String, other: String, field: String?) {
    let known = ContactHeadings.known(heading, among: ["Firma", heading, other])
    let found = ProgramHeadings.field(
      of: heading, among: ContactHeadings.fields, headings: ["Firma", heading, other])
    let exact = ContactHeadings.fields.first { $0.answers(to: heading) }?.name
    #expect(known ?? exact ?? found?.field == field)
  }

  @Test func `a value of an earlier column stands behind the first of its field`() throws {
    let store = try Store.blues()
    try store.importContacts(
      csv([
        ["First Name", "Home Phone", "Business Phone", "Business Phone 2"],
        ["Ana", "+49 351 5550121", "+49 351 5550120", "+49 351 5550122"],
        ["Ben", "+49 351 5550123", "", ""], ["Cyd", "+49 351 5550124", "+49 351 5550124", ""],
      ]))
    #expect(
      try store.contacts.all().map { $0.known[.phone] } == [
        "+49 351 5550120; +49 351 5550121; +49 351 5550122", "+49 351 5550123", "+49 351 5550124",
      ])
  }
}

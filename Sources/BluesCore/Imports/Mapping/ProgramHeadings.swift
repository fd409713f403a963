internal import Basics

/// Headings of the address books of Google, Outlook, iCloud and Thunderbird: numbered ones, and
/// those of things that blues has no field for.
enum ProgramHeadings {
  /// The field of a heading with a number in it, such as `E-mail 2 - Value`, or of one that such
  /// programs have for a second column; 1 for the first of its kind.
  static func field(
    of heading: String, among fields: [ImportField], headings: [String]
  ) -> (field: String, number: Int)? {
    numbered(heading, among: fields) ?? qualified(heading, among: fields, headings: headings)
  }

  /// The field of a heading that says whose the value is; an address elsewhere has none.
  private static func qualified(
    _ heading: String, among fields: [ImportField], headings: [String]
  ) -> (field: String, number: Int)? {
    let found = QualifiedHeading(heading, among: headings)
    guard let field = found.field, fields.contains(where: { $0.name == field.key }) else {
      return nil
    }
    guard found.place == .elsewhere else { return (field.key, found.number) }
    return found.isOfPoint ? (field.key, max(2, found.number)) : nil
  }

  private static func numbered(
    _ heading: String, among fields: [ImportField]
  ) -> (field: String, number: Int)? {
    let key = ImportField.key(heading)
    if let further = further[key] { return (further, 2) }
    let digits = key.utf8.filter(\.isDigit)
    guard digits.count == 1, let digit = digits.first, digit != 0x30 else { return nil }
    let bare = String(decoding: key.utf8.filter { !$0.isDigit }, as: UTF8.self)
    if let further = further[bare] { return (further, 2) }
    guard !bare.isEmpty, let field = fields.first(where: { $0.synonyms.contains(bare) }) else {
      return nil
    }
    return (field.name, digit.digitValue)
  }

  /// Headings of second columns, by their keys.
  private static let further: [String: String] = {
    var all: [String: String] = [:]
    for (field, headings) in furtherWords {
      for heading in headings.split(separator: ",") {
        all[ImportField.key(String(heading))] = field
      }
    }
    return all
  }()

  private static let furtherWords = [
    (
      "email",
      """
      secondary email,secondary e-mail,other email,private email,home email,work email,
      email privat,e-mail privat,e-mail (privat),zweite e-mail,sekundäre e-mail-adresse,weitere e-mail,
      autre e-mail,adresse électronique secondaire,adresse de messagerie 2,courriel secondaire,e-mail personnel,
      correo secundario,correo electrónico secundario,otro correo,correo personal,
      dodatkowy e-mail,drugi e-mail,dodatkowy adres e-mail,e-mail prywatny,
      další e-mail,druhý e-mail,soukromý e-mail,sekundární e-mail
      """
    ),
    (
      "phone",
      """
      home phone,other phone,primary phone,company main phone,callback,car phone,assistant's phone,radio phone,
      telefon privat,telefon (privat),tel. privat,weiteres telefon,haupttelefon,telefon firma,autotelefon,zentrale,
      tél. domicile,téléphone (domicile),téléphone privé,téléphone personnel,tél. personnel,autre téléphone,
      téléphone principal,téléphone société,standard,
      teléfono particular,teléfono de casa,otro teléfono,teléfono principal,centralita,teléfono personal,
      telefon domowy,inny telefon,telefon główny,centrala,telefon prywatny,
      telefon domů,jiný telefon,hlavní telefon,ústředna,soukromý telefon
      """
    ),
    (
      "fax",
      "home fax,other fax,fax privat,weiteres fax,autre télécopie,otro fax,fax domowy,jiný fax"
    ),
    ("street", "address line 2,street 2,address 2,work address 2,dienstlich: adresse 2"),
    ("website", "web page 2,webseite 2,site web 2,página web 2"),
  ]

  /// Whether so many headings are those of a program that the others are its own as well.
  static func areOfProgram(_ headings: [String]) -> Bool {
    headings.count { isWithoutField($0, among: headings) } >= 3 && headings.count >= 8
  }

  /// Whether the headings are the whole table of a program, of which not every word need be known.
  static func areWholeTable(_ headings: [String]) -> Bool {
    headings.count >= 24 && headings.count { isWithoutField($0, among: headings) } >= 8
  }

  /// Whether a heading means something else in the table of a program than in other lists: the
  /// account is one of mail, and the profession no position.
  static func isOfProgramAlone(_ heading: String) -> Bool {
    ["konto", "account", "compte", "cuenta", "profession", "profesion", "zawod"]
      .contains(ImportField.key(heading))
  }

  /// Whether a program has a column of this heading that blues has no field for.
  static func isWithoutField(_ heading: String, among headings: [String]) -> Bool {
    let key = ImportField.key(heading)
    if without.contains(String(decoding: key.utf8.filter { !$0.isDigit }, as: UTF8.self)) {
      return true
    }
    // Google says of each value what it is: `Phone 1 - Label`.
    for end in ["type", "label"] where key.hasSuffix(end) && key.utf8.contains(where: \.isDigit) {
      return true
    }
    return starts.contains { key.hasPrefix($0) } || ends.contains { key.hasSuffix($0) }
      || QualifiedHeading(heading).place == .elsewhere
  }

  /// Beginnings of headings for a second address, dates and whatever a program keeps for itself.
  private static let starts = [
    "home", "other", "privat", "weitere", "domicile", "autre", "customfield", "relation", "event",
    "im1", "im2", "address1", "address2", "address3", "organization1", "organization2",
    "userdefined",
    "benutzerdef", "user1", "user2", "user3", "user4", "benutzer", "phonetic", "yomi",
    "calendarinterop",
  ]

  private static let ends = ["privat", "domicile", "particular", "domowy", "domowa", "domu"]

  private static let without: Set<String> = Set(
    """
    middle name,additional name,name suffix,suffix,initials,nickname,short name,maiden name,file as,
    given name yomi,family name yomi,additional name yomi,birthday,gender,location,billing information,
    directory server,mileage,occupation,hobby,sensitivity,priority,subject,group membership,labels,photo,
    department,organization department,organization symbol,company yomi,account,anniversary,assistant's name,
    categories,children,e-mail type,e-mail display name,government id number,internet free busy,isdn,keywords,
    language,manager's name,office location,organizational id number,pager,po box,business address po box,private,profession,
    referred by,spouse,telex,tty/tdd phone,radio phone,web page,display name,screen name,pager number,birth year,
    birth month,birth day,custom,creation date,last modified,
    weitere vornamen,abteilung,e-mail-typ,e-mail: angezeigter name,büro,kategorien,geburtstag,geschlecht,initialen,
    ehe-/lebenspartner,jahrestag,kinder,konto,name assistent,telefon assistent,postfach geschäftlich,priorität,
    regierungs-nr,reisekilometer,stichwörter,vertraulichkeit,vorgesetzter,anzeigename,spitzname,messenger-name,
    pager-nummer,geburtsjahr,geburtsmonat,geburtsdatum,verzeichnisserver,empfohlen von,beruf,abrechnungsinformation,
    deuxième prénom,service,initiales,surnom,anniversaire,catégories,nom affiché,pseudo,
    segundo nombre,departamento,iniciales,apodo,cumpleaños,categorías,nombre mostrado,
    drugie imię,dział,inicjały,pseudonim,urodziny,kategorie,wyświetlana nazwa,
    další jméno,oddělení,iniciály,přezdívka,narozeniny,kategorie kontaktu,zobrazované jméno,
    suffixe,conjoint(e),enfants,langue,priorité,privé,sexe,mots clés,compte,rappel,rnis,télex,pseudonyme,
    année de naissance,mois,jour,divers,utilisateur,nom de l'assistant(e),téléphone de l'assistant(e),
    sufijo,cónyuge,hijos,prioridad,privado,sexo,palabras clave,profesión,aniversario,rdsi,télex,localizador,
    año de nacimiento,mes de nacimiento,día de nacimiento,personalizado,usuario,teléfono del ayudante,
    sufiks,rocznica,płeć,priorytet,słowa kluczowe,użytkownik,pager,teleks,kategorie,telefon asystenta,
    rok urodzenia,miesiąc urodzenia,dzień urodzenia,inne,nazwa ekranowa,
    přípona,výročí,pohlaví,priorita,klíčová slova,uživatel,dálnopis,kategorie,telefon asistenta,
    rok narození,měsíc narození,den narození,vlastní,číslo pageru,
    phonetic first name,phonetic last name,phonetic middle name,phonetic company,maiden name,prefix phonetic,
    related name,related names,social profile,instant message,lunar birthday,modification date,
    contact id,schools,geburtstag (mond),
    druhé jméno,typ e-mailu,typ e-mailové adresy,zobrazované jméno e-mailu,zobrazovaný název e-mailu,
    adres e-mail - nazwa wyświetlana,nazwa wyświetlana e-mail,adres e-mail - typ,typ adresu e-mail,
    nom complet de l'adresse de messagerie,type de messagerie,type d'adresse de messagerie,
    nombre de correo electrónico para mostrar,tipo de correo electrónico,
    record id,contact owner,lead status,create date,last activity date,connected on,
    member rating,optin time,optin ip,confirm time,confirm ip,leid,euid,tags,last changed
    """.split(separator: ",").map { heading in
      String(decoding: ImportField.key(String(heading)).utf8.filter { !$0.isDigit }, as: UTF8.self)
    })
}

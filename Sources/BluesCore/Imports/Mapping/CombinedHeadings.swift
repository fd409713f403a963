internal import Basics

/// Headings over cells that hold two fields, such as `PLZ/Ort`.
enum CombinedHeadings {
  /// The fields of a combined heading, and how its cells are taken apart; nil for any other.
  static func parts(
    of heading: String, _ words: FieldWords
  ) -> (fields: [String], step: Transformation.Step)? {
    let key = ImportField.key(heading)
    let named = fields(of: heading, words)
    if places.contains(key) || Set(named) == [.postcode, .city] {
      return ([ContactField.postcode.key, ContactField.city.key], .place)
    }
    if familyFirst.contains(key) || named == [.familyName, .givenName] {
      return (NameSplit.fields.map(\.key), .name(NameSplit(.familyCommaGiven)))
    }
    return nil
  }

  /// The fields that the two parts of a heading say, such as `Code postal / Commune`; none where it
  /// has another number of them.
  private static func fields(of heading: String, _ words: FieldWords) -> [ContactField] {
    let parts = heading.split { "/,;()&+".contains($0) || $0.isWhitespace }.map(String.init)
      .filter { !["-", "–"].contains($0) && !joints.contains(ImportField.key($0)) }
    for count in 1..<max(parts.count, 1) {
      let both = [parts[..<count], parts[count...]].map { $0.joined(separator: " ") }
      let found = both.compactMap { words.field(answeringTo: $0) }
        .compactMap { ContactField(key: $0.name) }
      if found.count == 2 { return found }
    }
    return []
  }

  /// Words between the two parts.
  private static let joints: Set<String> = ["and", "und", "u", "et", "y", "i", "a", "e"]

  /// The languages that a combined heading may be in.
  static func languages(of heading: String) -> [HeadingLanguage] {
    let key = ImportField.key(heading)
    return (placeWords + familyFirstWords).filter { keys($0.words).contains(key) }.map(\.language)
  }

  private static let placeWords: [(language: HeadingLanguage, words: String)] = [
    (
      .english,
      """
      postcode city,post code city,postcode and city,postcode town,postal code city,zip city,
      zip and city,city zip,city postcode
      """
    ),
    (
      .german,
      "plz ort,ort plz,plz und ort,plz stadt,postleitzahl ort,postleitzahl und ort,plz wohnort"
    ),
    (.french, "cp ville,ville cp,code postal ville,code postal et ville,cp et ville"),
    (
      .spanish,
      """
      cp localidad,cp ciudad,cp población,cp y ciudad,cp municipio,código postal ciudad,
      código postal y ciudad,código postal y localidad
      """
    ),
    (
      .polish,
      """
      kod miasto,kod i miasto,kod pocztowy miasto,kod pocztowy i miasto,kod miejscowość,
      kod pocztowy i miejscowość
      """
    ),
    (.czech, "psč město,psč a město,psč obec,psč a obec"),
  ]

  private static let familyFirstWords: [(language: HeadingLanguage, words: String)] = [
    (.english, "last name first name,surname first name,family name given name"),
    (
      .german,
      "nachname vorname,name vorname,familienname vorname,nachname und vorname,name und vorname"
    ),
    (.french, "nom prénom"),
    (.spanish, "apellidos nombre,apellidos y nombre,apellido y nombre"),
    (.polish, "nazwisko imię,nazwisko i imię"), (.czech, "příjmení jméno,příjmení a jméno"),
  ]

  private static let places = Set(placeWords.flatMap { keys($0.words) })
  private static let familyFirst = Set(familyFirstWords.flatMap { keys($0.words) })

  private static func keys(_ headings: String) -> Set<String> {
    Set(headings.split(separator: ",").map { ImportField.key(String($0)) })
  }
}

/// Takes a postcode and a town apart that stand in one cell: `01067 Dresden`, `110 00 Praha 1`.
enum PlaceSplit {
  /// Postcode and town; the town alone where no postcode stands at either end.
  static func parts(of text: String) -> [String?] {
    if let parts = aroundSlash(text) { return parts }
    let words = text.utf8.split { $0.isBlank || $0 == 0x2C }.map {
      String(decoding: $0, as: UTF8.self)
    }
    let front = words.prefix { isCode($0) }.prefix(2)
    if !front.isEmpty, front.count < words.count {
      // Praha 1 ends in a number, but a code is of three digits at least.
      return [front.joined(separator: " "), words[front.count...].joined(separator: " ")]
    }
    let back = words.reversed().prefix { isCode($0) }.prefix(2)
    let digits = back.joined().utf8.count { $0.isDigit }
    if digits > 3, back.count < words.count {
      let code = Array(back.reversed()).joined(separator: " ")
      return [code, words.dropLast(back.count).joined(separator: " ")]
    }
    return words.allSatisfy(isCode) ? [text, nil] : [nil, text]
  }

  /// Postcode and town of `89073/Ulm` or `Ulm / 89073`; nil for any other text.
  private static func aroundSlash(_ text: String) -> [String?]? {
    let sides = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self).trimmed }
    guard sides.count == 2, !sides.contains("") else { return nil }
    let areCodes = sides.map { side in
      side.utf8.count { $0.isDigit } > 2
        && side.split(separator: " ").allSatisfy { isCode(String($0)) }
    }
    if areCodes == [true, false] { return [sides[0], sides[1]] }
    return areCodes == [false, true] ? [sides[1], sides[0]] : nil
  }

  /// Whether a word may be of a postcode: it has a digit, and its letters are capitals.
  private static func isCode(_ word: String) -> Bool {
    word.utf8.contains { $0.isDigit }
      && word.utf8.allSatisfy { $0.isDigit || $0.isUpper || $0 == 0x2D }
  }
}

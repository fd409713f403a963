internal import Basics

/// The heading of a column for the number of a house, which stands beside that for the street:
/// `Straße` and `Hausnr.`.
struct HouseNumber {
  /// Which part of the number the column has.
  enum Part {
    case house
    /// What stands after a slash: the number of a flat, or the second number of Czech houses.
    case flat
    /// What is added to the number, such as a letter or a floor.
    case addition(joint: String)
  }

  let part: Part
  /// The languages that the heading may be in.
  let languages: [HeadingLanguage]
  /// Whether the heading means it only beside a street: `N°` may be the number of a row.
  let isVague: Bool

  /// Whether the number goes before the street where its column does, as in English and French.
  func leads(_ street: String) -> Bool {
    let spoken = ContactHeadings.fields[ContactField.street.rawValue].languages(of: street)
    return [languages, spoken].allSatisfy { languages in
      languages.isEmpty || languages.contains(.english) || languages.contains(.french)
    }
  }

  /// Nil for any other heading.
  init?(_ heading: String) {
    let key = ImportField.key(heading)
    // The Czech sign without its accent is the French and Spanish one for a postcode.
    guard key != "cp" || heading.contains("č") || heading.contains("Č") else { return nil }
    let found = Self.known[key] ?? []
    guard let first = found.first else { return nil }
    part = first.part
    isVague = first.isVague
    languages = found.map(\.language)
  }

  /// Puts what a cell says into the street, before it or behind it; `isNumbered` tells whether
  /// it has a number already.
  func joined(_ text: String, to street: String?, isFront: Bool, isNumbered: Bool) -> String {
    // A dash stands for nothing.
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return street ?? "" }
    guard let street, !street.isEmpty else { return text }
    if case .house = part {
      if street.hasSuffix(" \(text)") || street.hasPrefix("\(text) ") { return street }
      return isFront ? "\(text) \(street)" : "\(street) \(text)"
    }
    switch part {
    case .flat where isNumbered: return "\(street)/\(text)"
    case .addition(let joint): return street + joint + text
    case .house, .flat: return "\(street) \(text)"
    }
  }

  /// Whether a cell may be the number of a house, and is too short for that of a telephone.
  static func mayBe(_ cell: String) -> Bool {
    cell.utf8.count <= 12 && cell.utf8.count { $0.isDigit } <= 5
  }

  private typealias Word = (part: Part, isVague: Bool, language: HeadingLanguage)

  private static let known: [String: [Word]] = {
    var known: [String: [Word]] = [:]
    func add(_ part: Part, isVague: Bool = false, _ words: [(HeadingLanguage, String)]) {
      for (language, headings) in words {
        for heading in headings.split(separator: ",") {
          known[ImportField.key(String(heading)), default: []].append((part, isVague, language))
        }
      }
    }
    add(.house, houses)
    add(.house, isVague: true, vague)
    add(.flat, flats)
    add(.addition(joint: " "), additions)
    add(.addition(joint: ", "), isVague: true, floors)
    return known
  }()

  private static let houses: [(HeadingLanguage, String)] = [
    (
      .english, "house number,house no,house nr,building number,building no,street number,street no"
    ),
    (.german, "hausnr,hausnummer,haus nr,hnr,hsnr"),
    (
      .french,
      """
      numéro de rue,numéro rue,n° de rue,n° rue,nº de rue,nº rue,numéro de voie,numéro voie,
      n° de voie,n° voie,nº de voie,nº voie,num voie
      """
    ),
    (
      .spanish,
      """
      número de calle,n° de calle,nº de calle,nº calle,n° calle,número de la calle,
      número de portal,nº de portal,nº portal
      """
    ),
    (.polish, "nr domu,numer domu,nr budynku,numer budynku,nr posesji,numer posesji"),
    (
      .czech,
      "č.p,číslo popisné,číslo domu,č. domu,č. popisné,č.p./č.o,č.p./č.ev,číslo popisné/orientační"
    ),
    (.dutch, "huisnummer,huisnr,huis nr"),
  ]

  private static let vague: [(HeadingLanguage, String)] = [
    (.english, "number,no"), (.german, "nr,nummer"), (.french, "n°,nº,no,numéro,num"),
    (.spanish, "número,núm,nº,n°"), (.polish, "nr,numer"), (.czech, "číslo,č"),
    (.dutch, "nr,nummer"),
  ]

  private static let flats: [(HeadingLanguage, String)] = [
    (.polish, "nr lokalu,numer lokalu,nr mieszkania,numer mieszkania,nr lok"),
    (.czech, "č.o,číslo orientační,č. orientační"),
  ]

  private static let additions: [(HeadingLanguage, String)] = [
    (.german, "hausnummernzusatz,hausnummerzusatz,hausnr zusatz,hnr zusatz"),
    (.dutch, "huisnummertoevoeging,toevoeging,huisletter,huisnr toevoeging"),
  ]

  private static let floors: [(HeadingLanguage, String)] = [
    (.spanish, "piso,puerta,piso/puerta,piso y puerta,planta,escalera")
  ]
}

extension MappingResolver {
  /// Takes the columns for the number of a house with that for the street.
  ///
  /// Where there is none for the street, the number is all that is known of it, as in villages.
  mutating func takeHouseNumbers(_ sample: [[String]]) -> [Int: [HeadingLanguage]] {
    let street = ContactField.street.key
    guard isOfContacts, !RoundTrip.isOne(headings) else { return [:] }
    let found = free.compactMap { index in HouseNumber(headings[index]).map { (index, $0) } }
    guard !found.isEmpty else { return [:] }
    var places = Set([columnOfStreet()].compactMap(\.self))
    var languages: [Int: [HeadingLanguage]] = [:]
    for (index, number) in found where !number.isVague {
      if places.isEmpty, case .house = number.part {
        settle(index, Settled(target: .field(street), reason: .heading(.english)))
      } else if !places.isEmpty {
        settle(index, Settled(target: .more(street), reason: .heading(.english)))
      } else {
        continue
      }
      places.insert(index)
      languages[index] = number.languages
    }
    for (index, number) in found where number.isVague {
      // The first column of a list counts its rows.
      let isBeside = places.contains(index - 1) || index > 0 && places.contains(index + 1)
      let cells = sample.compactMap { index < $0.count ? $0[index].trimmed : nil }
      guard isBeside, cells.allSatisfy(HouseNumber.mayBe) else { continue }
      settle(index, Settled(target: .more(street), reason: .heading(.english)))
      places.insert(index)
      languages[index] = number.languages
    }
    return languages
  }

  private func columnOfStreet() -> Int? {
    let street = ContactField.street.key
    if let settled = columns(of: street).first { return settled }
    return free.first { words.field(answeringTo: headings[$0])?.name == street }
      ?? free.first {
        ProgramHeadings.field(of: headings[$0], among: fields, headings: headings)?.field == street
      }
  }
}

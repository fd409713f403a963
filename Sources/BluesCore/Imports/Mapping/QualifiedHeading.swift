internal import Basics

/// A heading of an address book that says whose a value is, taken apart: `Adres służbowy - ulica`,
/// `Rue (autre) 2`, `E-mail (home)`.
///
/// The words for work, home and another place are taken off; what is left is looked up among the
/// headings of fields, without the small words that languages put between.
struct QualifiedHeading {
  /// Whose address, number or mailbox it is.
  enum Place {
    case work
    /// At home, or at another place.
    case elsewhere
  }

  /// Nil where the heading does not say it.
  let place: Place?
  /// 1 for the first of its kind, 2 for `E-mail 2`.
  let number: Int
  /// The part of an address or the way to reach somebody that is left; nil where it is none.
  let field: ContactField?

  /// The other headings tell whether `Kraj` is the Czech word for a region or the Polish for a country.
  init(_ heading: String, among headings: [String] = []) {
    var words = Self.words(heading)
    let isElsewhere = words.contains(where: Self.elsewhere.contains)
    let isWork = words.contains(where: Self.work.contains)
    let isMain = words.contains(where: Self.main.contains)
    place = isElsewhere ? .elsewhere : isWork ? .work : nil
    let numbers = words.filter { $0.utf8.count == 1 && ("1"..."9").contains($0) }
    number = numbers.count == 1 ? Int(numbers[0]) ?? 1 : 1
    words.removeAll {
      Self.elsewhere.contains($0) || Self.work.contains($0) || Self.main.contains($0)
        || Self.small.contains($0) || numbers.contains($0)
    }
    let isQualified = place != nil || number > 1 || isMain
    let found = (isQualified ? Self.fields[words.joined()] : nil) ?? Self.nearer(words)
    let isCzech = words == ["kraj"] && Self.areCzech(headings)
    field = isCzech ? .region : found
  }

  /// Whether a heading has the Czech word for a country.
  static func areCzech(_ headings: [String]) -> Bool {
    headings.contains { words($0).contains("zeme") }
  }

  /// Whether a second value of the field can stand behind the first.
  var isOfPoint: Bool { field.map(Self.points.contains) ?? false }

  /// The field of `Phone: mobile` or `Adres - ulica`, where a word says more than the one it follows.
  private static func nearer(_ words: [String]) -> ContactField? {
    let kinds: [(general: Set<String>, fields: [ContactField])] = [
      (phone, [.mobile, .fax]), (address, parts),
    ]
    for (general, fields) in kinds {
      let left = words.filter { !general.contains($0) }
      guard !left.isEmpty, left.count < words.count, let found = Self.fields[left.joined()],
        fields.contains(found)
      else { continue }
      return found
    }
    return nil
  }

  static let points: [ContactField] = [.email, .phone, .mobile, .fax, .website]
  private static let parts: [ContactField] = [.street, .postcode, .city, .region, .country]

  private static func words(_ heading: String) -> [String] {
    Folding.folded(heading).utf8.split { !($0.isAlphanumeric || $0 >= 0x80) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The fields by their headings without small words; the first of two counts.
  private static let fields: [String: ContactField] = {
    var fields = ["iphone": ContactField.mobile]
    for field in points + parts.reversed() {
      let known = ContactHeadings.fields[field.rawValue]
      for heading in known.headings.flatMap(\.words) + [known.name] {
        let key = words(heading).filter { !small.contains($0) && !main.contains($0) }.joined()
        if !key.isEmpty, fields[key] == nil { fields[key] = field }
      }
    }
    return fields
  }()

  private static let work = set(
    """
    business work office professional bureau professionnel professionnelle pro geschaftlich
    dienstlich trabajo laboral sluzbowy sluzbowa sluzbowe praca prace praci zamestnani
    """)

  private static let elsewhere = set(
    """
    home personal private other domicile prive privee personnel personnelle autre privat weitere
    weiterer weiteres particular personales residencia casa otra otro domowy domowa domowe dom domu
    prywatny prywatna inny inna inne domov soukromy soukroma jina jine jiny
    """)

  /// Words for the first of several.
  private static let main = set(
    """
    main primary principal principale hlavni glowny glowna podstawowy primarni haupt
    """)

  /// Words that say nothing of which field it is.
  private static let small = set(
    """
    of the and or a an de del du des la le les l d et ou y o u el und oder i lub na w do v e s value
    """)

  private static let phone = set("phone telephone tel telefon telefono")
  private static let address = set("address adresse anschrift direccion adres adresa")

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}

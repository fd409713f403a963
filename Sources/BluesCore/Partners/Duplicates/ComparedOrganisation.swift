import CSQLite
internal import GRDB

/// What of an organisation is compared with others, in normal form.
struct ComparedOrganisation: DoubleTraits {
  let id: Int64
  let name: NameTokens?
  let nameText: String
  let shortName: String?
  let country: String?
  let vat: String?
  let pic: String?

  private static let selection = "SELECT id, name, short_name, country, vat, pic FROM organisation"

  private init(_ row: OpaquePointer?) {
    id = sqlite3_column_int64(row, 0)
    nameText = PreparedStatement.text(row, 1) ?? ""
    name = NameTokens.ofOrganisation(nameText)
    shortName = PreparedStatement.text(row, 2).flatMap { NameTokens.ofOrganisation($0)?.joined }
    country = PreparedStatement.text(row, 3)
    let code = country.flatMap { CountryCode($0) }
    vat = PreparedStatement.text(row, 4).flatMap { try? VATNumber($0, country: code).compact }
    pic = PreparedStatement.text(row, 5).flatMap { try? PIC($0).digits }
  }

  /// Organisations are few beside contacts: each pair is looked at.
  var glance: Void { () }

  static func most(_ one: Void, _ other: Void) -> Int { 100 }

  var keys: [DuplicateKey] {
    var keys = name?.organisationKeys ?? []
    if let vat { keys.append(DuplicateKey(kind: .vat, text: vat)) }
    if let pic { keys.append(DuplicateKey(kind: .pic, text: pic)) }
    return keys
  }

  static func forEach(_ db: Database, _ body: (ComparedOrganisation) throws -> Void) throws {
    try PreparedStatement(db, "\(selection) ORDER BY id").forEach {
      try body(ComparedOrganisation($0))
    }
  }

  static func lookUp(_ db: Database) throws -> (Int64) throws -> ComparedOrganisation? {
    let statement = try PreparedStatement(db, "\(selection) WHERE id = ?")
    return { id in
      var found: ComparedOrganisation?
      statement.bind(1, id)
      try statement.forEach { found = ComparedOrganisation($0) }
      return found
    }
  }

  /// The score of two organisations is the same whichever comes first.
  static func likeness(_ one: ComparedOrganisation, _ other: ComparedOrganisation) -> Similarity {
    var sum = LikenessSum()
    var isSettled = false
    for (what, a, b) in [("VAT number", one.vat, other.vat), ("PIC", one.pic, other.pic)] {
      guard let a, let b else { continue }
      let points = a == b ? SimilarityWeights.exactKey : SimilarityWeights.otherNumber
      sum.count(a == b ? "\(what) the same" : "\(what) differs", points, a, b)
      isSettled = isSettled || a == b
    }
    if !isSettled {
      compareNames(one, other, &sum)
    } else if let a = one.name, let b = other.name, NameSimilarity.haveOtherNumbers(a, b) {
      sum.count(
        "number in the name differs", SimilarityWeights.otherForm, one.nameText, other.nameText)
      sum.isOnlyPossible()
    }
    if let a = one.shortName, let b = other.shortName, a == b {
      sum.count("short name the same", SimilarityWeights.sameShortName, a, b)
    }
    if let a = one.country, let b = other.country {
      let points = a == b ? SimilarityWeights.sameCountry : SimilarityWeights.countriesApart
      sum.count(a == b ? "country the same" : "country differs", points, a, b)
    }
    return sum.likeness
  }

  private static func compareNames(
    _ one: ComparedOrganisation, _ other: ComparedOrganisation, _ sum: inout LikenessSum
  ) {
    guard let a = one.name, let b = other.name else { return }
    switch NameSimilarity.ofOrganisations(a, b) {
    case .same: sum.count("name the same", SimilarityWeights.sameName, one.nameText, other.nameText)
    case .near:
      sum.count("name nearly the same", SimilarityWeights.nearName, one.nameText, other.nameText)
    case .different:
      sum.count("name differs", SimilarityWeights.otherDesk, one.nameText, other.nameText)
    case .unclear, .partly: return
    }
    if let form = a.form, let another = b.form, form != another {
      sum.count("legal form differs", SimilarityWeights.otherForm, form, another)
    }
  }
}

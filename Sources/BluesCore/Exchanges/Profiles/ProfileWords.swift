/// How the cells of a profile are read: lists, categories, activities, countries, places.
enum ProfileWords {
  /// The parts of a list separated by semicolons or bars, as they are kept: `water; sensors`.
  static func list(_ text: String) -> String { parts(text).joined(separator: "; ") }

  static func parts(_ text: String) -> [String] {
    text.utf8.split { $0 == 0x3B || $0 == 0x7C }.map { String(Substring($0)).trimmed }
      .filter { !$0.isEmpty }
  }

  /// A category of the scheme, by its code or in everyday words such as `KMU`.
  static func category(_ text: String) throws -> String {
    let known = try CodeList.named("organisation-category-words")
    guard let value = known.value(text) else {
      throw ExchangeProblem.unknownCategory(text, known: try Profiles.categories())
    }
    return value.code
  }

  static func activities(_ text: String) throws -> String {
    let known = try CodeList.named("exchange-activity")
    return try parts(text).map { part in
      guard let value = known.value(part) else {
        throw ProfileProblem.unknownActivity(part, known: known.values.map(\.code))
      }
      return value.code
    }.joined(separator: "; ")
  }

  /// Countries by code or name, kept as codes.
  static func countries(_ text: String) throws -> String {
    try parts(text).map { part in
      guard let country = CountryCode(part) ?? CountryCode(spelled: part) else {
        throw ProfileProblem.unknownCountry(part)
      }
      return country.code
    }.joined(separator: "; ")
  }

  /// Latitude and longitude in degrees, with a point: `43.6109,3.8772`.
  static func coordinates(_ text: String) throws -> String {
    let parts = text.split(separator: ",").map { String($0).trimmed }
    guard parts.count == 2, isDegrees(parts[0], most: 90), isDegrees(parts[1], most: 180) else {
      throw ProfileProblem.noCoordinates(text)
    }
    return parts.joined(separator: ",")
  }

  private static func isDegrees(_ text: String, most: Double) -> Bool {
    guard text.utf8.allSatisfy({ $0.isDigit || $0 == 0x2E || $0 == 0x2D }),
      let value = Double(text)
    else { return false }
    return abs(value) <= most
  }

  /// Yes or no in the languages of the partners' countries.
  static func flag(_ text: String) -> Bool? {
    let word = Folding.folded(text)
    if yes.contains(where: { $0.isSame(as: word) }) { return true }
    return no.contains { $0.isSame(as: word) } ? false : nil
  }

  private static let yes = ["yes", "y", "true", "1", "x", "ja", "oui", "si", "ano", "tak"]
  private static let no = ["no", "n", "false", "0", "nein", "non", "ne", "nie"]
}

internal import BluesCore

/// A column of the workbook that partners fill in.
struct TemplateColumn {
  let field: ContactField
  let isNeeded: Bool
  let rule: String
  /// One text for each row of the example, all of it invented.
  let examples: [String]
  /// What the column offers; other texts are taken after a warning.
  let values: [String]

  /// Rows of the example.
  static let examples = 3

  /// The columns in the order people fill them in.
  static let all: [TemplateColumn] = lines.compactMap { line in
    guard let field = ContactField(key: line.key) else { return nil }
    return TemplateColumn(
      field: field, isNeeded: line.isNeeded, rule: line.rule, examples: line.examples,
      values: offered(line.key))
  }

  private typealias Line = (key: String, isNeeded: Bool, rule: String, examples: [String])

  private static let lines: [Line] = [
    (
      "organisation", true, "The full legal name.",
      ["Aguas del Norte S.L.", "Wasserwerk Musterstadt GmbH", "Vodárna Vzorov a.s."]
    ),
    ("short_name", false, "The name it is known by.", ["ADN", "", "VV"]),
    (
      "organisation_type", false, "One of the list.",
      ["sme", "large-company", "sme"]
    ),
    ("given_name", false, "Of the person to write to.", ["Ana", "Jörg", "Žofie"]),
    ("family_name", false, "All family names, as on letters.", ["Ruiz Calvo", "Muster", "Nová"]),
    ("position", false, "What the person does there.", ["Director", "Leiter Technik", ""]),
    (
      "email", false, "One address.",
      ["ana.ruiz@example.org", "muster@example.org", "nova@example.org"]
    ),
    (
      "phone", false, "With the country's code.",
      ["+34 976 555 010", "+49 3641 555 010", "+420 377 555 010"]
    ),
    ("mobile", false, "With the country's code.", ["", "", "+420 601 555 010"]),
    ("street", false, "Street and number.", ["Calle Mayor 1", "Am Markt 7", "Dlouhá 3"]),
    ("postcode", false, "With its leading zeros.", ["50001", "07743", "301 00"]),
    ("city", false, "The town.", ["Zaragoza", "Jena", "Plzeň"]),
    ("region", false, "Province, state or county.", ["Aragón", "Thüringen", ""]),
    (
      "country", true, "One of the list; the two letters of the country will do as well.",
      ["Spain", "Germany", "CZ"]
    ),
    ("website", false, "Its address.", ["https://example.org", "www.example.org", ""]),
    (
      "language", false, "The language to write in, by its two letters.", ["es", "de", "cs"]
    ),
    ("sector", false, "What it works in.", ["Water", "Water", "Energy"]),
    ("vat", false, "With the country's letters.", ["", "", ""]),
    ("pic", false, "The nine digits of the Funding and Tenders Portal.", ["", "", ""]),
    ("employees", false, "Persons, as annual work units.", ["12", "480", "35"]),
    ("turnover", false, "Euros in the last closed year.", ["1500000", "", ""]),
    ("balance_total", false, "Euros at the end of that year.", ["900000", "", ""]),
    (
      "basis", false, "Why the person may be listed: one of the list (GDPR, Article 6).",
      ["Consent", "", ""]
    ),
    ("basis_date", false, "Since when, as 2020-09-01.", ["2020-09-01", "", ""]),
    ("note", false, "Anything else.", ["Met at the trade fair", "", ""]),
  ]

  private static func offered(_ key: String) -> [String] {
    switch key {
    case "country":
      let members = Set(CountryCode.euMembers)
      let others = CountryCode.all.filter { !members.contains($0) }.map(\.englishName)
      return CountryCode.euMembers.map(\.englishName).sorted() + others.sorted()
    case "organisation_type": return list("organisation-category").map(\.code)
    case "language": return officialLanguages
    case "basis": return list("legal-basis").map(\.label)
    default: return []
    }
  }

  private static func list(_ name: String) -> [CodeList.Value] {
    CodeList.common.first { $0.name == name }?.values ?? []
  }

  /// The official languages of the EU (Regulation 1/1958) by ISO 639-1.
  private static let officialLanguages =
    "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv"
    .split(separator: " ").map(String.init)
}

/// Mapping files that several suites read.
enum MappingFileTexts {
  /// Everything that one may say.
  static let all = #"""
    source = "members-es"
    encoding = "windows-1252"
    delimiter = "tab"
    header = false
    sheet = "Hoja 2"
    unmapped = "keep"
    [set]
    country = "ES"
    [columns]
    "Razón social" = "organisation"
    Ansprechpartner = { field = "name", split = "family, given" }
    "Telefon" = { fields = ["phone", "mobile"], separator = "/" }
    'Typ "x"' = { field = "organisation_type", strip = "Typ: " }
    Datum = { field = "note", dates = "dmy" }
    "Intern" = "ignore"
    "Halle" = "keep"
    """#
}

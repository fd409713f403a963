internal import GRDB

extension PlanList {
  package static let partners = PlanList(
    noun: "partners",
    fields: [
      ImportField("code", "short name,acronym,partner,abbreviation", isRequired: true),
      ImportField("name", "legal name,full name,organisation,organization"),
      ImportField("country", "country code"),
      ImportField("city", "town"),
      ImportField("role", "category"),
      ImportField("website", "web,url,www"),
    ],
    put: { row, write in
      let code = try row.require("code", "code", "a short name such as BNPT") {
        try PartnerCode($0)
      }
      let draft = Partners.Draft(
        name: row.text("name"),
        country: try row.read("country", "country", "a country's name or code") {
          CountryCode($0) ?? CountryCode(spelled: $0)
        },
        city: row.text("city"),
        role: try row.read("role", "role", "coordinator, beneficiary or associated", role),
        website: row.text("website"),
        extra: row.extra)
      let db = write.db
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM partner WHERE code = ?", arguments: [code.text])
      guard let id else {
        _ = try Partners.insert(code.text, draft, write)
        return .created
      }
      let before = try Partners.fetch(code.text, db)
      let extra = try storedExtra("partner", id, db)
      try Partners.update(id, draft, db)
      return verdict(
        before, try Partners.fetch(code.text, db),
        extra: (extra, try storedExtra("partner", id, db)))
    })

  /// Roles as grant tables write them: `Associated partner`, `Coordinator; beneficiary`.
  private static func role(_ text: String) -> Partner.Role? {
    let words = Folding.folded(text)
    return Partner.Role.allCases.first { role in
      words.utf8.starts(with: role.rawValue.utf8)
    }
  }
}

internal import GRDB

extension PlanList {
  package static let partners = PlanList(
    noun: "partners",
    fields: [
      ImportField("code", "short name,acronym,partner,abbreviation", isRequired: true),
      ImportField("name", "legal name,full name,organisation,organization"),
      ImportField("country", "country code"),
      ImportField("city", "town"),
      ImportField("role"),
      ImportField("category", "type of partner"),
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
        role: try role(row), website: row.text("website"), extra: extra(row))
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

  /// The role by the two columns that grant tables have for it.
  ///
  /// A category says it in one word; the other may tell at length what a partner does, and names
  /// the coordinator.
  private static func role(_ row: PlanRow) throws -> Partner.Role? {
    let said = row.text("role").flatMap(role)
    let category = row.text("category").flatMap(role)
    if said == .coordinator || category == .coordinator { return .coordinator }
    let stated = category ?? said
    if stated == nil, row.text("role") != nil || row.text("category") != nil {
      throw PlanRow.Refusal(
        field: row.text("role") == nil ? "category" : "role", rule: "role",
        expected: "coordinator, beneficiary or associated")
    }
    return stated
  }

  /// Roles as grant tables write them: `Associated partner`, `Coordinator; beneficiary`.
  private static func role(_ text: String) -> Partner.Role? {
    let words = Folding.folded(text)
    return Partner.Role.allCases.first { role in
      words.utf8.starts(with: role.rawValue.utf8)
    }
  }

  /// The kept columns, and a role or category that says more than one word.
  private static func extra(_ row: PlanRow) -> String? {
    let words = ["role", "category"].compactMap { name in
      row.text(name).map { ContactDraft.KeptCell(heading: name, text: $0) }
    }
    let told = words.filter { Partner.Role(rawValue: $0.text.asciiLowered) == nil }
    return JSONText.object(row.kept + told)
  }
}

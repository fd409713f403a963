internal import GRDB

extension PlanList {
  /// Hosts and visitors; a row of role `both` registers one of each.
  package static let profiles = PlanList(
    noun: "profiles",
    fields: [
      ImportField(
        "role", "host or visitor; de: rolle; fr: rôle; es: rol,papel; cs: role; pl: rola",
        isRequired: true),
      ImportField(
        "organisation",
        """
        organization,organisation name,company,name,sme; de: organisation,firma,unternehmen; \
        fr: organisation,entreprise,société; es: organización,empresa,entidad; \
        cs: organizace,firma; pl: organizacja,firma
        """, isRequired: true),
      ImportField(
        "country",
        "country of registration,country code; de: land; fr: pays; es: país; cs: země; pl: kraj"),
      ImportField(
        "type",
        """
        category,organisation type,type of organisation; de: typ,art; fr: type,catégorie; \
        es: tipo,categoría; cs: typ; pl: typ,rodzaj
        """),
      ImportField(
        "sectors", "sector,industry; de: branche,branchen; fr: secteur; es: sector,sectores"),
      ImportField("technologies", "technology,key enabling technologies; de: technologien"),
      ImportField("offers", "offer,what is offered,offered; de: bietet; fr: offre; es: ofrece"),
      ImportField("seeks", "needs,need,sought,looking for; de: sucht; fr: cherche; es: busca"),
      ImportField("languages", "language,spoken; de: sprachen; fr: langues; es: idiomas"),
      ImportField("available_from", "available since,from,start of availability,earliest"),
      ImportField("available_to", "available until,until,to,end of availability,latest"),
      ImportField("capacity", "places,number of visitors,max visitors"),
      ImportField("partner", "managing partner,cluster partner,managed by"),
      ImportField("preferred_countries", "preferred country,prefers,countries of interest"),
      ImportField(
        "city", "town,place; de: ort,stadt; fr: ville; es: ciudad; cs: město; pl: miasto"),
      ImportField("coordinates", "lat lon,position"),
      ImportField("activities", "activity,activity types,kind of activity"),
      ImportField("eccp", "cluster,cluster on eccp,eccp cluster,cluster membership"),
      ImportField("partnership", "managing partnership,other partnership"),
      ImportField("motivation", "reason,why"),
      ImportField("cv", "cv given,curriculum vitae"),
    ],
    put: { row, write in
      let organisation = try organisation(row, write)
      let verdicts = try roles(row).map { try put(row, as: $0, of: organisation, write) }
      if verdicts.contains(.created) { return .created }
      return verdicts.contains(.updated) ? .updated : .unchanged
    })

  private static func put(
    _ row: PlanRow, as role: Profile.Role, of organisation: Int64, _ write: Write
  ) throws -> Verdict {
    let draft = try draft(row, role)
    guard let id = try Profiles.id(of: organisation, as: role, write.db) else {
      guard draft.category != nil else {
        throw PlanRow.Refusal(
          field: "type", rule: "type", expected: "what the organisation is, such as sme")
      }
      _ = try Profiles.insert(organisation, draft, write)
      return .created
    }
    let before = try Profiles.fetch(id, write.db)
    let extra = try storedExtra("profile", id, write.db)
    try Profiles.update(id, draft, write.db)
    return verdict(
      before, try Profiles.fetch(id, write.db),
      extra: (extra, try storedExtra("profile", id, write.db)))
  }

  private static func roles(_ row: PlanRow) throws -> [Profile.Role] {
    try row.require("role", "role", "host, visitor or both") { text in
      switch Folding.folded(text) {
      case "both", "host and visitor", "host;visitor", "ho and vo", "ho/vo": [.host, .visitor]
      case "host", "ho", "hosting": [.host]
      case "visitor", "vo", "visiting": [.visitor]
      default: nil
      }
    }
  }

  private static func draft(_ row: PlanRow, _ role: Profile.Role) throws -> Profiles.Draft {
    var draft = Profiles.Draft(
      role: role,
      category: try row.read(
        "type", "type", "one of \(Profiles.categories().joined(separator: ", "))"
      ) {
        try ProfileWords.category($0)
      })
    draft.partner = row.text("partner")
    draft.sectors = row.text("sectors")
    draft.technologies = row.text("technologies")
    draft.offers = row.text("offers")
    draft.seeks = row.text("seeks")
    draft.languages = row.text("languages")
    draft.availableFrom = try row.day("available_from")
    draft.availableTo = try row.day("available_to")
    if role == .host {
      draft.capacity = try row.read("capacity", "capacity", "a whole number of visitors") {
        wholeNumber(Array($0.utf8))
      }
    }
    draft.preferredCountries = try row.read(
      "preferred_countries", "country", "countries by code or name, separated by semicolons"
    ) { try ProfileWords.countries($0) }
    draft.city = row.text("city")
    draft.coordinates = try row.read(
      "coordinates", "coordinates", "latitude and longitude such as 43.6109,3.8772"
    ) { try ProfileWords.coordinates($0) }
    draft.activities = try row.read(
      "activities", "activity",
      "activities of \(CodeList.named("exchange-activity").values.map(\.code).joined(separator: ", "))"
    ) { try ProfileWords.activities($0) }
    draft.eccp = row.text("eccp")
    draft.partnership = row.text("partnership")
    draft.motivation = row.text("motivation")
    draft.hasCV = try row.read("cv", "cv", "yes or no") { ProfileWords.flag($0) }
    draft.extra = row.extra
    return try draft.checked()
  }

  /// The organisation of a row, by name and country to the byte; a new one when there is none.
  ///
  /// Without a country the name alone finds one, when no other has it.
  private static func organisation(_ row: PlanRow, _ write: Write) throws -> Int64 {
    let name = try row.require("organisation", "organisation", "the organisation's name") { $0 }
    let country = try row.read("country", "country", "a country's name or code") {
      CountryCode($0) ?? CountryCode(spelled: $0)
    }
    let found = try Profiles.organisations(named: name, in: country, write.db)
    if found.count > 1, country == nil {
      throw PlanRow.Refusal(
        field: "country", rule: "organisation",
        expected: "a country, because \(found.count) organisations have this name")
    }
    if let first = found.first { return first }
    let id = try write.nextID("organisation")
    try write.db.cachedStatement(
      sql: "INSERT INTO organisation (id, name, country) VALUES (?, ?, ?)"
    ).execute(arguments: [id, name, country?.code])
    return id
  }
}

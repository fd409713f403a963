internal import Basics
internal import Documents
internal import GRDB

extension RecordList {
  /// Hosts and visitors: a row makes one of them, or both, and its organisation when that is new.
  package static let profiles = RecordList(
    noun: "profiles", fields: ProfileHeadings.fields,
    own: OwnColumns(
      listed: ExplainedProfile.fields.map(\.column), exported: Profile.exported.map(\.column)),
    begin: { write, _ in
      try Programme.requireScheme(write.db)
      let rows = try ProfileRows(write)
      return RecordList.Filling { row in try rows.put(row) }
    })
}

/// Stores the rows of a list of hosts and visitors.
private final class ProfileRows {
  private let organisations: NamedOrganisations
  private let table: ProfileTable
  private let earlier = EarlierRows<String>(
    ProfileField.allCases.map(\.name) + ["partner"])

  init(_ write: Transaction) throws {
    organisations = try NamedOrganisations(write)
    table = try ProfileTable(write)
  }

  /// Everything that can be refused is refused before anything is written.
  func put(_ row: ImportRow) throws -> RecordList.Taken {
    let roles = try row.require("role", "role", "host, visitor or both", RoleWords.roles)
    let name = try row.require("organisation", "organisation", "the organisation's name") { $0 }
    let country = try row.read("country", "country", "a country's name or code") {
      CountryCode(spelled: $0)
    }
    let draft = try draft(row, roles[0])
    let clusters = try (row.list("cluster") ?? []).map { try partner($0, "cluster") }
    let exported = row.text(ContactRows.idColumn).flatMap { RoundTrip.rowID($0, letter: 0x4F) }
    let known = try organisation(name, country, exported)
    let said = roles.map { role in draft.of(role).said }
    let new = zip(roles, said).map { role, said in
      earlier.new(of: known.map { "\($0) \(role.rawValue)" } ?? "", in: said)
    }
    let plans = try zip(roles, new).map { role, new in
      do {
        return try table.plan(known, draft.of(role).only(new.values), extra: row.extra)
      } catch let problem as ProfileProblem {
        throw Self.refusal(problem)
      }
    }
    let organisation = try known ?? organisations.add(name, country?.code)
    var changes: [ProfileTable.Change] = []
    for cluster in clusters where try organisations.join(organisation, cluster) {
      changes.append(.updated)
    }
    for plan in plans { changes.append(try table.write(plan, of: organisation)) }
    for (role, said) in zip(roles, said) {
      earlier.note("\(organisation) \(role.rawValue)", said, line: row.line)
    }
    let verdict: RecordList.Verdict =
      changes.contains(.created) ? .created : changes.contains(.updated) ? .updated : .unchanged
    let repetitions = new.compactMap(\.repetition)
    return RecordList.Taken(
      verdict: verdict,
      repetition: repetitions.first { !$0.differing.isEmpty } ?? repetitions.first)
  }

  private func draft(_ row: ImportRow, _ role: Profile.Role) throws -> Profiles.Draft {
    var draft = Profiles.Draft(role: role)
    for field in ProfileField.allCases {
      guard let text = row.text(field.name) else { continue }
      do {
        draft[field] = try field.stored(text)
      } catch {
        throw Self.refusal(error)
      }
    }
    if let code = row.text("partner") {
      let isNobody = Self.nobody.contains(code.asciiLowered)
      if !isNobody { _ = try partner(code, "partner") }
      draft.partner = isNobody ? "" : code
    }
    return draft
  }

  /// What stands for a profile that no partner manages, though the cluster of one has it.
  private static let nobody = ["none", "-"]

  private func partner(_ code: String, _ field: String) throws -> Int64 {
    do {
      return try table.partnerID(code)
    } catch RecordProblem.unknown(_, _, let known, _) {
      let list = known.joined(separator: ", ")
      throw ImportRow.Refusal(
        field: field, rule: "partner", expected: known.isEmpty ? "a partner" : "one of \(list)")
    }
  }

  private func organisation(
    _ name: String, _ country: CountryCode?, _ exported: Int64?
  ) throws -> Int64? {
    do {
      return try organisations.id(name, country?.code, exported: exported)
    } catch let several as NamedOrganisations.Ambiguous {
      throw ImportRow.Refusal(
        field: "organisation", rule: "organisation",
        expected: "one organisation of that name and country, not \(several.codes.count) "
          + "(\(several.codes.joined(separator: ", "))); "
          + "merge them with blues partner organisation merge")
    }
  }

  private static func refusal(_ problem: ProfileProblem) -> ImportRow.Refusal {
    switch problem {
    case .unreadable(let field, _, let expected):
      .init(field: field.name, rule: field.rule, expected: expected)
    case .windowEndsBeforeStart(let from, _):
      .init(field: "available_to", rule: "dates", expected: "\(from) or a later day")
    case .twoPartnerships:
      .init(field: "partnership", rule: "partnership", expected: "partner or partnership, not both")
    case .reasonMissing:
      .init(field: "assessment_note", rule: "reason", expected: "the reason of the rejection")
    case .inTheFuture(_, let today):
      .init(field: "assessed_on", rule: "date", expected: "\(today) or an earlier day")
    case .nothingToSet, .noOrganisation, .takesPart, .noProfile, .profileTaken, .unknownCategory:
      .init(field: nil, rule: "profile", expected: "a profile that can be stored")
    }
  }
}

/// The roles of a row, by the words for them in six languages.
private enum RoleWords {
  static func roles(_ text: String) -> [Profile.Role]? {
    switch Folding.folded(text) {
    case "host", "ho", "host organisation", "host organization", "hosting organisation", "hote",
      "organisme d'accueil", "gastgeber", "anfitrion", "anfitriona", "gospodarz", "hostitel":
      [.host]
    case "visitor", "vo", "visiting organisation", "visiting organization", "guest", "visiteur",
      "besucher", "gast", "visitante", "gosc", "odwiedzajacy", "navstevnik":
      [.visitor]
    case "both", "host and visitor", "visitor and host", "host/visitor", "les deux", "beide",
      "beides", "ambos", "ambas", "oba", "obie", "oboje", "oboji":
      [.host, .visitor]
    default: nil
    }
  }
}

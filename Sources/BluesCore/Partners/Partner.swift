package import Basics
internal import Documents
internal import GRDB

/// A beneficiary of the grant: in BLUES, an organisation that runs a cluster.
package struct Partner: Record {
  /// What a partner is in the consortium.
  package enum Role: String, RecordWord {
    case coordinator, beneficiary, associated
  }

  package let code: PartnerCode
  package var name: String
  package var country: String?
  package var city: String?
  package var role = Role.beneficiary
  package var website: String?
  /// Its number in the grant.
  package var number: Int?
  /// The days of its joining and leaving, where these are not the project's.
  package var joinedOn: Day?
  package var leftOn: Day?
  /// The partner that took its place.
  package var successor: String?
  /// The work packages it leads, such as `WP3`.
  package private(set) var leads: [String] = []
  package private(set) var members = 0
  package private(set) var contacts = 0

  package init(code: PartnerCode) {
    self.code = code
    name = code.description
  }

  /// How others refer to partners.
  static let target = RecordTarget(
    noun: "partner", command: "partner", table: "partner", code: "target.code",
    order: "target.code", key: { $0.trimmed.asciiRaised },
    unknown: { RecordProblem.unknownPartner($0, known: $1) },
    names: """
      SELECT id, name, number FROM partner
      UNION ALL SELECT partner_id, code, NULL FROM partner_name
      """)

  package static let register = Register<Partner>(
    noun: "partner", path: "partner", example: "ZINNAE", heading: "Partner",
    headings: "short name,acronym,partner,abbreviation\(HeadingWords.partner)",
    table: .named("partner", order: "partner.role <> 'coordinator', partner.code"),
    attributes: [
      .title(
        "name", \.name, "Name", "The full name.",
        headings: "legal name,full name,organisation,organization\(HeadingWords.title)"),
      .country(
        "country", \.country, "Country", "The country, by code or name.",
        headings: "country code\(HeadingWords.country)"),
      .text("city", \.city, "City", "The town.", headings: "town\(HeadingWords.city)"),
      .word(
        "role", \.role, "Role", "coordinator, beneficiary or associated.",
        headings: "partner role\(HeadingWords.role)", read: { Role(listed: $0) }
      ).settledInLists(),
      .passedOn("category", headings: "type of partner"),
      .computed("leads", "Leads", "The work packages it leads.", kind: .listOf("work package")) {
        .list($0.leads)
      },
      .computed(
        "members", "Members", "How many organisations are members of its cluster.", kind: .number
      ) { .integer($0.members) },
      .computed("contacts", "Contacts", "How many contacts it has.", kind: .number) {
        .integer($0.contacts)
      },
      .text(
        "website", \.website, "Website", "The website.", headings: "web,url,www", kind: .link,
        uses: .hidden),
      .count(
        "number", \.number, "No", "Its number in the grant.",
        headings: "no,participant no,beneficiary no,participant number,beneficiary number",
        uses: .hidden, from: 1),
      .day(
        "joined_on", \.joinedOn, "Joined", "The day it joined the consortium.",
        headings: "entry date,project entry date,joined", uses: .hidden),
      .day(
        "left_on", \.leftOn, "Left", "The day it left the consortium.",
        headings: "exit date,project exit date,left", uses: .hidden),
      .reference(
        "successor", \.successor, to: target, of: "partner", "Successor",
        "The partner that took its place.", uses: .hidden),
    ],
    parts: [RecordPart(table: "partner_name", column: "partner_id")],
    words: RecordWords(label: { "partner \($0)" }),
    rules: RecordRules(
      selections: [
        "(SELECT count(*) FROM membership WHERE partner_id = partner.id) AS members",
        "(SELECT count(*) FROM contact WHERE partner_id = partner.id) AS contacts",
      ], derive: derivation, check: check, meant: meant, rename: rename, renamed: renamed),
    together: [["role", "category"]],
    details: details)
}

extension Partner {
  private static func derivation(_ context: RecordContext) throws -> (inout Partner, Row) throws
    -> Void
  {
    { partner, row in
      let leads: String? = try row.storedOrNil("leads")
      partner.leads = (leads ?? "").split(separator: " ").map { "WP\($0)" }
      partner.members = try row.stored("members")
      partner.contacts = try row.stored("contacts")
    }
  }

  /// A consortium has one coordinator.
  private static func check(
    _ partner: inout Partner, _ was: Partner?, _ said: inout Changes, _ context: RecordContext
  ) throws {
    try settleRole(&partner, &said, context)
    try checkNumber(partner, context)
    try checkDays(partner)
    try checkSuccessor(partner, context)
    if was == nil { try checkFormerName(partner.code, of: nil, context.db) }
    guard partner.role == .coordinator, was?.role != .coordinator else { return }
    let other = try String.fetchOne(
      context.db, sql: "SELECT code FROM partner WHERE role = 'coordinator' AND code <> ?",
      arguments: [partner.code.text])
    if let other {
      throw AttributeProblem(attribute: "role", problem: PartnerProblem.hasCoordinator(other))
    }
  }

  /// Where its facts come from, as its page shows them.
  private static func details(_ partner: Partner, _ store: Store) throws -> [Block] {
    let names = try partner.formerNames(in: store)
    let former: [Block] =
      names.isEmpty ? [] : [.section("Former short names"), .table(names)]
    return former + [
      .section("Facts and where they come from"),
      .table(
        Table(
          noun: "facts", emptySentence: "No facts.", fields: StatedFact.fields,
          rows: try partner.facts(in: store))),
    ]
  }
}

extension Store {
  package var partners: Records<Partner> { records() }
}

extension Partner {
  /// The row of the partner with a short name, in any case.
  ///
  /// - Throws: `RecordProblem.unknown` where there is none.
  static func id(_ code: String, in db: Database) throws -> Int64 {
    guard
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM partner WHERE code = ?", arguments: [code.trimmed])
    else { throw RecordProblem.unknownPartner(code, known: try codes(db)) }
    return id
  }

  /// The short name of the coordinator.
  static func coordinator(_ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT code FROM partner WHERE role = 'coordinator' ORDER BY code"))
  }

  /// The short names of all partners, in their order.
  static func codes(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT code FROM partner ORDER BY code")
  }
}

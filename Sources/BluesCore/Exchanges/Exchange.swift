package import Basics
internal import GRDB

/// A stay of a visiting organisation at a host organisation in another country.
package struct Exchange: Sendable, Equatable {
  /// How far the exchange has come, in the order of the way; the last three are its exits.
  package enum State: String, Sendable, CaseIterable, StoredValue {
    case draft, applied, eligible, matched, agreed, contracted, ongoing, completed, reported
    case validated, paid, closed
    case cancelled, withdrawn
    case noShow = "no_show"

    /// The state in a sentence: `no-show` for `no_show`.
    package var word: String { self == .noShow ? "no-show" : rawValue }

    /// Whether the exchange ended without taking place.
    package var isExit: Bool { self == .cancelled || self == .withdrawn || self == .noShow }

    /// Whether the stay took place to its end.
    package var tookPlace: Bool {
      switch self {
      case .completed, .reported, .validated, .paid, .closed: true
      default: false
      }
    }

    /// Whether the exchange is on its way, beyond a draft and before its end.
    package var isUnderWay: Bool { self != .draft && !isExit && !tookPlace }
  }

  /// Whether the visitor travels; a virtual exchange is not funded, a hybrid one has both.
  package enum Mode: String, Sendable, CaseIterable, StoredValue {
    case physical, virtual, hybrid
  }

  package let code: ExchangeCode
  package let host: String
  package let hostCountry: String?
  package let visitor: String
  package let visitorCountry: String?
  /// The partner that manages and pays the visitor: the exchange counts for it.
  package let visitorPartner: String?
  package let hostPartner: String?
  package let mode: Mode
  /// First and last day at the host; days of travel lie outside.
  package let firstDay: Day
  package let lastDay: Day
  package let state: State
  package let ruleBook: String?
  /// The number that the exchanges of one group share.
  package let group: Int?
  /// Whole kilometres between the organisations.
  package let distance: Int?
  /// Where the distance is from, in words.
  package let distanceBasis: String?
  package let agreed: Money?
  package let paid: Money?
  package let bankReference: String?
  package let goals: String?
  package let agenda: String?
  /// The managing partnership of the visitor, when it is not this project's.
  package let visitorPartnership: String?
  package let hostPartnership: String?
  /// What kind of organisation the visitor is in the scheme, such as `sme`.
  package let visitorCategory: String
  package let hostCategory: String
  /// The rules the Agency waived for it, separated by `; `.
  package let approvals: String?
}

/// One thing that happened to an exchange.
package struct ExchangeStep: Sendable, Equatable {
  package let state: Exchange.State
  package let on: Day
  package let note: String?
}

extension Exchange: FetchableRecord {
  init(row: Row) throws {
    code = try row.value("number")
    host = try row.value("host_name")
    hostCountry = try row.value("host_country")
    visitor = try row.value("visitor_name")
    visitorCountry = try row.value("visitor_country")
    visitorPartner = try row.value("visitor_partner")
    hostPartner = try row.value("host_partner")
    mode = try row.value("mode")
    firstDay = try row.value("first_day")
    lastDay = try row.value("last_day")
    state = try row.value("state")
    ruleBook = try row.value("rule_book")
    group = try row.value("group_number")
    distance = try row.value("distance_km")
    distanceBasis = try row.value("distance_basis")
    agreed = try row.value("agreed_cents")
    paid = try row.value("paid_cents")
    bankReference = try row.value("bank_reference")
    goals = try row.value("goals")
    agenda = try row.value("agenda")
    visitorPartnership = try row.value("visitor_partnership")
    hostPartnership = try row.value("host_partnership")
    visitorCategory = try row.value("visitor_category")
    hostCategory = try row.value("host_category")
    approvals = try row.value("approvals")
  }

  static let selection = """
    SELECT exchange.*, host_of.name AS host_name, host_of.country AS host_country,
           visitor_of.name AS visitor_name, visitor_of.country AS visitor_country,
           visitor_partner.code AS visitor_partner, host_partner.code AS host_partner,
           visitor.partnership AS visitor_partnership, host.partnership AS host_partnership,
           visitor.category AS visitor_category, host.category AS host_category,
           (SELECT group_concat(rule, '; ')
            FROM (SELECT rule FROM exchange_approval
                  WHERE exchange_id = exchange.id ORDER BY rule)) AS approvals
    FROM exchange
    JOIN profile AS host ON host.id = exchange.host_id
    JOIN organisation AS host_of ON host_of.id = host.organisation_id
    LEFT JOIN partner AS host_partner ON host_partner.id = host.managing_partner_id
    JOIN profile AS visitor ON visitor.id = exchange.visitor_id
    JOIN organisation AS visitor_of ON visitor_of.id = visitor.organisation_id
    LEFT JOIN partner AS visitor_partner ON visitor_partner.id = visitor.managing_partner_id
    """
}

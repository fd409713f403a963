internal import Basics

/// One row of the scheme's list of exchanges.
struct ListedExchange {
  let line: Int
  let code: String?
  let visitor: String
  let host: String
  /// What the cells say, by field, as written.
  let cells: [String: String]

  /// The columns that are understood, with the words other tools have for them.
  static let fields: [ImportField] = [
    ImportField("code", "exchange code,exchange id,id,reference,number,no,our reference"),
    ImportField(
      "visitor", "visitor organisation,visiting organisation,visiting organization,vo,visitor name",
      isRequired: true),
    ImportField(
      "host", "host organisation,hosting organisation,hosting organization,ho,host name",
      isRequired: true),
    ImportField("visitor_country", "country of visitor,country of the visitor,vo country,from"),
    ImportField("host_country", "country of host,country of the host,ho country,to"),
    ImportField("first_day", "start date,start,starts,from date,begin,first day"),
    ImportField("last_day", "end date,end,ends,to date,last day"),
    ImportField("mode", "type of exchange,exchange type,physical or virtual"),
    ImportField("state", "status,phase"),
    ImportField("amount", "lump sum,financial support,eur,amount eur"),
  ]

  init(_ row: ImportRow, line: Int) {
    self.line = line
    code = row.text("code")
    visitor = row.text("visitor") ?? ""
    host = row.text("host") ?? ""
    cells = Self.fields.reduce(into: [:]) { $0[$1.name] = row.text($1.name) }
  }

  /// The two organisations without legal forms, accents and the order of words.
  var pair: Pair { Pair(visitor: visitor, host: host) }

  /// Who visits whom, as names are compared.
  struct Pair: Hashable {
    private let visitor: String
    private let host: String

    init(visitor: String, host: String) {
      self.visitor = Self.key(visitor)
      self.host = Self.key(host)
    }

    private static func key(_ name: String) -> String {
      NameTokens.ofOrganisation(name)?.sorted.joined(separator: " ") ?? Folding.folded(name)
    }
  }
}

internal import Basics
internal import Documents

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
    ImportField(
      "code",
      """
      exchange code,exchange id,id,reference,number,no,our reference; fr: numéro,référence;
      de: nummer,referenz; es: número,referencia; pl: numer; cs: číslo
      """, content: .typed),
    ImportField("visitor", StayHeadings.visitor, isRequired: true),
    ImportField("host", StayHeadings.host, isRequired: true),
    ImportField(
      "visitor_country",
      """
      country of visitor,country of the visitor,vo country,from; fr: pays du visiteur;
      de: land des besuchers,herkunftsland; es: país del visitante; pl: kraj gościa;
      cs: země návštěvníka
      """, content: .country),
    ImportField(
      "host_country",
      """
      country of host,country of the host,ho country,to; fr: pays d'accueil,pays de l'hôte;
      de: land des gastgebers,gastland; es: país de acogida,país del anfitrión;
      pl: kraj gospodarza; cs: země hostitele
      """, content: .country),
    ImportField("first_day", StayHeadings.firstDay, content: .day),
    ImportField("last_day", StayHeadings.lastDay, content: .day),
    ImportField("mode", StayHeadings.mode, content: .typed),
    ImportField(
      "state",
      "status,phase; fr: statut,état; de: stand,phase; es: estado,fase; pl: stan,etap; cs: stav,fáze",
      content: .typed),
    ImportField(
      "amount",
      """
      lump sum,financial support,eur,amount eur; fr: montant,forfait; de: betrag,pauschale;
      es: importe,suma global; pl: kwota,ryczałt; cs: částka,paušál
      """, content: .amount),
  ]

  /// The columns of our own list of exchanges.
  static let own = OwnColumns(
    listed: ExchangeStanding.fields.map(\.column), exported: [], fewAreEnough: false)

  init(_ row: ImportRow) {
    line = row.line
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

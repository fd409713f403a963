internal import BluesCore
internal import Documents
internal import Tabular

/// What the value of an argument or option is, as far as words can be offered for it.
enum ValueKind: Equatable, Sendable {
  /// Anything: a title, a date, a number.
  case free
  /// One of a few words.
  case words([Candidate])
  /// A record of a register, by its command or by the type of its code.
  case records(String)
  case code(ObjectIdentifier)
  case contact, organisation, exchange, country
  /// A code of any kind of record.
  case anyCode
  case profile(Profile.Role)
  /// Steps of the history that can be undone; imports of contacts.
  case step, batch
  /// A rule, and a figure of the rule that was typed before.
  case rule, figure
  /// A rule of the grant on money, and a figure of the one that was typed before.
  case grantRule, grantFigure
  /// A reporting period, a section of reports, a category of costs, a currency with rates.
  case period, section, category, currency
  /// The person with whose code the name of a new record begins, such as `NP-1@`.
  case personOfName
  /// A paper of the exchange that was typed before.
  case paper
  /// A row of the parcel that waits; a public key of a partner; a parcel to choose.
  case parcelRow, memberKey, forkedParcel
  /// What the first argument of the command is.
  case likeFirst
  /// Fields of the command's list: several to show, several to sort by, one in a condition.
  case columns, order, condition
  /// `HEADING=FIELD` and `FIELD=VALUE` of an import, `FIELD=ID` of a merge.
  case assignment, given, taken
  /// A word that is followed by an equals sign and more.
  case assigned([String])

  /// What follows from the type of a property, else from its name.
  init(_ type: Any.Type, named name: String) {
    switch type {
    case is ExchangeCode.Type: self = .exchange
    case is CountryCode.Type: self = .country
    case is BluesCore.Currency.Type: self = .currency
    case is Condition.Type: self = .condition
    case is ImportRequest.Assignment.Type: self = .assignment
    case is ImportRequest.Default.Type: self = .given
    case is MergePreferences.Take.Type: self = .taken
    case is PaperCommand.SignedBy.Type:
      self = .assigned(PaperParty.allCases.map(\.rawValue) + ["all"])
    case is PaperKind.Type, is PaperWord.Type:
      self = .words(PaperKind.all.map { Candidate($0.kind, $0.title) })
    case is ContactRule.Type:
      self = .words(
        ContactRule.allCases.filter(\.canBeAccepted).map { Candidate($0.rawValue) })
    case is ConsentScope.Type:
      self = .words(ConsentScope.usual.map { Candidate($0.code, $0.label) })
    case is TextEncoding.Type: self = .words(TextEncoding.allCases.map { Candidate($0.name) })
    case let code as any RecordCode.Type: self = .code(ObjectIdentifier(code))
    case let words as any CaseIterable.Type: self = .words(Self.cases(words))
    case is String.Type, is Int.Type, is Int64.Type: self = Self.byName[name] ?? .free
    default: self = .free
    }
  }

  /// What follows from the kind of a register's attribute.
  init(_ kind: AttributeKind) {
    switch kind {
    case .country: self = .country
    case .word(let words): self = .words(words.map { Candidate($0) })
    case .reference(let command), .references(let command): self = .records(command)
    case .codes(let lists, _): self = .words(Self.codes(of: lists))
    case .form("cost category"): self = .category
    case .form("currency"): self = .currency
    case .text, .link, .number, .decimal, .day, .month, .due, .code, .amount, .form, .computed:
      self = .free
    }
  }

  /// The codes of common lists with their words, each code once.
  private static func codes(of lists: [String]) -> [Candidate] {
    var seen: Set<String> = []
    return lists.flatMap { (try? CodeList.named($0).values) ?? [] }
      .filter { seen.insert($0.code).inserted }.map { Candidate($0.code, $0.label) }
  }

  /// Properties that are texts or numbers by their type, and ids or fields by their meaning.
  private static let byName: [String: ValueKind] = [
    "anyCode": .anyCode, "batch": .batch, "cluster": .records("partner"), "columns": .columns,
    "contact": .contact,
    "contacts": .contact, "country": .country, "figure": .figure, "forkedParcel": .forkedParcel,
    "grantFigure": .grantFigure, "grantRule": .grantRule, "host": .profile(.host),
    "memberKey": .memberKey, "number": .paper, "parcelRow": .parcelRow, "period": .period,
    "organisation": .organisation,
    "organisations": .organisation,
    "other": .likeFirst, "partner": .records("partner"),
    "person": .records(Person.register.path), "prefer": .likeFirst, "rule": .rule,
    "rules": .rule, "section": .section, "sort": .order, "step": .step,
    "template": .words(ProjectTemplate.names.map { Candidate($0) }),
    "visitor": .profile(.visitor), "visitors": .profile(.visitor),
  ]

  private static func cases<Words: CaseIterable>(_ type: Words.Type) -> [Candidate] {
    type.allCases.compactMap { word in
      ((word as? any RawRepresentable)?.rawValue as? String).map { Candidate($0) }
    }
  }
}

extension DescribedOption {
  /// Where the description says nothing, the name of the option does.
  var kind: ValueKind {
    guard let stated else { return ValueKind(String.self, named: name) }
    return ValueKind(stated)
  }
}

internal import Basics
internal import BluesCore
internal import Documents

/// A kind of thing that a code names, and how its own command shows one.
struct CodedKind: Sendable {
  let noun: String
  /// The command that shows one.
  let command: String
  /// Whether a text is written as its codes are.
  let hasForm: @Sendable (String) -> Bool
  /// Whether there is one of that code.
  let holds: @Sendable (String, Store) throws -> Bool
  let show: @Sendable (String, Store, OutputOptions) throws -> Void

  /// The kind of which there is one with this code.
  ///
  /// - Throws: `CodedKindProblem` where there is none, or more than one.
  static func of(_ text: String, in store: Store) throws -> CodedKind {
    let kinds = all.filter(\.isFree) + all.filter { !$0.isFree && $0.hasForm(text) }
    let found = try kinds.filter { try $0.holds(text, store) }
    if let kind = found.first {
      guard found.count == 1 else {
        throw CodedKindProblem.several(
          text, nouns: found.map(\.noun), commands: found.map { "\($0.command) \(text)" })
      }
      return kind
    }
    // The kind itself says which codes it has.
    let formed = kinds.filter { !$0.isFree }
    if formed.count == 1 { return formed[0] }
    // A partner that was renamed is asked for by the name it had.
    if let code = try? PartnerCode(text) {
      do {
        _ = try store.partners.one(code)
      } catch let problem as RecordProblem {
        if case .renamed = problem { throw problem }
      }
    }
    throw CodedKindProblem.unknown(
      text, near: EditDistance.nearest(to: text, in: try codes(in: store)))
  }

  /// The codes that are in the project, but for those of contacts and organisations.
  private static func codes(in store: Store) throws -> [String] {
    let records = try RecordKind.all.flatMap { try $0.codes(store) }
    let project = try store.project.overview().project
    guard try Programme.of(project).scheme != nil else { return records }
    return try records + store.exchanges.all().map(\.code.description)
  }

  /// Whether its codes can be any text.
  private var isFree = false

  private static let all: [CodedKind] =
    RecordKind.all.map(CodedKind.init) + [exchange, document, organisation, contact, period]

  private init(_ kind: RecordKind) {
    noun = kind.noun
    command = "blues \(kind.path) show"
    hasForm = kind.hasForm
    holds = kind.holds
    show = { text, store, output in try output.show(kind.page(text, store)) }
    isFree = !kind.isFormed
  }

  private init(
    _ noun: String, _ path: String, prefixes: [String],
    holds: @escaping @Sendable (String, Store) throws -> Bool,
    show: @escaping @Sendable (String, Store, OutputOptions) throws -> Void
  ) {
    self.noun = noun
    command = "blues \(path) show"
    hasForm = { text in
      let raised = text.trimmed.asciiRaised
      return prefixes.contains { prefix in
        raised.hasPrefix(prefix) && raised.count > prefix.count
          && raised.dropFirst(prefix.count).utf8.allSatisfy(\.isDigit)
      }
    }
    self.holds = holds
    self.show = show
  }

  private static let exchange = CodedKind(
    "exchange", "exchange", prefixes: ["EX-", "EX"],
    holds: { text, store in
      let code = try? ExchangeCode(text)
      return try store.exchanges.all().contains { $0.code == code }
    },
    show: { text, store, output in
      try output.show(page: store.exchanges.page(ExchangeCode(text)))
    })

  private static let period = CodedKind(
    "reporting period", "report period", prefixes: ["RP"],
    holds: { text, store in (try? store.periods.standing(text)) != nil },
    show: { text, store, output in
      try output.show(PeriodStatePage.document(store.periods.standing(text), store))
    })

  private static let document = CodedKind(
    "document", "project document", prefixes: ["DOC"],
    holds: { text, store in (try? store.documents.one(text)) != nil },
    show: { text, store, output in
      try output.show(DocumentCommand.page(store.documents.one(text)))
    })

  private static let organisation = CodedKind(
    "organisation", "partner organisation", prefixes: ["O"],
    holds: { text, store in (try? store.organisations.one(text)) != nil },
    show: { text, store, output in
      try output.show(OrganisationCommand.page(store.organisations.one(text)))
    })

  private static let contact = CodedKind(
    "contact", "partner contact", prefixes: ["C"],
    holds: { text, store in (try? store.contacts.one(text)) != nil },
    show: { text, store, output in
      try output.show(ContactCommand.page(of: text, in: store.contacts))
    })
}

/// Why a code shows no record.
enum CodedKindProblem: Problem, Equatable {
  case unknown(String, near: [String])
  case several(String, nouns: [String], commands: [String])

  var message: String {
    switch self {
    case .unknown(let text, _): "Unknown code: \(text)."
    case .several(let text, let nouns, _):
      "\(text) is \(nouns.map { indefinite($0) }.joined(separator: " and "))."
    }
  }

  var hint: String? {
    switch self {
    case .unknown(let text, let near):
      near.isEmpty
        ? "blues find \(text)" : "did you mean \(near.joined(separator: " or "))?"
    case .several(_, _, let commands): commands.joined(separator: " or ")
    }
  }

  var kind: ProblemKind {
    switch self {
    case .unknown: .notFound
    case .several: .ambiguous
    }
  }
}

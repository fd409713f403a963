internal import Basics
internal import BluesCore

/// The ids that are in the project now, and the words that the program knows.
///
/// Where there is no project, or it cannot be read, there are no ids, and nobody is told.
struct LiveWords {
  /// So many of one kind at most: more help nobody to choose.
  static let most = 200

  private let open: () throws -> Store

  init(_ open: @escaping () throws -> Store) { self.open = open }

  /// Those of the project that the words of a line choose with `--db`, else of the usual one.
  init(among words: [String]) {
    self.init {
      guard let path = Environment.projectFile(Self.projectPath(in: words)) else {
        throw EnvironmentProblem.noProject
      }
      return try Store.openToRead(
        at: path,
        invocation: Invocation(
          command: "read", who: Environment.user(), at: Environment.instant(),
          today: Environment.today(), days: Clock.days))
    }
  }

  private static func projectPath(in words: [String]) -> String? {
    for (index, word) in words.enumerated() {
      if word == "--db" { return words.dropFirst(index + 1).first }
      if word.hasPrefix("--db=") { return String(word.dropFirst(5)) }
    }
    return nil
  }

  /// The words of a kind, perhaps only those that begin like a text.
  func words(_ kind: ValueKind, _ typed: String, after values: [String]) -> [Candidate] {
    switch kind {
    case .words(let words): return words
    case .country: return CountryCode.all.map { Candidate($0.code, $0.englishName) }
    case .free: return []
    default:
      let found = (try? stored(kind, typed, after: values, in: open())) ?? []
      return Array(found.lazy.filter { $0.fits(typed) }.prefix(Self.most))
    }
  }

  private func stored(
    _ kind: ValueKind, _ typed: String, after values: [String], in store: Store
  ) throws -> [Candidate] {
    switch kind {
    case .records(let path):
      try RegisteredRecords.all().first { $0.path == path }?.candidates(store) ?? []
    case .code(let code):
      try RegisteredRecords.all().first { $0.code == code }?.candidates(store) ?? []
    case .anyCode: try coded(typed, in: store)
    case .contact:
      try store.contacts.beginning(with: typed, limit: Self.most).map(Candidate.init)
    case .organisation:
      try store.organisations.beginning(with: typed, limit: Self.most).map(Candidate.init)
    case .profile(let role):
      try store.profiles.all().filter { $0.role == role }
        .flatMap { profile in
          [Candidate(profile.organisationCode, profile.organisation)]
            + (typed.isEmpty ? [] : [Candidate(profile.organisation, profile.organisationCode)])
        }
    case .exchange:
      try store.exchanges.all()
        .map { Candidate($0.code.description, "\($0.visitor) at \($0.host), \($0.state.word)") }
    case .step:
      try store.history.steps(limit: Self.most)
        .filter(\.canBeUndone)
        .map { Candidate("\($0.id)", $0.summary) }
    case .batch:
      try store.importBatches.all().map { Candidate("\($0.step.id)", $0.step.summary) }
    case .rule:
      try store.ruleFigures.book().lines.map { Candidate($0.rule.id, $0.rule.says) }
    case .period:
      try store.periods.standings().map {
        Candidate(
          $0.period.name, "\($0.days.lowerBound) to \($0.days.upperBound), \($0.state.rawValue)")
      }
    case .figure:
      try values.first.map { rule in
        try store.ruleFigures.book().figures(of: rule).map { Candidate($0.figure, $0.value) }
      } ?? []
    case .paper:
      try values.first.map { exchange in
        try store.papers.all(ExchangeCode(exchange)).map { Candidate("\($0.number)", $0.kind) }
      } ?? []
    case .parcelRow:
      try store.parcelReviews.review().rows
        .map { Candidate($0.row, "\($0.what), \($0.standing.rawValue): \($0.summary)") }
    case .memberKey:
      try store.memberKeys.all().filter(\.isInForce).map { Candidate($0.key.text, $0.partner) }
    case .forkedParcel:
      try store.shareStatus.status().parcels.filter { $0.state == .forked }
        .map { Candidate($0.sha256, "\($0.sequence) of \($0.partner), \($0.madeAt)") }
    default: []
    }
  }
}

extension LiveWords {
  /// What has a code that begins with a text, of whichever kind; contacts and organisations only
  /// where their letter is typed.
  private func coded(_ typed: String, in store: Store) throws -> [Candidate] {
    let records = try RegisteredRecords.all().flatMap { try $0.candidates(store) }
    let project = try store.project.overview().project
    let exchanges =
      try Programme.of(project).scheme == nil ? [] : stored(.exchange, typed, after: [], in: store)
    let letter = typed.prefix(1).asciiRaised
    let organisations =
      letter == "O" ? try stored(.organisation, typed, after: [], in: store) : []
    let contacts = letter == "C" ? try stored(.contact, typed, after: [], in: store) : []
    return records + exchanges
      + (organisations + contacts).filter { Self.isCode($0.word) }
  }

  /// Whether a word is a letter and digits, as O4.
  private static func isCode(_ word: String) -> Bool {
    word.utf8.count > 1 && word.utf8.dropFirst().allSatisfy(\.isDigit)
  }
}

extension Candidate {
  fileprivate init(_ named: NamedWord) { self.init(named.word, named.meaning) }
}

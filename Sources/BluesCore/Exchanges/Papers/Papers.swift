package import Basics
internal import GRDB

/// The register of the papers that stand behind the exchanges.
package struct Papers: Sendable {
  let store: Store

  /// What is said of a paper when it is registered.
  package struct Draft: Sendable, Equatable {
    package let kind: PaperKind
    /// The path of the file; none for a paper that is kept elsewhere.
    package var file: String?
    /// Whether the file is copied beside the project.
    package var isCopied = false
    /// The day of the paper; that of its last signature otherwise, or today.
    package var dated: Day?
    package var note: String?
    package var signatures: [(party: PaperParty, on: Day)] = []

    package init(kind: PaperKind) { self.kind = kind }

    package static func == (one: Draft, other: Draft) -> Bool {
      one.kind == other.kind && one.file == other.file && one.isCopied == other.isCopied
        && one.dated == other.dated && one.note == other.note
        && one.signatures.elementsEqual(other.signatures, by: ==)
    }
  }

  /// What is there of one exchange, or of all.
  package func all(_ code: ExchangeCode? = nil) throws -> [Paper] {
    try store.read { db in
      if let code { _ = try Exchanges.fetch(code, db) }
      return try Paper.fetchAll(code, db)
    }
  }

  /// The paper of an exchange with a number.
  ///
  /// - Throws: `PaperProblem.unknown` with the numbers that there are.
  package func one(_ code: ExchangeCode, _ number: Int) throws -> Paper {
    let papers = try all(code)
    guard let paper = papers.first(where: { $0.number == number }) else {
      throw PaperProblem.unknown(code, number: number, known: papers.map(\.number))
    }
    return paper
  }

  /// Where the registered files lie.
  package func paths() throws -> [String] {
    let folder = FileFolder(projectFile: store.path)
    return try all().compactMap(\.file).map(folder.path(of:))
  }

  /// What is still missing on the way to closed, of one exchange or of all that are not over;
  /// whether the next step needs it goes with each.
  package func missing(_ code: ExchangeCode? = nil) throws -> [(
    paper: MissingPaper, isNext: Bool
  )] {
    let today = store.invocation.today
    return try store.read { db in
      let exchanges =
        try code.map { [try Exchanges.fetch($0, db)] }
        ?? Exchange.fetchAll(db, sql: "\(Exchange.selection) ORDER BY exchange.number")
      return try PaperGate.all(exchanges.filter { !$0.state.isOver }, db).flatMap { gate in
        let exchange = gate.exchange
        return gate.missing(upTo: .closed, on: today).map { missing in
          (missing, exchange.next.map { Self.isNeeded(missing, for: $0, exchange) } ?? false)
        }
      }
    }
  }

  private static func isNeeded(
    _ missing: MissingPaper, for next: Exchange.State, _ exchange: Exchange
  ) -> Bool {
    let way = exchange.mode.way
    guard let needed = way.firstIndex(of: missing.state), let step = way.firstIndex(of: next)
    else { return false }
    return needed <= step
  }
}

extension PaperGate {
  init(_ exchange: Exchange, _ db: Database) throws {
    self.init(
      exchange: exchange, kinds: try PaperKind.of(.of(db)),
      papers: try Paper.fetchAll(exchange.code, db),
      reached: try Self.reached(exchange.code, db)[exchange.code.number] ?? [:])
  }

  /// The gates of several exchanges, whose papers and steps are read at once.
  static func all(_ exchanges: [Exchange], _ db: Database) throws -> [PaperGate] {
    let only = exchanges.count == 1 ? exchanges.first?.code : nil
    let kinds = try PaperKind.of(.of(db))
    let papers = try Dictionary(grouping: Paper.fetchAll(only, db), by: \.exchange)
    let reached = try reached(only, db)
    return exchanges.map { exchange in
      PaperGate(
        exchange: exchange, kinds: kinds, papers: papers[exchange.code] ?? [],
        reached: reached[exchange.code.number] ?? [:])
    }
  }

  /// The days on which one exchange, or all, came to their states, by the number of the exchange.
  private static func reached(
    _ code: ExchangeCode?, _ db: Database
  ) throws -> [Int: [Exchange.State: Day]] {
    let steps = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT exchange.number AS number, step, happened_on FROM exchange_step
          JOIN exchange ON exchange.id = exchange_id
          WHERE exchange.number = :number OR :number IS NULL
          ORDER BY exchange_step.id
          """),
      arguments: ["number": code?.number])
    var reached: [Int: [Exchange.State: Day]] = [:]
    for step in steps {
      reached[try step.value("number"), default: [:]][try step.value("step")] =
        try step.value("happened_on")
    }
    return reached
  }
}

extension Store {
  package var papers: Papers { Papers(store: ofScheme) }
}

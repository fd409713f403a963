package import Basics
package import Documents
internal import GRDB

extension Payments {
  /// Who pays, from which account, and when.
  package struct Debtor: Sendable, Equatable {
    package let name: String
    package let iban: IBAN
    package let bic: BIC?
    package let day: Day

    package init(name: String, iban: String, bic: String?, day: Day) throws(PaymentProblem) {
      guard Payments.isNamed(name) else { throw .debtorName }
      self.name = name
      self.day = day
      do throws(IdentifierProblem) {
        self.iban = try IBAN(iban)
        if let bic { self.bic = try BIC(bic) } else { self.bic = nil }
      } catch { throw .debtorAccount(error) }
    }
  }

  /// The file with which a bank pays the visitors of these exchanges.
  ///
  /// Each has to be validated and not paid, with an amount in euros and an account; what stands in
  /// the way of any of them is told, and then there is no file.
  package func order(
    _ codes: [ExchangeCode], from debtor: Debtor, as version: CreditTransferFile.Version = .v03
  ) throws -> CreditTransferFile {
    let today = store.invocation.today
    guard debtor.day >= today else { throw PaymentProblem.past(debtor.day, today: today) }
    var seen: Set<ExchangeCode> = []
    for code in codes where !seen.insert(code).inserted { throw PaymentProblem.twice(code) }
    return try store.read { db in
      let project = try Project.fetch(db)
      var transfers: [CreditTransfer] = []
      var refusals: [PaymentProblem.Refusal] = []
      for code in codes {
        switch try Self.transfer(code, project, db) {
        case .success(let transfer): transfers.append(transfer)
        case .failure(let why): refusals.append(.init(code: code, why: why.reason))
        }
      }
      guard refusals.isEmpty else { throw PaymentProblem.refused(refusals) }
      return CreditTransferFile(
        version: version, messageID: Self.messageID(project, debtor, transfers),
        createdAt: store.invocation.at, executionDay: debtor.day,
        debtor: Folding.transliterated(debtor.name),
        account: BankAccount(iban: debtor.iban.compact, bic: debtor.bic?.code),
        transfers: transfers)
    }
  }

  /// A reason carried as an error.
  private struct Refused: Error { let reason: PaymentProblem.Reason }

  private static func transfer(
    _ code: ExchangeCode, _ project: Project, _ db: Database
  ) throws -> Swift.Result<CreditTransfer, Refused> {
    let exchange = try Exchanges.fetch(code, db)
    if let reason = try obstacle(exchange, db) { return .failure(.init(reason: reason)) }
    let kept = try String.fetchOne(
      db,
      sql: """
        SELECT organisation.iban FROM exchange
        JOIN profile ON profile.id = exchange.visitor_id
        JOIN organisation ON organisation.id = profile.organisation_id
        WHERE exchange.number = ?
        """, arguments: [code.number])
    guard let kept else { return .failure(.init(reason: .noAccount(exchange.visitor))) }
    let account: IBAN
    do throws(IdentifierProblem) {
      account = try IBAN(kept)
    } catch {
      return .failure(.init(reason: .wrongAccount(exchange.visitor, error)))
    }
    guard let amount = exchange.agreed else { return .failure(.init(reason: .noAmount)) }
    if let reason = obstacle(amount) { return .failure(.init(reason: reason)) }
    guard isNamed(exchange.visitor) else {
      return .failure(.init(reason: .noName(exchange.visitor)))
    }
    let scheme = try Programme.of(project).exchangeScheme().name
    let grant = project.grantNumber.map { ", grant \($0)" } ?? ""
    return .success(
      CreditTransfer(
        reference: code.description, cents: amount.cents,
        payee: Folding.transliterated(exchange.visitor),
        account: BankAccount(iban: account.compact),
        purpose: Folding.transliterated(
          "\(project.acronym) \(code), \(scheme) lump sum\(grant)")))
  }

  /// What stands in the way of paying for an exchange, leaving amount and account aside.
  private static func obstacle(
    _ exchange: Exchange, _ db: Database
  ) throws -> PaymentProblem.Reason? {
    if let other = exchange.visitorPartnership { return .otherPartnership(other) }
    if exchange.mode == .virtual { return .virtual }
    switch exchange.state {
    case .validated: return nil
    case .paid, .closed: return .alreadyPaid
    default:
      let rule = try RuleBook.of(exchange, db).rule("payment-needs-report")
      return .notValidated(exchange.state, source: rule.breach("").tag)
    }
  }

  /// Whether a letter or digit is left of a name in the signs of banks.
  fileprivate static func isNamed(_ name: String) -> Bool {
    PaymentText.name(Folding.transliterated(name)).utf8.contains { $0.isAlphanumeric }
  }

  /// What stands in the way of transferring an amount.
  static func obstacle(_ amount: Money) -> PaymentProblem.Reason? {
    if amount.currency != .eur { return .currency(amount) }
    return amount.cents > 0 ? nil : .nothing
  }

  /// Project, day and a digest of what is paid to whom from where: the same payments ordered again
  /// have the same id, by which the bank sees that, and other payments have another one.
  private static func messageID(
    _ project: Project, _ debtor: Debtor, _ transfers: [CreditTransfer]
  ) -> String {
    let paid = transfers.sorted { $0.reference < $1.reference }.flatMap {
      [$0.reference, "\($0.cents)", $0.payee, $0.account.iban, $0.purpose]
    }
    let content = [debtor.name, debtor.iban.compact, debtor.bic?.code ?? "", debtor.day.iso] + paid
    let digest = FileDigest(of: Array(content.joined(separator: "\u{1F}").utf8)).sha256
    let acronym = Folding.transliterated(project.acronym).utf8.filter(\.isAlphanumeric)
    let parts = [
      String(decoding: acronym.prefix(10), as: UTF8.self),
      String(decoding: debtor.day.iso.utf8.filter(\.isDigit), as: UTF8.self),
      digest.prefix(15).asciiRaised,
    ]
    return parts.joined(separator: "-")
  }
}

package import Basics
internal import Documents

/// The papers to be signed for an exchange.
package struct Agreements: Sendable {
  let store: Store

  /// A paper filled from what is known; what is not known is a line to write on.
  package func agreement(_ kind: Agreement.Kind, for code: ExchangeCode) throws -> Agreement {
    let subject = try store.read { db in
      try AgreementInput.fetch(code, on: store.invocation.today, db)
    }
    let page =
      switch kind {
      case .qualityCommitment: try QualityCommitment(subject: subject).page()
      case .financialAgreement: try Self.financial(subject)
      }
    let project = subject.project
    let programme = try Programme.of(project)
    let scheme = try programme.exchangeScheme().name
    let grant = project.grantNumber.map { ", grant agreement \($0)" } ?? ""
    let blanks = page.blanks.map { JSONValue.string($0) }
    return Agreement(
      document: Document(
        schema: "blues.agreement/1", title: kind.title,
        subtitle:
          "\(code), \(scheme) pilot, \(project.acronym)\(grant)",
        blocks: page.blocks + [.data("to_fill_in", .array(blanks))],
        footer: programme.publicLines(of: project, medium: "document", on: store.invocation.today),
        imprint: try store.imprint()),
      blanks: page.blanks)
  }

  private static func financial(_ subject: AgreementInput) throws -> AgreementPage {
    let exchange = subject.exchange
    if exchange.mode == .virtual {
      let rule = try subject.book.rule("virtual-unfunded")
      throw AgreementProblem.virtual(
        exchange.code, most: try rule.money("amount"), source: rule.breach("").tag)
    }
    if let other = exchange.visitorPartnership {
      throw AgreementProblem.otherPartnership(exchange.code, other)
    }
    return try FinancialAgreement(subject: subject).page()
  }
}

/// Why a paper is not made.
package enum AgreementProblem: Problem, Equatable {
  case virtual(ExchangeCode, most: Money, source: String)
  case otherPartnership(ExchangeCode, String)

  package var message: String {
    switch self {
    case .virtual(let code, let most, let source):
      most.isZero
        ? "\(code) is virtual and receives no funding (rule virtual-unfunded, \(source))."
        : "\(code) is virtual and receives \(most) at most, without an agreement "
          + "(rule virtual-unfunded, \(source))."
    case .otherPartnership(let code, let name):
      "\(code) is paid by \(name), which manages its visitor."
    }
  }

  package var hint: String? {
    switch self {
    case .virtual(let code, _, _), .otherPartnership(let code, _):
      "blues exchange agreement \(code) --kind quality-commitment"
    }
  }

  package var kind: ProblemKind { .refusedByRule }
}

extension Store {
  package var agreements: Agreements { Agreements(store: ofScheme) }
}

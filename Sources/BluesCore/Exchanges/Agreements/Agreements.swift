package import Basics
internal import Documents

/// The papers to be signed for an exchange.
package struct Agreements: Sendable {
  let store: Store

  /// A paper filled from what is known; what is not known is a line to write on.
  package func agreement(_ kind: Agreement.Kind, for code: ExchangeCode) throws -> Agreement {
    let subject = try store.read { db in
      try AgreementCase.fetch(code, on: store.invocation.today, db)
    }
    let page =
      switch kind {
      case .qualityCommitment: try QualityCommitment(subject: subject).page()
      case .financialAgreement: try Self.financial(subject)
      }
    let project = subject.project
    let publicity = Publicity.standard
    let grant = project.grantNumber.map { ", grant agreement \($0)" } ?? ""
    var footer = [publicity.disclaimer(medium: "document", on: store.invocation.today)]
    if let number = project.grantNumber {
      footer.insert(publicity.fundingSentence(project: project.acronym, grant: number), at: 0)
    }
    let blanks = page.blanks.map { JSONValue.string($0) }
    return Agreement(
      document: Document(
        schema: "blues.agreement/1", title: kind.title,
        subtitle: "\(code), ClusterXchange pilot, \(project.acronym)\(grant)",
        blocks: page.blocks + [.data("to_fill_in", .array(blanks))], footer: footer),
      blanks: page.blanks)
  }

  private static func financial(_ subject: AgreementCase) throws -> AgreementPage {
    let exchange = subject.exchange
    if exchange.mode == .virtual {
      let rule = try subject.book.rule("virtual-unfunded")
      throw AgreementProblem.virtual(exchange.code, source: rule.breach("").source)
    }
    if let other = exchange.visitorPartnership {
      throw AgreementProblem.otherPartnership(exchange.code, other)
    }
    return try FinancialAgreement(subject: subject).page()
  }
}

/// Why a paper is not made.
package enum AgreementProblem: Problem, Equatable {
  case virtual(ExchangeCode, source: String)
  case otherPartnership(ExchangeCode, String)

  package var message: String {
    switch self {
    case .virtual(let code, let source):
      "\(code) is virtual and receives no funding (rule virtual-unfunded, \(source))."
    case .otherPartnership(let code, let name):
      "\(code) is paid by \(name), which manages its visitor."
    }
  }

  package var hint: String? {
    switch self {
    case .virtual(let code, _), .otherPartnership(let code, _):
      "blues exchange agreement \(code) --kind quality-commitment"
    }
  }

  package var kind: ProblemKind { .refusedByRule }
}

extension Store {
  package var agreements: Agreements { Agreements(store: self) }
}

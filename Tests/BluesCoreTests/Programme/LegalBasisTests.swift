import Basics
import Testing

@testable import BluesCore

@Suite struct `Why personal data may be kept` {
  @Test(arguments: [
    ("consent", LegalBasis.consent), ("Legal obligation", .legalObligation),
    ("LEGITIMATE-INTERESTS", .legitimateInterests), ("6(1)(b)", .contract),
    ("Art. 6(1)(e)", .publicTask), ("Article 6 (1) d", .vitalInterests),
    ("legitimate interest", .legitimateInterests),
  ])
  func `a basis is read by name, wording and point`(text: String, basis: LegalBasis) throws {
    #expect(try LegalBasis(text) == basis)
  }

  @Test func `another word gets the near ones, and is not repeated`() {
    let near = LegalBasisProblem(near: ["consent"])
    #expect(throws: near) { try LegalBasis("consnet") }
    #expect(
      near.reason == "It is not a legal basis of Article 6(1) of the GDPR. Did you mean consent?")
    #expect(throws: LegalBasisProblem(near: [])) { try LegalBasis("6(1)(g)") }
    #expect(
      LegalBasisProblem(near: []).hint
        == "Write one of consent, contract, legal_obligation, vital_interests, public_task, "
        + "legitimate_interests.")
  }

  @Test func `the list has the six points and names the regulation`() throws {
    let list = try CodeList.named("legal-basis")
    #expect(list.values.map(\.code) == LegalBasis.allCases.map(\.rawValue))
    #expect(
      Source.cited(list.sources).map(\.title) == [
        "Regulation (EU) 2016/679, Article 6(1), points (a) to (f)"
      ])
    #expect(LegalBasis.publicTask.wording == "Public task")
  }
}

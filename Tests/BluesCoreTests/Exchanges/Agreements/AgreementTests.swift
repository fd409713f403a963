import Documents
import Testing

@testable import BluesCore

@Suite struct `Papers to be signed` {
  private let code: ExchangeCode
  private let store: Store

  init() throws {
    store = try Store.funded(on: "2021-02-01", [(.matched, nil, 41_500)])
    code = try ExchangeCode("EX-001")
  }

  private func text(_ kind: Agreement.Kind) throws -> [String] {
    let bytes = try store.agreements.agreement(kind, for: code).document
      .bytes(Rendering(format: .text))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `what is not known is told in the order of the paper`() throws {
    #expect(
      try store.agreements.agreement(.qualityCommitment, for: code).blanks == [
        "who represents the host", "who represents the visitor",
        "the distance between the organisations", "the goals", "the agenda",
      ])
    #expect(
      try store.agreements.agreement(.financialAgreement, for: code).blanks == [
        "who represents the visitor", "the visitor's VAT number",
        "the distance between the organisations", "the IBAN", "the BIC",
      ])
  }

  @Test func `the Commitment to Quality has four places to sign, and rules with their sources`()
    throws
  {
    let document = try store.agreements.agreement(.qualityCommitment, for: code).document
    #expect(document.title == "Commitment to Quality")
    #expect(document.subtitle == "EX-001, ClusterXchange pilot, BLUES, grant agreement 874426")
    #expect(
      document.blocks.contains(
        .signatures([
          SignatureLine(party: "Host", name: "Plasma"),
          SignatureLine(
            party: "Host's managing partnership", name: "BalticNet-PlasmaTec e.V., for BLUES"),
          SignatureLine(party: "Visitor", name: "Empresa Niño A"),
          SignatureLine(
            party: "Visitor's managing partnership",
            name: "Asociación Clúster para el uso eficiente del agua, for BLUES"),
        ])))
    #expect(
      document.footer[0]
        == "The BLUES project is funded by the COSME program of the European Union, grant n°874426")
    let lines = try text(.qualityCommitment)
    #expect(lines.contains { $0.hasPrefix("The visitor spends at least three full working days") })
    #expect(lines.contains("Working days           5"))
    #expect(lines.filter { $0.hasPrefix("2021-03-0") }.count == 5)
  }

  @Test func `goals, agenda, distance and people fill their lines`() throws {
    try store.set(
      """
      UPDATE exchange SET goals = 'Try plasma.', agenda = 'Monday: laboratory.',
        distance_km = 1450, distance_basis = 'by hand'
      """)
    let agreement = try store.agreements.agreement(.qualityCommitment, for: code)
    #expect(agreement.blanks == ["who represents the host", "who represents the visitor"])
    let lines = try text(.qualityCommitment)
    #expect(lines.contains("Try plasma."))
    #expect(lines.contains("Monday: laboratory."))
    #expect(lines.contains("Distance               1450 km (by hand)"))
  }

  @Test func `the financial agreement has the amount, the whole account and the term`() throws {
    try store.account("ES91 2100 0418 4502 0005 1332", of: 1)
    #expect(try !text(.financialAgreement).contains { $0.hasPrefix("Lump sum") })
    try store.set("UPDATE exchange SET distance_km = 1450, distance_basis = 'by hand'")
    let lines = try text(.financialAgreement)
    #expect(lines.contains("Lump sum: 830.00 EUR."))
    #expect(
      lines.contains(
        "The visitor receives a lump sum of 415.00 EUR for travel and stay. It covers the costs, "
          + "whatever their amount. Receipts are not required; evidence of the stay is."))
    #expect(lines.contains("IBAN            ES91 2100 0418 4502 0005 1332"))
    #expect(lines.contains { $0.contains("pays once, within 10 days after the stay is completed") })
    #expect(lines.filter { $0.hasPrefix("Signature  ") }.count == 2)
  }

  @Test func `there is no financial agreement without money of ours`() throws {
    try store.set("UPDATE exchange SET mode = 'virtual'")
    do {
      _ = try store.agreements.agreement(.financialAgreement, for: code)
      Issue.record("it was made")
    } catch let problem as AgreementProblem {
      #expect(problem.message.hasPrefix("EX-001 is virtual and receives no funding (rule virtual-"))
    }
    _ = try store.agreements.agreement(.qualityCommitment, for: code)
    try store.set("UPDATE exchange SET mode = 'physical'")
    try store.set("UPDATE profile SET partnership = 'CLAMTEX' WHERE role = 'visitor'")
    #expect(throws: AgreementProblem.otherPartnership(code, "CLAMTEX")) {
      try store.agreements.agreement(.financialAgreement, for: code)
    }
  }
}

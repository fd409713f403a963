import Testing

@testable import Documents

@Suite struct `Payments for a bank` {
  private let debtor = BankAccount(iban: "DE89370400440532013000", bic: "COBADEFFXXX")

  private func file(_ transfers: [CreditTransfer], account: BankAccount? = nil) -> String {
    let file = CreditTransferFile(
      messageID: "BLUES-20210331120000", createdAt: "2021-03-31T12:00:00Z",
      executionDay: "2021-04-01", debtor: "Beispiel & Söhne", account: account ?? debtor,
      transfers: transfers)
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func `the version of 2019 differs in the bank's code and the day`() {
    let transfer = CreditTransfer(
      reference: "EX-001", cents: 41_505, payee: "Aguas",
      account: BankAccount(iban: "ES9121000418450200051332", bic: "CAIXESBB"), purpose: "Lump sum")
    func lines(_ version: CreditTransferFile.Version) -> [Substring] {
      let file = CreditTransferFile(
        version: version, messageID: "BLUES-1", createdAt: "2021-03-31T12:00:00Z",
        executionDay: "2021-04-01", debtor: "Beispiel", account: debtor, transfers: [transfer])
      return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
    }
    let changes = lines(.v09).difference(from: lines(.v03))
    let trimmed = { (line: Substring) in String(line.drop { $0 == " " }) }
    #expect(
      changes.insertions.map { change in
        if case .insert(_, let line, _) = change { trimmed(line) } else { "" }
      } == [
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\">", "<ReqdExctnDt>",
        "<Dt>2021-04-01</Dt>", "</ReqdExctnDt>", "<BICFI>COBADEFFXXX</BICFI>",
        "<BICFI>CAIXESBB</BICFI>",
      ])
    #expect(
      changes.removals.map { change in
        if case .remove(_, let line, _) = change { trimmed(line) } else { "" }
      }.reversed()
        == [
          "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\">",
          "<ReqdExctnDt>2021-04-01</ReqdExctnDt>", "<BIC>COBADEFFXXX</BIC>", "<BIC>CAIXESBB</BIC>",
        ].reversed())
  }

  @Test func `signs without a shape leave nothing behind`() {
    #expect(
      PaymentText.name("\u{202B}Aguas\u{200F} \u{2066}del\u{2069} e\u{301}\u{FE0F}")
        == "Aguas del e")
  }

  @Test func `a file with one payment, to the byte`() {
    let transfer = CreditTransfer(
      reference: "EX-001", cents: 41_505, payee: "Aguas <Norte>",
      account: BankAccount(iban: "ES9121000418450200051332"), purpose: "EX-001 lump sum")
    #expect(
      file([transfer]) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03">
          <CstmrCdtTrfInitn>
            <GrpHdr>
              <MsgId>BLUES-20210331120000</MsgId>
              <CreDtTm>2021-03-31T12:00:00Z</CreDtTm>
              <NbOfTxs>1</NbOfTxs>
              <CtrlSum>415.05</CtrlSum>
              <InitgPty>
                <Nm>Beispiel + S.hne</Nm>
              </InitgPty>
            </GrpHdr>
            <PmtInf>
              <PmtInfId>BLUES-20210331120000</PmtInfId>
              <PmtMtd>TRF</PmtMtd>
              <BtchBookg>false</BtchBookg>
              <NbOfTxs>1</NbOfTxs>
              <CtrlSum>415.05</CtrlSum>
              <PmtTpInf>
                <SvcLvl>
                  <Cd>SEPA</Cd>
                </SvcLvl>
              </PmtTpInf>
              <ReqdExctnDt>2021-04-01</ReqdExctnDt>
              <Dbtr>
                <Nm>Beispiel + S.hne</Nm>
              </Dbtr>
              <DbtrAcct>
                <Id>
                  <IBAN>DE89370400440532013000</IBAN>
                </Id>
              </DbtrAcct>
              <DbtrAgt>
                <FinInstnId>
                  <BIC>COBADEFFXXX</BIC>
                </FinInstnId>
              </DbtrAgt>
              <ChrgBr>SLEV</ChrgBr>
              <CdtTrfTxInf>
                <PmtId>
                  <EndToEndId>EX-001</EndToEndId>
                </PmtId>
                <Amt>
                  <InstdAmt Ccy="EUR">415.05</InstdAmt>
                </Amt>
                <Cdtr>
                  <Nm>Aguas (Norte)</Nm>
                </Cdtr>
                <CdtrAcct>
                  <Id>
                    <IBAN>ES9121000418450200051332</IBAN>
                  </Id>
                </CdtrAcct>
                <RmtInf>
                  <Ustrd>EX-001 lump sum</Ustrd>
                </RmtInf>
              </CdtTrfTxInf>
            </PmtInf>
          </CstmrCdtTrfInitn>
        </Document>

        """)
  }

  @Test func `several payments are counted and summed, and banks need no code`() {
    let account = BankAccount(iban: "ES9121000418450200051332", bic: "CAIXESBB")
    let one = CreditTransfer(
      reference: "EX-001", cents: 1, payee: "A", account: account, purpose: "p")
    let two = CreditTransfer(
      reference: "EX-002", cents: 10_999, payee: "B", account: account, purpose: "p")
    let text = file([one, two], account: BankAccount(iban: "DE89370400440532013000"))
    #expect(text.split(separator: "<NbOfTxs>2</NbOfTxs>").count == 3)
    #expect(text.split(separator: "<CtrlSum>110.00</CtrlSum>").count == 3)
    #expect(text.contains("<InstdAmt Ccy=\"EUR\">0.01</InstdAmt>"))
    #expect(text.contains("<Id>NOTPROVIDED</Id>"))
    #expect(text.split(separator: "<BIC>CAIXESBB</BIC>").count == 3)
  }

  @Test func `names, purposes and references keep to the signs and lengths of SEPA`() {
    #expect(PaymentText.name("  A\u{A0}&\tB_[\"x\"]; *€\u{0}C ") == "A + B-('x'), .. C")
    #expect(PaymentText.name(String(repeating: "ab ", count: 40)).utf8.count == 70)
    #expect(PaymentText.name(String(repeating: "a", count: 69) + " b").utf8.count == 69)
    #expect(PaymentText.purpose(String(repeating: "a", count: 150)).utf8.count == 140)
    #expect(PaymentText.name("\n") == ".")
    #expect(PaymentText.identifier("/a//b c/") == "a/b-c")
    #expect(PaymentText.identifier(String(repeating: "x", count: 34) + "/y").utf8.count == 34)
    #expect(PaymentText.identifier("//") == "NOTPROVIDED")
  }
}

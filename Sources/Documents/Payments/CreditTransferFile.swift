package import Basics

/// Payments for a bank to carry out: a SEPA credit transfer initiation (pain.001.001.03 or .09).
///
/// It follows the implementation guidelines of the European Payments Council (EPC132-08) for
/// customers: one debtor, one day, charges shared, no priority asked for.
package struct CreditTransferFile: Hashable, Sendable {
  /// The version of the message, which the bank says.
  package enum Version: String, Hashable, Sendable, CaseIterable {
    /// Of 2009, which every bank still takes.
    case v03 = "03"
    /// Of 2019, in the guidelines since November 2023.
    case v09 = "09"
  }

  package let version: Version
  /// What the bank tells a file sent twice by; 35 characters of the SEPA set.
  package let messageID: String
  /// The instant in UTC as ISO text, `2021-03-31T12:00:00Z`.
  package let createdAt: String
  /// The day the debtor's account is debited.
  package let executionDay: Day
  package let debtor: String
  package let account: BankAccount
  /// At least one.
  package let transfers: [CreditTransfer]

  package init(
    version: Version = .v03, messageID: String, createdAt: String, executionDay: Day,
    debtor: String, account: BankAccount, transfers: [CreditTransfer]
  ) {
    self.version = version
    self.messageID = messageID
    self.createdAt = createdAt
    self.executionDay = executionDay
    self.debtor = debtor
    self.account = account
    self.transfers = transfers
  }

  private var namespace: String {
    "urn:iso:std:iso:20022:tech:xsd:pain.001.001.\(version.rawValue)"
  }
  /// The element for a bank's code.
  private var bankCode: String { version == .v03 ? "BIC" : "BICFI" }

  /// The file as UTF-8 XML, in the order that the schema asks for.
  package var bytes: [UInt8] {
    var xml = IndentedXML()
    let count = String(transfers.count)
    let sum = Self.amount(transfers.reduce(0) { $0 + $1.cents })
    xml.open("Document", attributes: " xmlns=\"\(namespace)\"")
    xml.open("CstmrCdtTrfInitn")
    xml.nest("GrpHdr") { xml in
      xml.add("MsgId", PaymentText.identifier(messageID))
      xml.add("CreDtTm", createdAt)
      xml.add("NbOfTxs", count)
      xml.add("CtrlSum", sum)
      xml.nest("InitgPty") { $0.add("Nm", PaymentText.name(debtor)) }
    }
    xml.nest("PmtInf") { xml in
      xml.add("PmtInfId", PaymentText.identifier(messageID))
      xml.add("PmtMtd", "TRF")
      xml.add("BtchBookg", "false")
      xml.add("NbOfTxs", count)
      xml.add("CtrlSum", sum)
      xml.nest("PmtTpInf") { $0.nest("SvcLvl") { $0.add("Cd", "SEPA") } }
      switch version {
      case .v03: xml.add("ReqdExctnDt", executionDay.iso)
      case .v09: xml.nest("ReqdExctnDt") { $0.add("Dt", executionDay.iso) }
      }
      xml.nest("Dbtr") { $0.add("Nm", PaymentText.name(debtor)) }
      xml.nest("DbtrAcct") { $0.nest("Id") { $0.add("IBAN", account.iban) } }
      xml.nest("DbtrAgt") { xml in
        xml.nest("FinInstnId") { xml in
          if let bic = account.bic {
            xml.add(bankCode, bic)
          } else {
            xml.nest("Othr") { $0.add("Id", "NOTPROVIDED") }
          }
        }
      }
      xml.add("ChrgBr", "SLEV")
      for transfer in transfers { add(transfer, to: &xml) }
    }
    xml.close("CstmrCdtTrfInitn")
    xml.close("Document")
    return xml.bytes
  }

  private func add(_ transfer: CreditTransfer, to xml: inout IndentedXML) {
    xml.nest("CdtTrfTxInf") { xml in
      xml.nest("PmtId") { $0.add("EndToEndId", PaymentText.identifier(transfer.reference)) }
      xml.nest("Amt") { xml in
        xml.add("InstdAmt", Self.amount(transfer.cents), attributes: " Ccy=\"EUR\"")
      }
      if let bic = transfer.account.bic {
        xml.nest("CdtrAgt") { $0.nest("FinInstnId") { $0.add(bankCode, bic) } }
      }
      xml.nest("Cdtr") { $0.add("Nm", PaymentText.name(transfer.payee)) }
      xml.nest("CdtrAcct") { $0.nest("Id") { $0.add("IBAN", transfer.account.iban) } }
      xml.nest("RmtInf") { $0.add("Ustrd", PaymentText.purpose(transfer.purpose)) }
    }
  }

  private static func amount(_ cents: Int64) -> String {
    let (euros, rest) = cents.quotientAndRemainder(dividingBy: 100)
    return "\(euros).\(padded(Int(rest), to: 2))"
  }
}

package import Basics
internal import Documents
internal import GRDB

/// The code of a payment of the grant, `PAY3`.
package struct GrantPaymentCode: NumberedCode {
  package static let form = CodeForm("PAY", "payment", example: "PAY3")
  package let number: Int

  package init(checked number: Int) { self.number = number }
}

/// A payment of the grant: received from the Agency, or distributed to a partner.
package struct GrantPayment: Record {
  /// What is paid; a recovery goes the other way.
  package enum Kind: String, RecordWord {
    case preFinancing = "pre-financing"
    case interim, balance, recovery
  }

  package let code: GrantPaymentCode
  package var paidOn: Day?
  package var kind = Kind.preFinancing
  /// Above zero, also for a recovery.
  package var amount: Money?
  /// The partner it was distributed to; nil for what the Agency paid.
  package var partner: String?
  package var reference: String?
  package var note: String?

  package init(code: GrantPaymentCode) { self.code = code }

  /// The amount as it counts in a sum: a recovery is taken off.
  package var counted: Money {
    let amount = amount ?? .zero()
    return kind == .recovery ? Money(cents: -amount.cents, currency: amount.currency) : amount
  }

  package static let register = Register<GrantPayment>(
    noun: "grant payment", key: "payments", path: "partner payment", example: "PAY1", heading: "No",
    headings: "no,number,payment no\(HeadingWords.number)", table: .numbered("grant_payment"),
    attributes: [
      .neededDay(
        "paid_on", \.paidOn, "On", "The day it was paid; default: today.",
        headings: "on,date,day,paid,value date\(HeadingWords.paymentDay)", option: "on"),
      .word(
        "kind", \.kind, "Kind", "pre-financing, interim, balance or recovery.",
        headings: "payment,type\(HeadingWords.kind)", uses: [.shown, .argument, .listed],
        read: { Kind(listed: $0) }),
      .grantAmount(
        "amount", \.amount, "Amount", "The amount in EUR, such as 144000.00.",
        headings: "eur,euro,sum\(HeadingWords.amountPaid)"),
      .reference(
        "partner", \.partner, to: Partner.target, of: "grant_payment", "Partner",
        "The partner it was distributed to; none for what the Agency paid.",
        headings: "to,beneficiary\(HeadingWords.partner)"),
      .text(
        "reference", \.reference, "Reference", "The reference of the transfer.",
        headings: "ref,bank reference\(HeadingWords.paymentReference)"),
      .text("note", \.note, "Note", "A remark.", headings: HeadingWords.note, uses: .hidden),
    ],
    words: RecordWords(added: { payment in
      let amount = payment.amount.map { " of \($0)" } ?? ""
      let isRecovery = payment.kind == .recovery
      let way =
        payment.partner.map { "\(isRecovery ? "from" : "to") \($0)" }
        ?? (isRecovery ? "to the Agency" : "from the Agency")
      return ": \(payment.kind.rawValue)\(amount) \(way)"
    }),
    rules: RecordRules(check: check, key: key))

  /// A payment by its day, kind, partner and reference.
  private static let key = RecordKey<GrantPayment>(
    keys: { payment in
      [
        [
          payment.paidOn?.iso ?? "", payment.kind.rawValue, payment.partner ?? "",
          payment.reference ?? "",
        ]
      ]
    }, number: \.number, code: { GrantPaymentCode(number: $0) })

  private static func check(
    _ payment: inout GrantPayment, _ was: GrantPayment?, _ said: inout Changes,
    _ context: RecordContext
  ) throws {
    if payment.paidOn == nil, case .options = context.origin { payment.paidOn = context.today }
    guard payment.paidOn != nil else {
      throw Refusal("paid_on", rule: "date", expected: "the day of the payment")
    }
    guard let amount = payment.amount, amount.cents > 0 else {
      throw Refusal("amount", rule: "amount", expected: "an amount above zero, such as 144000.00")
    }
  }
}

extension GrantPayment.Kind {
  /// As lists write it: with or without hyphen, or as an advance.
  fileprivate init?(listed text: String) {
    let key = Folding.folded(text).filter { $0.isLetter }
    switch key {
    case "prefinancing", "advance", "prefinancement", "vorfinanzierung", "prefinanciacion",
      "prefinansowanie", "zaliczka", "predfinancovani":
      self = .preFinancing
    case "interim", "interimpayment", "intermediaire", "zwischenzahlung", "intermedio":
      self = .interim
    case "balance", "final", "finalpayment", "solde", "restzahlung", "saldo", "doplatek":
      self = .balance
    case "recovery", "recouvrement", "ruckforderung", "reintegro": self = .recovery
    default: return nil
    }
  }
}

extension Records where R == GrantPayment {
  /// The payments up to today.
  package func made() throws -> [GrantPayment] {
    try all().filter { payment in payment.paidOn.map { $0 <= store.invocation.today } ?? true }
  }
}

extension Store {
  package var grantPayments: Records<GrantPayment> { records() }
}

/// One payment in euros to one account.
package struct CreditTransfer: Hashable, Sendable {
  /// What payer and payee know the payment by, such as the code of an exchange.
  package let reference: String
  /// Whole cents, more than none.
  package let cents: Int64
  package let payee: String
  package let account: BankAccount
  /// What the payee reads on the statement.
  package let purpose: String

  package init(
    reference: String, cents: Int64, payee: String, account: BankAccount, purpose: String
  ) {
    self.reference = reference
    self.cents = cents
    self.payee = payee
    self.account = account
    self.purpose = purpose
  }
}

/// An account with the bank that keeps it.
package struct BankAccount: Hashable, Sendable {
  /// Capital letters and digits without blanks, checked by whoever hands it in.
  package let iban: String
  /// The bank's code of 8 or 11 letters; within SEPA a bank is found without it.
  package let bic: String?

  package init(iban: String, bic: String? = nil) {
    self.iban = iban
    self.bic = bic
  }
}

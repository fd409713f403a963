internal import Basics

extension ContactCheck {
  mutating func check(vat text: String, _ country: CountryCode?) throws(Refusal) {
    let number: VATNumber
    do throws(IdentifierProblem) {
      number = try VATNumber(text, country: country)
    } catch {
      return try refuse(.vat, .vat, error.message, of: text)
    }
    switch number.verdict {
    case .valid: return
    case .formatOnly:
      warn(.vat, .vatFormatOnly, "Its form is right; no rule for its digits is known here.")
    case .foreign:
      warn(.vat, .vatFormatOnly, "The VAT numbers of its country are not known here.")
    case .wrongCheckDigit:
      try refuse(.vat, .vat, "The check digit of the VAT number does not fit.", of: text)
    case .wrongFormat:
      try refuse(.vat, .vat, "Its country does not write VAT numbers like that.", of: text)
    }
  }

  mutating func check(pic text: String) throws(Refusal) {
    for piece in Self.pieces(text, divided: { (try? PIC($0)) == nil }) {
      do throws(IdentifierProblem) {
        _ = try PIC(piece)
      } catch {
        let reason = error == .picCheck ? error.message : "A PIC has nine digits."
        return try refuse(.pic, .pic, reason, of: text)
      }
    }
  }

  mutating func check(iban text: String, _ country: CountryCode?) throws(Refusal) {
    let account: IBAN
    do throws(IdentifierProblem) {
      account = try IBAN(text)
    } catch {
      return try refuse(.iban, .iban, error.message, of: text)
    }
    if let country, !account.compact.utf8.starts(with: country.iso.utf8) {
      warn(.iban, .ibanCountry, "It is an account in another country than the contact's.")
    }
  }

  /// Says what has no place: facts of an organisation where none is named.
  ///
  /// A row of an export of ours may leave the organisation out, which is known by its contact.
  mutating func checkOrganisation(_ draft: ContactDraft) {
    guard !draft.says(.organisation), draft.own == nil else { return }
    for field in ContactField.facts where draft.says(field) {
      warn(
        field, .noOrganisation,
        "It is kept with an organisation, and the row names none; it is left out.")
    }
  }

  /// Says which figures are none, or that those there are leave the size class open.
  mutating func check(figuresOf draft: ContactDraft) {
    let fields = [ContactField.employees, .turnover, .balanceTotal]
    guard draft[.employees] != nil || draft[.turnover] != nil || draft[.balanceTotal] != nil
    else { return }
    var isWhole = true
    for field in fields {
      guard let text = draft[field] else { continue }
      if let decimal, let reason = WrittenAmount.reason(against: text, decimal, calling: "It") {
        isWhole = false
        warn(field, .figure, reason)
        continue
      }
      do throws(FigureProblem) {
        _ = try Figure(text)
      } catch {
        isWhole = false
        warn(field, .figure, error.reason)
      }
    }
    guard isWhole, draft.size == nil else { return }
    let stated = fields.first { draft[$0] != nil } ?? .employees
    warn(
      stated, .smeFigures, "The size class needs persons and, in euros, turnover or balance total.")
  }
}

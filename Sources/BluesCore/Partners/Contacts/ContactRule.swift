package import Basics

/// The rules by which a row of a contact list is checked, by the name people see.
package enum ContactRule: String, CaseIterable, Sendable {
  // A row that one of these speaks against is rejected.
  case nameless, country, email, phone, vat, pic, iban, basis, date
  case ambiguous, notThere = "not-there", partner
  // These let the row pass, and are counted.
  case bareQuote = "bare-quote", blankWord = "blank-word", dateOrder = "date-order"
  case dayTime = "day-time", figure, futureDay = "future-day", invisible, noHeading = "no-heading",
    ibanCountry =
    "iban-country", longNumber = "long-number"
  case mailDomainUnusual = "mail-domain-unusual", mailNameUnusual = "mail-name-unusual"
  case noOrganisation = "no-organisation"
  case phoneCallingCode = "phone-calling-code", phoneCountryUnknown = "phone-country-unknown"
  case phoneLength = "phone-length", phoneSlash = "phone-slash"
  case postcode, repeatedRow = "repeated-row", smeFigures = "sme-figures", vatFormatOnly =
    "vat-format-only", website

  /// What becomes of a row that a rule speaks against.
  package enum Severity: String, Sendable {
    case rejection, warning
  }

  package var severity: Severity {
    switch self {
    case .nameless, .country, .email, .phone, .vat, .pic, .iban, .basis, .date, .ambiguous,
      .notThere, .partner:
      .rejection
    default: .warning
    }
  }

  /// Whether `--accept` may let a row pass all the same, with its text as it came.
  ///
  /// A contact without any name cannot be found again, a legal basis has to be one, and what a
  /// row means cannot be accepted while it is not known.
  package var canBeAccepted: Bool {
    [.country, .email, .phone, .vat, .pic, .iban].contains(self)
  }

  /// The rule by its name; the problem names those that can be accepted.
  package init(accepting text: String) throws(ContactRuleProblem) {
    let known = Self.allCases.filter(\.canBeAccepted)
    if let rule = known.first(where: { $0.rawValue == text.trimmed.asciiLowered }) {
      self = rule
      return
    }
    guard let rule = Self(rawValue: text.trimmed.asciiLowered) else {
      let near = EditDistance.nearest(to: text, in: known.map(\.rawValue))
      throw .unknown(text.trimmed, near: near)
    }
    throw rule.severity == .warning ? .isWarning(rule) : .cannotBeAccepted(rule)
  }
}

/// Why a rule's name after `--accept` does not stand.
package enum ContactRuleProblem: Problem, Equatable {
  case unknown(String, near: [String])
  case isWarning(ContactRule)
  case cannotBeAccepted(ContactRule)

  package var message: String {
    switch self {
    case .unknown(let text, _): "Unknown rule: \(text)."
    case .isWarning(let rule): "The rule \(rule.rawValue) rejects no row; it only warns."
    case .cannotBeAccepted(let rule):
      "The rule \(rule.rawValue) cannot be accepted: it always rejects."
    }
  }

  package var hint: String? {
    switch self {
    case .unknown(_, let near) where !near.isEmpty: "Did you mean \(near.joined(separator: ", "))?"
    default:
      "These can be accepted: "
        + ContactRule.allCases.filter(\.canBeAccepted).map(\.rawValue).joined(separator: ", ") + "."
    }
  }

  package var kind: ProblemKind { .usage }
}

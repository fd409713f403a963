package import Basics

/// A telephone number in the form of ITU-T E.164, with the text it was read from.
package struct PhoneNumber: Sendable {
  /// The text as it was given, without blanks around it.
  package let text: String
  /// Plus, calling code and national number without blanks: `+493834550105`.
  package let e164: String
  /// The extension, when the text names one.
  package let `extension`: String?

  /// What is doubtful about it, such as a number of digits that its country does not have.
  package internal(set) var doubts: [PhoneDoubt]

  /// Reads a number; one without a calling code is taken to be a number of the country.
  ///
  /// `00` and `011` count as a plus, and so does nothing before the country's calling code where
  /// the number would be too long otherwise. The trunk prefix is dropped, also from `+44 (0)20`.
  /// Refused is only what no number of E.164 can be. The problem does not repeat the number, since
  /// it is personal data.
  package init(_ text: String, country: CountryCode? = nil) throws(PhoneProblem) {
    self.text = text.trimmed
    let reading = try PhoneReading(self.text, country: country)
    e164 = reading.e164
    `extension` = reading.ext
    doubts = reading.doubts
  }

  /// Whether a calling code was put before a national number that its country cannot have.
  package var isGuess: Bool {
    doubts.contains { doubt in
      if case .length(_, _, _, isNational: true) = doubt { true } else { false }
    }
  }
}

extension PhoneNumber: Hashable, Comparable, CustomStringConvertible {
  /// Two spellings of one line are equal, whatever their texts.
  package static func == (one: PhoneNumber, other: PhoneNumber) -> Bool {
    one.e164 == other.e164 && one.extension == other.extension
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(e164)
    hasher.combine(`extension`)
  }

  package static func < (one: PhoneNumber, other: PhoneNumber) -> Bool {
    (one.e164, one.extension ?? "") < (other.e164, other.extension ?? "")
  }

  /// The number as it is dialled, `+493834550105 ext. 12`.
  package var description: String { `extension`.map { "\(e164) ext. \($0)" } ?? e164 }
}

/// Why a text is no telephone number.
package enum PhoneProblem: Problem, Equatable {
  case noDigits
  case strangeSign
  case severalNumbers
  /// A national number, and nobody said of which country.
  case countryUnknown
  case unknownCallingCode
  case tooShort(digits: Int, least: Int)
  case tooLong(digits: Int, most: Int)

  package var message: String {
    switch self {
    case .noDigits: "The telephone number has no digits."
    case .strangeSign: "The telephone number has characters that are not allowed in a number."
    case .severalNumbers: "The text holds more than one telephone number."
    case .countryUnknown: "The telephone number has no calling code and no country."
    case .unknownCallingCode: "The telephone number starts with a calling code that is not in use."
    case .tooShort(let digits, let least):
      "The telephone number has \(digits) digits after the calling code; the minimum is \(least)."
    case .tooLong(let digits, let most):
      "The telephone number has \(digits) digits after the calling code; the maximum is \(most)."
    }
  }

  package var hint: String? {
    switch self {
    case .severalNumbers: "Put each number in a cell of its own."
    case .countryUnknown: "Write it as +49 3834 550105, or give the contact a country."
    default: "Write it as +49 3834 550105."
    }
  }

  package var kind: ProblemKind { .badData }
}

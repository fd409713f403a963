package import Basics

/// Why a text is not a code of its kind.
package enum CodeProblem: Problem, Equatable {
  case form(String, CodeForm)
  case exchange(String)
  case partner(String)
  case person(String)
  /// The code of a rate of pay: a person and the first day.
  case rate(String)

  package var message: String {
    switch self {
    case .form(let text, let form):
      "Not \("aeiou".contains(form.noun.prefix(1)) ? "an" : "a") \(form.noun) code: \(text)."
    case .exchange(let text): "Not an exchange code: \(text)."
    case .partner(let text): "Not a partner's short name: \(text)."
    case .person(let text): "Not a person's short code: \(text)."
    case .rate(let text): "Not a rate of pay: \(text)."
    }
  }

  package var hint: String? {
    switch self {
    case .form(_, let form): "Write it as \(form.example)."
    case .exchange: "Write EX- and a number, such as EX-017."
    case .partner: "Use 1 to 20 letters, digits, spaces and - & / . _, such as BNPT."
    case .person: "Use 1 to 40 letters, digits, spaces and - & / . _ ', such as NP-1."
    case .rate: "Write the person, @ and the first day, such as NP-1@2020-02-01."
    }
  }

  package var kind: ProblemKind { .usage }
}

/// Reads `prefix` and a whole number from 1 to 9999; zeros in front of it do not count.
func codeNumber(
  _ bytes: ArraySlice<UInt8>, prefix: String, upTo largest: Int = 9999
) -> Int? {
  let letters = Array(prefix.utf8)
  guard bytes.prefix(letters.count).map(\.raised) == letters else { return nil }
  return codeNumber(bytes.dropFirst(letters.count), upTo: largest)
}

/// A whole number from 1 to 9999, or to another one.
func codeNumber(_ bytes: ArraySlice<UInt8>, upTo largest: Int = 9999) -> Int? {
  guard let number = wholeNumber(bytes), number >= 1, number <= largest else { return nil }
  return number
}

/// Reads `prefix`, two whole numbers and the point between them.
func codePair(_ text: String, prefix: String) -> (Int, Int)? {
  let parts = text.trimmedBytes.split(separator: 0x2E, omittingEmptySubsequences: false)
  guard parts.count == 2, let one = codeNumber(parts[0], prefix: prefix),
    let two = codeNumber(parts[1])
  else { return nil }
  return (one, two)
}

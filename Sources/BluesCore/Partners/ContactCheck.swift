/// Checks what is said of a contact and brings it to its normal form.
///
/// The normal form keeps every text as it came, but for the country, which becomes the EU's code.
package struct ContactCheck: Sendable {
  /// One value that cannot stand, and the rule that says so.
  package struct Refusal: Error, Sendable, Equatable {
    package let field: ContactField?
    package let rule: String
    package let reason: String
  }

  package static func normalise(_ draft: inout ContactDraft) throws(Refusal) {
    guard !draft.isNameless else {
      throw Refusal(
        field: nil, rule: "nameless", reason: "There is no organisation, name or e-mail address.")
    }
    var country: CountryCode?
    if let text = draft[.country] {
      guard let found = CountryCode(text) ?? CountryCode(spelled: text) else {
        throw Refusal(field: .country, rule: "country", reason: "No country has this name or code.")
      }
      country = found
      draft[.country] = found.code
    }
    if let text = draft[.email] { try check(text, .email, "email") { try EmailAddress($0) } }
    for field in [ContactField.phone, .mobile, .fax] {
      guard let text = draft[field] else { continue }
      try check(text, field, "phone") { piece in
        do throws(PhoneProblem) {
          _ = try PhoneNumber(piece, country: country)
        } catch .countryUnknown {
          // A national number is a number, though nobody said of which country.
        }
      }
    }
    if let text = draft[.vat] { try check(vat: text, country) }
    if let text = draft[.pic] { try check(text, .pic, "pic") { try PIC($0) } }
    if let text = draft[.basis] { draft[.basis] = try basis(text) }
    if let text = draft[.basisDate], Day(iso: text) == nil {
      throw Refusal(
        field: .basisDate, rule: "date", reason: "It is no day written as 2026-11-22.")
    }
  }

  private static func basis(_ text: String) throws(Refusal) -> String {
    do throws(LegalBasisProblem) {
      return try LegalBasis(text).rawValue
    } catch {
      throw Refusal(
        field: .basis, rule: "basis", reason: error.reason)
    }
  }

  /// A cell may list several, separated by comma, semicolon, slash, bar or line.
  private static func check<Value>(
    _ text: String, _ field: ContactField, _ rule: String, _ read: (String) throws -> Value
  ) throws(Refusal) {
    do {
      _ = try read(text)
      return
    } catch let whole {
      let pieces = pieces(text)
      guard pieces.count > 1 else { throw refusal(field, rule, whole) }
      for piece in pieces {
        do { _ = try read(piece) } catch { throw refusal(field, rule, error) }
      }
    }
  }

  private static func refusal(_ field: ContactField, _ rule: String, _ error: any Error) -> Refusal
  {
    let problem = error as? any Problem
    return Refusal(field: field, rule: rule, reason: problem?.message ?? "\(error)")
  }

  private static func pieces(_ text: String) -> [String] {
    text.utf8.split { [0x2C, 0x3B, 0x2F, 0x7C, 0x0A, 0x0D].contains($0) }
      .map { String(decoding: $0, as: UTF8.self).trimmed }
      .filter { !$0.isEmpty }
  }

  private static func check(vat text: String, _ country: CountryCode?) throws(Refusal) {
    let number: VATNumber
    do throws(IdentifierProblem) {
      number = try VATNumber(text, country: country)
    } catch {
      throw Refusal(field: .vat, rule: "vat", reason: error.message)
    }
    switch number.verdict {
    case .valid, .formatOnly, .foreign: return
    case .wrongCheckDigit:
      throw Refusal(
        field: .vat, rule: "vat", reason: "The check digit of the VAT number does not fit.")
    case .wrongFormat:
      throw Refusal(
        field: .vat, rule: "vat", reason: "Its country does not write VAT numbers like that.")
    }
  }
}

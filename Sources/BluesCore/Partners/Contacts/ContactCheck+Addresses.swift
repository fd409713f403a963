internal import Basics

extension ContactCheck {
  mutating func check(email text: String) throws(Refusal) {
    var bytes = text
    if bytes.withUTF8({ EmailReading.isOrdinary($0) }) { return }
    var problem: EmailProblem?
    let pieces = Self.pieces(text, divided: { (try? EmailAddress($0)) == nil })
    let areAddresses = pieces.allSatisfy { $0.utf8.contains(0x40) }
    for piece in areAddresses ? pieces : [text] {
      do throws(EmailProblem) {
        let address = try EmailAddress(piece)
        if address.oddities.areOfDomain {
          warn(
            .email, .mailDomainUnusual,
            "Its domain is not a name with a dot; it may be a typing error.")
        }
        if address.oddities.contains(.quotedName) {
          warn(.email, .mailNameUnusual, "It has quotes before the @, which few servers accept.")
        }
      } catch {
        problem = problem ?? error
      }
    }
    if let problem { try refuse(.email, .email, problem.message, of: text) }
  }

  mutating func check(
    phone text: String?, _ field: ContactField, _ country: CountryCode?
  ) throws(Refusal) {
    guard var text else { return }
    let plan = country.flatMap { CallingPlan.plan(of: $0) }
    if text.withUTF8({ PhoneNumber.isOrdinary($0, plan) }) { return }
    var problem: PhoneProblem?
    var isNational = false
    var doubts: [PhoneDoubt] = []
    for result in PhoneNumber.each(in: text, country: country) {
      switch result {
      case .success(let number):
        for doubt in number.doubts where !doubts.contains(doubt) { doubts.append(doubt) }
      case .failure(.countryUnknown): isNational = true
      case .failure(let found): problem = problem ?? found
      }
    }
    if let problem { return try refuse(field, .phone, problem.message, of: text) }
    if isNational {
      warn(field, .phoneCountryUnknown, "It has no calling code, and the row has no country.")
    }
    for doubt in doubts { warn(field, doubt.rule, doubt.reason) }
    if let sign = InvisibleSign(in: text) { warn(field, .invisible, sign.sentence) }
  }

  mutating func check(website text: String) {
    var bytes = text
    if bytes.withUTF8({ WebAddress.parts($0) }) != nil { return }
    let pieces = Self.pieces(text, divided: { _ in true }, at: [0x2C, 0x3B, 0x7C, 0x20, 0x0A])
    guard pieces.contains(where: { WebAddress($0) == nil }) else { return }
    warn(.website, .website, "It is not a web address.")
  }

  mutating func check(postcode text: String, _ country: CountryCode) {
    guard PostcodeForm.fits(text, country) == false,
      let form = PostcodeForm.written(country)
    else { return }
    warn(
      .postcode, .postcode,
      "Postcodes of \(country.code) are written \(form), 9 a digit and A a letter.")
  }

  /// The text, or the several a cell lists by comma, semicolon, slash, bar or line where the
  /// whole asks to be divided.
  static func pieces(
    _ text: String, divided: (String) -> Bool,
    at dividers: Set<UInt8> = [0x2C, 0x3B, 0x2F, 0x7C, 0x0A, 0x0D]
  ) -> [String] {
    guard divided(text) else { return [text] }
    let pieces = text.utf8.split(whereSeparator: dividers.contains)
      .map { String(decoding: $0, as: UTF8.self).trimmed }
      .filter { !$0.isEmpty }
    return pieces.count > 1 ? pieces : [text]
  }
}

extension PhoneDoubt {
  /// The rule that warns of it.
  fileprivate var rule: ContactRule {
    switch self {
    case .length: .phoneLength
    case .callingCode: .phoneCallingCode
    case .slash: .phoneSlash
    }
  }
}

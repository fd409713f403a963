internal import Basics

/// What of a contact is compared with others, in normal form.
struct ComparedContact: Sendable {
  let id: Int64
  let source: String
  let externalID: String?
  let person: NameTokens?
  let personText: String
  let organisation: NameTokens?
  let organisationText: String
  /// Mailboxes in small letters.
  let mailboxes: [String]
  /// Numbers in the form of E.164.
  let telephones: [String]
  let vat: String?
  let pic: String?
  /// The domain of the website, and those of mailboxes that are not open to everybody.
  let website: String?
  let mailDomains: [String]
  let street: Place?
  let postcode: Place?
  let city: Place?
  let country: String?

  /// A part of an address as it is written and as it is compared.
  struct Place: Sendable {
    let text: String
    let plain: String

    init?(_ text: String?) {
      guard let text, let plain = NameTokens.plain(text) else { return nil }
      self.text = text
      self.plain = plain
    }
  }

  init(id: Int64, source: String, known: (ContactField) -> String?) {
    self.id = id
    self.source = source
    externalID = known(.externalID)
    let halves = [known(.givenName), known(.familyName)].compactMap(\.self)
    personText = known(.name) ?? halves.joined(separator: " ")
    person = NameTokens.ofPerson(personText)
    organisationText = known(.organisation) ?? ""
    organisation = NameTokens.ofOrganisation(organisationText)
    let code = known(.country).flatMap { CountryCode($0) }
    mailboxes = known(.email).map(Self.mailboxes) ?? []
    telephones = Self.telephones([known(.phone), known(.mobile)].compactMap(\.self), code)
    vat = known(.vat).flatMap { try? VATNumber($0, country: code).compact }
    pic = known(.pic).flatMap { try? PIC($0).digits }
    website = known(.website).flatMap(Self.domain)
    mailDomains = mailboxes.compactMap { mailbox in
      Self.telling(
        mailbox.utf8.split(separator: UInt8(ascii: "@")).last
          .map { String(decoding: $0, as: UTF8.self) })
    }
    street = Place(known(.street))
    postcode = Place(known(.postcode))
    city = Place(known(.city))
    country = known(.country)
  }

  /// A cell may list several.
  private static func mailboxes(_ text: String) -> [String] {
    var keys: [String] = []
    for piece in text.utf8.split(whereSeparator: { ",;/| \n\r\t".utf8.contains($0) }) {
      if let mailbox = try? EmailAddress(String(decoding: piece, as: UTF8.self)),
        !keys.contains(mailbox.key)
      {
        keys.append(mailbox.key)
      }
    }
    return keys
  }

  private static func telephones(_ texts: [String], _ country: CountryCode?) -> [String] {
    var numbers: [String] = []
    for text in texts {
      let found = (try? PhoneNumber.all(in: text, country: country)) ?? []
      for number in found where !numbers.contains(number.description) {
        numbers.append(number.description)
      }
    }
    return numbers
  }

  /// The domain of a web address, without `www.`.
  static func domain(_ text: String) -> String? {
    let bytes = text.trimmedBytes
    let slash = UInt8(ascii: "/")
    let scheme = bytes.indices.first { index in
      bytes[index] == UInt8(ascii: ":") && bytes[index...].dropFirst().prefix(2) == [slash, slash]
    }
    var host = scheme.map { bytes[$0...].dropFirst(3) } ?? bytes[...]
    host = host.prefix {
      $0 != slash && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: ":")
    }
    var lowered = host.map(\.lowered)[...]
    if lowered.starts(with: "www.".utf8) { lowered = lowered.dropFirst(4) }
    guard lowered.contains(UInt8(ascii: ".")) else { return nil }
    return telling(String(decoding: lowered, as: UTF8.self))
  }

  private static func telling(_ domain: String?) -> String? {
    domain.flatMap { NameTokenList.standard.openDomains.contains($0) ? nil : $0 }
  }
}

internal import Basics

/// A contact in eighty bytes, against which most pairs fall before they are read again.
///
/// Texts are digested: what is equal has equal digests, so the score of a pair is never more than
/// `most` of their glances, though chance may make it less.
struct ContactSignature {
  /// One bit for each text of a group, so that groups with a text in common share a bit.
  private typealias Bits = UInt64

  private let externalID: UInt32
  private let mailboxes: Bits
  private let telephones: Bits
  private let mailDomains: Bits
  private let person: UInt32
  private let personWords: Bits
  private let organisation: UInt32
  private let organisationJoined: UInt32
  private let organisationInitials: UInt32
  private let organisationWords: Bits
  /// Whether the organisation's name is one word, which has a slip instead of words in common.
  private let isOneWord: Bool
  private let vat: UInt32
  private let pic: UInt32
  private let website: UInt16
  private let street: UInt16
  private let postcode: UInt16
  private let city: UInt16
  private let country: UInt16
  private typealias Weights = SimilarityWeights

  init(_ traits: ComparedContact) {
    externalID = Self.short(traits.externalID)
    mailboxes = Self.bits(traits.mailboxes)
    telephones = Self.bits(traits.telephones)
    mailDomains = Self.bits(traits.mailDomains)
    person = Self.short(traits.person?.sorted.joined(separator: " "))
    personWords = Self.bits((traits.person?.words ?? []).filter { $0.utf8.count > 1 })
    organisation = Self.short(traits.organisation?.sorted.joined())
    organisationJoined = Self.short(traits.organisation?.joined)
    organisationInitials = Self.short(traits.organisation?.initials)
    organisationWords = Self.bits(traits.organisation?.words ?? [])
    isOneWord = traits.organisation?.words.count == 1
    vat = Self.short(traits.vat)
    pic = Self.short(traits.pic)
    website = Self.shorter(traits.website)
    street = Self.shorter(traits.street?.plain)
    postcode = Self.shorter(traits.postcode?.plain)
    city = Self.shorter(traits.city?.plain)
    country = Self.shorter(traits.country)
  }

  /// No pair scores more; the weights are those of `ContactSimilarity`.
  static func most(_ one: ContactSignature, _ other: ContactSignature) -> Int {
    var points = 0
    if same(one.externalID, other.externalID) { points += Weights.exactKey }
    if one.mailboxes & other.mailboxes != 0 { points += Weights.exactKey }
    if one.telephones & other.telephones != 0 { points += Weights.exactKey }
    points += mostOfPersons(one, other)
    points += mostOfOrganisations(one, other)
    if same(one.website, other.website) { points += Weights.sameWebsite }
    if one.mailDomains & other.mailDomains != 0 { points += Weights.sameMailDomain }
    if same(one.postcode, other.postcode) { points += Weights.samePostcode }
    if one.city != 0, other.city != 0 {
      points += one.city == other.city ? Weights.sameCity : Weights.otherCity
    }
    if same(one.street, other.street) { points += Weights.sameStreet }
    if one.country != 0, other.country != 0, one.country != other.country {
      points += Weights.otherCountry
    }
    return max(0, points)
  }

  private static func mostOfPersons(_ one: ContactSignature, _ other: ContactSignature) -> Int {
    guard one.person != 0, other.person != 0 else { return 0 }
    if one.person == other.person { return Weights.samePersonName }
    let share = one.personWords & other.personWords != 0
    return share ? Weights.nearPersonName : Weights.otherPerson
  }

  private static func mostOfOrganisations(_ one: ContactSignature, _ other: ContactSignature) -> Int
  {
    if same(one.vat, other.vat) || same(one.pic, other.pic) { return 2 * Weights.exactKey }
    guard one.organisation != 0, other.organisation != 0 else { return 0 }
    let areDesks = one.person == 0 && other.person == 0
    if one.organisation == other.organisation || one.organisationJoined == other.organisationJoined
    {
      return areDesks ? Weights.sameDesk : Weights.sameOrganisation
    }
    let mayBeNear =
      one.organisationWords & other.organisationWords != 0 || one.isOneWord && other.isOneWord
      || same(one.organisationInitials, other.organisationJoined)
      || same(other.organisationInitials, one.organisationJoined)
    guard mayBeNear else { return 0 }
    return areDesks ? Weights.nearDesk : Weights.nearOrganisation
  }

  /// Nothing is zero.
  private static func same<Number: BinaryInteger>(_ one: Number, _ other: Number) -> Bool {
    one != 0 && one == other
  }

  private static func digest(_ text: String) -> UInt64 {
    var digest = Digest()
    digest.add(text)
    return UInt64(bitPattern: digest.value)
  }

  private static func short(_ text: String?) -> UInt32 {
    text.map { UInt32(truncatingIfNeeded: digest($0)) | 1 } ?? 0
  }

  private static func shorter(_ text: String?) -> UInt16 {
    text.map { UInt16(truncatingIfNeeded: digest($0)) | 1 } ?? 0
  }

  private static func bits(_ texts: [String]) -> Bits {
    texts.reduce(0) { $0 | 1 << (digest($1) & 63) }
  }
}

extension ComparedContact {
  var glance: ContactSignature { ContactSignature(self) }

  static func most(_ one: ContactSignature, _ other: ContactSignature) -> Int {
    ContactSignature.most(one, other)
  }
}

/// Compares two contacts; the score is the same whichever comes first.
struct ContactSimilarity {
  private let one: ComparedContact
  private let other: ComparedContact
  private let persons: NameSimilarity?
  private let organisations: NameSimilarity?
  private var sum = LikenessSum()
  private typealias Weights = SimilarityWeights

  static func between(_ one: ComparedContact, _ other: ComparedContact) -> Similarity {
    var comparison = ContactSimilarity(one, other)
    comparison.compareKeys()
    comparison.comparePersons()
    comparison.compareOrganisations()
    comparison.comparePlaces()
    return comparison.sum.likeness
  }

  private init(_ one: ComparedContact, _ other: ComparedContact) {
    self.one = one
    self.other = other
    persons = one.person.flatMap { a in other.person.map { NameSimilarity.ofPersons(a, $0) } }
    organisations = one.organisation.flatMap { a in
      other.organisation.map { NameSimilarity.ofOrganisations(a, $0) }
    }
  }

  /// Neither names a person.
  private var areDesks: Bool { one.person == nil && other.person == nil }

  /// The same person; or no person at all, and nothing against its being one organisation.
  private var isSameName: Bool {
    persons == .same
      || areDesks && organisations == .same || bothUnnamed
  }

  private var bothUnnamed: Bool {
    areDesks && one.organisation == nil && other.organisation == nil
  }

  private mutating func compareKeys() {
    if let id = one.externalID, let same = other.externalID, id == same, one.source == other.source
    {
      sum.count("sender's id the same", Weights.exactKey, id, same)
    }
    if let box = one.mailboxes.first(where: { other.mailboxes.contains($0) }) {
      let text = isSameName ? "e-mail address and name the same" : "e-mail address the same"
      sum.count(text, isSameName ? Weights.exactKey : Weights.mailbox, box, box)
    }
    if let number = one.telephones.first(where: { other.telephones.contains($0) }) {
      let text = isSameName ? "telephone and name the same" : "telephone the same"
      let isExact = isSameName && !bothUnnamed
      sum.count(text, isExact ? Weights.exactKey : Weights.telephone, number, number)
    }
  }

  private mutating func comparePersons() {
    let (a, b) = (one.personText, other.personText)
    switch persons {
    case .same: sum.count("person the same", Weights.samePersonName, a, b)
    case .near: sum.count("person nearly the same", Weights.nearPersonName, a, b)
    case .partly:
      sum.count("part of the person's name differs", Weights.partlyOtherPerson, a, b)
      sum.isOnlyPossible()
    case .different: sum.count("person differs", Weights.otherPerson, a, b)
    case .unclear: break
    case nil:
      let hasBox = one.mailboxes.contains { other.mailboxes.contains($0) }
      if !areDesks, !hasBox {
        sum.count("only one names a person", Weights.personAgainstDesk, a, b)
      }
    }
  }

  private mutating func compareOrganisations() {
    if compareNumbers() { return }
    let (a, b) = (one.organisationText, other.organisationText)
    switch organisations {
    case .same:
      let points = areDesks ? Weights.sameDesk : Weights.sameOrganisation
      sum.count("organisation the same", points, a, b)
    case .near:
      let points = areDesks ? Weights.nearDesk : Weights.nearOrganisation
      sum.count("organisation nearly the same", points, a, b)
    case .different:
      let points = areDesks ? Weights.otherDesk : Weights.otherOrganisation
      sum.count("organisation differs", points, a, b)
    case .unclear:
      if areDesks { sum.isOnlyPossible() }
      return
    case .partly, nil: return
    }
    if let form = one.organisation?.form, let another = other.organisation?.form, form != another {
      sum.count("legal form differs", Weights.otherForm, form, another)
    }
  }

  /// VAT number and PIC; whether they settle that it is one organisation.
  private mutating func compareNumbers() -> Bool {
    var isSettled = false
    let numbers = [("VAT number", one.vat, other.vat), ("PIC", one.pic, other.pic)]
    for (name, a, b) in numbers {
      guard let a, let b else { continue }
      guard a == b else {
        sum.count("\(name) differs", Weights.otherNumber, a, b)
        continue
      }
      let isExact = persons == .same || areDesks
      guard isExact || !isSettled else { continue }
      sum.count(
        "\(name) the same", isExact ? Weights.exactKey : Weights.sameOrganisation, a, b)
      isSettled = true
    }
    if isSettled, areDesks, let a = one.organisation, let b = other.organisation,
      NameSimilarity.haveOtherNumbers(a, b)
    {
      sum.count(
        "number in the name differs", Weights.otherForm, one.organisationText,
        other.organisationText)
      sum.isOnlyPossible()
    }
    return isSettled
  }

  private mutating func comparePlaces() {
    if let a = one.website, let b = other.website, a == b {
      sum.count("website the same", Weights.sameWebsite, a, b)
    }
    if let domain = one.mailDomains.first(where: { other.mailDomains.contains($0) }) {
      sum.count("mail domain the same", Weights.sameMailDomain, domain, domain)
    }
    if let a = one.postcode, let b = other.postcode, a.plain == b.plain {
      sum.count("postcode the same", Weights.samePostcode, a.text, b.text)
    }
    if let a = one.city, let b = other.city {
      let isSame = a.plain == b.plain
      sum.count(
        isSame ? "town the same" : "town differs", isSame ? Weights.sameCity : Weights.otherCity,
        a.text, b.text)
    }
    if let a = one.street, let b = other.street, a.plain == b.plain {
      sum.count("street the same", Weights.sameStreet, a.text, b.text)
    }
    if let a = one.country, let b = other.country, a != b {
      sum.count("country differs", Weights.otherCountry, a, b)
    }
  }
}

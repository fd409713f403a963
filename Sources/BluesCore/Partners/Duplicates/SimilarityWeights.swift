/// What each finding is worth; the one place where the weights stand.
///
/// They are our own choice, tried on lists of clusters of five countries: two people of one
/// name in one organisation are likely one; a shared switchboard or mailbox does not make one of
/// two people with different names.
enum SimilarityWeights {
  // Where the verdicts begin.
  static let sure = 95
  static let likely = 75
  static let possible = 55

  /// The sender's id; a mailbox or telephone with the name; a VAT number or PIC with no other
  /// person.
  static let exactKey = 100

  static let mailbox = 60
  static let telephone = 25
  static let samePersonName = 45
  static let nearPersonName = 35
  static let partlyOtherPerson = -40
  static let otherPerson = -100
  /// One record names a person and the other does not, and they have no mailbox in common.
  static let personAgainstDesk = -20

  /// Also for a VAT number or PIC shared by contacts of whom one names a person.
  static let sameOrganisation = 35
  static let nearOrganisation = 25
  /// Of records that name no person, the organisation is all there is.
  static let sameDesk = 65
  static let nearDesk = 50
  static let otherOrganisation = -25
  static let otherDesk = -100
  static let otherForm = -10
  static let otherNumber = -50

  static let sameWebsite = 12
  static let sameMailDomain = 6
  static let samePostcode = 8
  static let sameCity = 5
  static let otherCity = -8
  static let otherCountry = -15
  static let sameStreet = 5

  /// Organisations as such.
  static let sameName = 70
  static let nearName = 55
  static let sameCountry = 10
  static let sameShortName = 15
  static let countriesApart = -30
}

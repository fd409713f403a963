internal import GRDB

extension Profiles {
  /// What a host or visitor says of itself; nil leaves what is known as it is.
  package struct Draft: Sendable, Equatable {
    package var role: Profile.Role
    /// One of the scheme's categories, such as `sme`.
    package var category: String?
    /// The partner that manages it, by its short name.
    package var partner: String?
    package var sectors: String?
    package var technologies: String?
    package var languages: String?
    package var offers: String?
    package var seeks: String?
    package var activities: String?
    package var preferredCountries: String?
    package var availableFrom: Day?
    package var availableTo: Day?
    package var capacity: Int?
    package var motivation: String?
    package var hasCV: Bool?
    /// The cluster with a profile on ECCP that the organisation belongs to.
    package var eccp: String?
    /// The managing partnership, when it is another than this project's.
    package var partnership: String?
    package var city: String?
    package var coordinates: String?
    /// Columns of a list that no field takes, as a JSON object.
    package var extra: String?

    package init(role: Profile.Role, category: String? = nil) {
      self.role = role
      self.category = category
    }

    /// The values that are said, by the columns of the profile.
    func columns(_ db: Database) throws -> [(name: String, value: any DatabaseValueConvertible)] {
      let all: [(String, (any DatabaseValueConvertible)?)] = [
        ("category", category), ("sectors", sectors), ("technologies", technologies),
        ("languages", languages), ("offers", offers), ("seeks", seeks), ("activities", activities),
        ("preferred_countries", preferredCountries), ("available_from", availableFrom),
        ("available_to", availableTo), ("capacity", capacity), ("motivation", motivation),
        ("cv", hasCV), ("eccp", eccp), ("partnership", partnership), ("city", city),
        ("coordinates", coordinates), ("extra", extra),
        ("managing_partner_id", try partner.map { try Partners.id($0, in: db) }),
      ]
      return all.compactMap { name, value in value.map { (name, $0) } }
    }

    /// Brings lists and codes into the form they are kept in, and refuses what cannot stand.
    func checked() throws -> Draft {
      var draft = self
      draft.category = try category.map { try ProfileWords.category($0) }
      draft.activities = try activities.map { try ProfileWords.activities($0) }
      draft.preferredCountries = try preferredCountries.map { try ProfileWords.countries($0) }
      draft.sectors = sectors.map(ProfileWords.list)
      draft.technologies = technologies.map(ProfileWords.list)
      draft.languages = languages.map(ProfileWords.list)
      draft.offers = offers.map(ProfileWords.list)
      draft.seeks = seeks.map(ProfileWords.list)
      draft.coordinates = try coordinates.map { try ProfileWords.coordinates($0) }
      if let capacity, capacity < 0 { throw ProfileProblem.noCapacity(String(capacity)) }
      return draft
    }
  }
}

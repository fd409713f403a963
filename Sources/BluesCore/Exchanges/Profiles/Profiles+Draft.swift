package import Basics

extension Profiles {
  /// What a host or visitor says of itself; what is nil stays as it is, an empty text clears.
  package struct Draft: Sendable, Equatable {
    package var role: Profile.Role
    /// The partner of this project that manages it.
    package var partner: String?
    /// The partner in whose cluster the organisation is a member.
    package var cluster: String?
    private var texts: [String?] = Array(repeating: nil, count: ProfileField.allCases.count)

    package init(role: Profile.Role, category: String? = nil) {
      self.role = role
      self[.category] = category
    }

    package subscript(_ field: ProfileField) -> String? {
      get { texts[field.rawValue] }
      set { texts[field.rawValue] = newValue }
    }

    /// Whether nothing is said but the role.
    var isEmpty: Bool { partner == nil && cluster == nil && texts.allSatisfy { $0 == nil } }

    /// The same with every text as it is stored.
    func stored() throws -> Draft {
      var draft = self
      for field in ProfileField.allCases {
        guard let text = texts[field.rawValue] else { continue }
        draft[field] = try field.stored(text)
      }
      return draft
    }

    /// What is said, by the names that lists have for it.
    var said: [String: String] {
      var said: [String: String] = [:]
      for field in ProfileField.allCases { said[field.name] = self[field] }
      said["partner"] = partner
      return said
    }

    /// The same draft with nothing said but what has one of the names.
    func only(_ names: [String: String]) -> Draft {
      var draft = self
      for field in ProfileField.allCases where names[field.name] == nil { draft[field] = nil }
      if names["partner"] == nil { draft.partner = nil }
      return draft
    }

    /// The same draft for another role; only a host takes visitors in.
    func of(_ role: Profile.Role) -> Draft {
      var draft = self
      draft.role = role
      if role == .visitor { draft[.capacity] = nil }
      return draft
    }
  }
}

extension Profiles.Draft {
  package var category: String? {
    get { self[.category] }
    set { self[.category] = newValue }
  }
  package var sectors: String? {
    get { self[.sectors] }
    set { self[.sectors] = newValue }
  }
  package var languages: String? {
    get { self[.languages] }
    set { self[.languages] = newValue }
  }
  package var offers: String? {
    get { self[.offers] }
    set { self[.offers] = newValue }
  }
  package var seeks: String? {
    get { self[.seeks] }
    set { self[.seeks] = newValue }
  }
  package var availableFrom: Day? {
    get { self[.availableFrom].flatMap { Day(iso: $0) } }
    set { self[.availableFrom] = newValue?.iso }
  }
  package var availableTo: Day? {
    get { self[.availableTo].flatMap { Day(iso: $0) } }
    set { self[.availableTo] = newValue?.iso }
  }
}

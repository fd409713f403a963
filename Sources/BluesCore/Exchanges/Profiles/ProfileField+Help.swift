extension ProfileField {
  /// What the field is, as the help of its option and the pages of reference say.
  package var help: String {
    switch self {
    case .category: "Its category in the scheme, such as sme."
    case .sectors: "Its sectors, separated by semicolons."
    case .technologies: "Its technologies, separated by semicolons."
    case .offers: "What it offers."
    case .seeks: "What it seeks."
    case .languages: "The languages spoken, separated by semicolons."
    case .availableFrom: "Available from."
    case .availableTo: "Available to."
    case .preferredCountries: "Countries it prefers to visit or to receive from."
    case .activities:
      """
      The activities: capacity-building, knowledge-sharing, project-development, market-research, \
      networking.
      """
    case .capacity: "How many visitors a host takes in total."
    case .motivation: "Why it takes part."
    case .cv: "Whether a CV was handed in: yes or no."
    case .eccp: "The cluster with a profile on ECCP that it belongs to."
    case .partnership: "The managing partnership, when it is another than this project's."
    case .city: "The town."
    case .coordinates: "Latitude and longitude, such as 43.6109,3.8772."
    case .assessment: "What the managing partnership decided."
    case .assessedOn: "The day of that decision."
    case .assessmentNote: "Why it was decided so."
    }
  }

  /// The option of add and set without its dashes; nil for what only verbs of their own record.
  package var option: String? {
    switch self {
    case .availableFrom: "from"
    case .availableTo: "to"
    case .preferredCountries: "prefers"
    case .assessment, .assessedOn, .assessmentNote: nil
    default: self == .category ? "category" : column
    }
  }

  /// The fields that options say beside the category, which add has to be told.
  package static let optional = allCases.filter { $0.option != nil && $0 != .category }
}

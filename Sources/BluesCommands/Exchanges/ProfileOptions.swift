internal import ArgumentParser
internal import BluesCore

/// What can be said of a profile, but for its role and category.
struct ProfileOptions: ParsableArguments {
  @Option(help: "The partner that manages it.")
  var partner: String?
  @Option(help: "Its sectors, separated by semicolons.")
  var sectors: String?
  @Option(help: "Its technologies, separated by semicolons.")
  var technologies: String?
  @Option(help: "The languages spoken.")
  var languages: String?
  @Option(help: "What it offers.")
  var offers: String?
  @Option(help: "What it seeks.")
  var seeks: String?
  @Option(
    help: """
      What it wishes to do: capacity-building, knowledge-sharing, project-development, \
      market-research, networking.
      """)
  var activities: String?
  @Option(name: .customLong("prefers"), help: "The countries it prefers.")
  var preferredCountries: String?
  @Option(name: .customLong("from"), help: "Available from.", transform: Read.date)
  var availableFrom: DateExpression?
  @Option(name: .customLong("to"), help: "Available to.", transform: Read.date)
  var availableTo: DateExpression?
  @Option(help: "How many visitors a host takes in all.")
  var capacity: Int?
  @Option(help: "The cluster profiled on ECCP that it belongs to.")
  var eccp: String?
  @Option(help: "The managing partnership, when it is another than this project's.")
  var partnership: String?
  @Option(help: "The town where it receives or works.")
  var city: String?
  @Option(help: "Latitude and longitude in degrees, as in 43.6109,3.8772.")
  var coordinates: String?
  @Option(help: "Why it takes part.")
  var motivation: String?
  @Flag(inversion: .prefixedNo, help: "Whether a CV was handed in.")
  var cv: Bool?

  func draft(as role: Profile.Role, _ category: String?, _ store: Store) throws -> Profiles.Draft {
    var draft = Profiles.Draft(role: role, category: category)
    draft.partner = partner
    draft.sectors = sectors
    draft.technologies = technologies
    draft.languages = languages
    draft.offers = offers
    draft.seeks = seeks
    draft.activities = activities
    draft.preferredCountries = preferredCountries
    draft.availableFrom = try store.day(availableFrom)
    draft.availableTo = try store.day(availableTo)
    draft.capacity = capacity
    draft.eccp = eccp
    draft.partnership = partnership
    draft.city = city
    draft.coordinates = coordinates
    draft.motivation = motivation
    draft.hasCV = cv
    return draft
  }
}

package import Basics

/// Why it is not known where an organisation is.
package enum PlaceProblem: Problem, Equatable {
  case noCoordinates(String)
  case unknown(String, in: CountryCode)
  case ambiguous(String, in: CountryCode, candidates: [Place])

  package var message: String {
    switch self {
    case .noCoordinates(let text): "Not a pair of coordinates: \(text)."
    case .unknown(let name, let country):
      "Unknown place in \(country.englishName): \(name)."
    case .ambiguous(let name, let country, let candidates):
      "\(country.englishName) has \(candidates.count) places \(name): "
        + candidates.map { "\($0.name) at \($0.coordinates)" }.joined(separator: "; ") + "."
    }
  }

  package var hint: String? {
    switch self {
    case .noCoordinates: "Write latitude and longitude in degrees, such as 43.6109,3.8772."
    case .unknown: "Give the coordinates, such as 43.6109,3.8772."
    case .ambiguous: "Give the coordinates of the right one."
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .noCoordinates: .usage
    case .unknown: .notFound
    case .ambiguous: .ambiguous
    }
  }
}

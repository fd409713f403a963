package import Basics

/// Why a project cannot be shared, or not as this partner.
package enum SharingProblem: Problem, Equatable {
  case notShared
  case copyAlready(of: String)
  case noCoordinator
  case notCoordinator(String, coordinator: String)

  package var message: String {
    switch self {
    case .notShared: "This project is not shared."
    case .copyAlready(let partner): "This file is the copy of \(partner) already."
    case .noCoordinator: "The project has no coordinator."
    case .notCoordinator(let partner, let coordinator):
      "\(partner) is not the coordinator: \(coordinator) begins to share the project."
    }
  }

  package var hint: String? {
    switch self {
    case .notShared: "the coordinator begins: blues share init --as PARTNER"
    case .copyAlready: "blues share key show"
    case .noCoordinator: "blues partner set PARTNER --role coordinator"
    case .notCoordinator(let partner, let coordinator):
      "make a key with blues share key make, send it to \(coordinator), and make the copy of "
        + "\(partner) from the first parcel: blues share init --as \(partner) --from FILE"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .notShared, .noCoordinator, .copyAlready: .conflict
    case .notCoordinator: .notPermitted
    }
  }
}

internal import Synchronization

/// Whether a store has committed a change, or made a step; copies of the store share it.
final class CommitFlag: Sendable {
  private let flag = Atomic(false)

  var isSet: Bool { flag.load(ordering: .relaxed) }

  func set() { flag.store(true, ordering: .relaxed) }
}

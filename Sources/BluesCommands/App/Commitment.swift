internal import Synchronization

/// Whether the command under way has changed the project for good.
///
/// What fails after that is the answer alone, and a person who took it for the change would make
/// the change again.
enum Commitment {
  /// The mark of one command.
  final class Mark: Sendable {
    private let isMade = Atomic(false)

    func set() { isMade.store(true, ordering: .relaxed) }

    /// What to do about a problem: its own hint, unless the change stands in spite of it.
    func hint(_ hint: String?) -> String? {
      isMade.load(ordering: .relaxed)
        ? "the change itself is made, and blues history shows it; only the answer is missing" : hint
    }
  }

  @TaskLocal static var mark: Mark?

  @Sendable static func note() { mark?.set() }
}

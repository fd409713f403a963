internal import Synchronization

/// What is to be told of the days that a command reads: those that are a date in one order alone.
///
/// Whoever answers the command tells it, once the work is done.
package final class DayRemarks: Sendable, Equatable {
  private let sentences = Mutex<[String]>([])

  package init() {}

  /// What was noted is no part of what an invocation is.
  package static func == (_: DayRemarks, _: DayRemarks) -> Bool { true }

  func add(_ sentence: String) {
    sentences.withLock { if !$0.contains(sentence) { $0.append(sentence) } }
  }

  /// Hands over what was noted since.
  package func take() -> [String] {
    sentences.withLock { all in
      defer { all = [] }
      return all
    }
  }
}

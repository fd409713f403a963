internal import Synchronization

/// Projects that a list has read, which the program closes itself before it ends.
///
/// A connection that is let go instead asks Foundation to remove what observes it, a twentieth of a
/// start. In tests, where one process runs many commands, nothing is kept.
package enum OpenProjects {
  private static let kept = Mutex<[Store]?>(nil)

  /// From here on, what is read is kept until the end of the program.
  package static func begin() { kept.withLock { $0 = [] } }

  /// Keeps a project that nothing is read from any more.
  package static func keep(_ store: Store) { kept.withLock { $0?.append(store) } }

  /// Closes what was kept, so that SQLite leaves no file behind; what cannot be closed is let go.
  package static func close() { kept.withLock { $0?.removeAll { !$0.disconnect() } } }
}

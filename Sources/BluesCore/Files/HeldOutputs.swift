internal import Synchronization

/// The files that answers of this process will replace; none of them may be read by its command.
package enum HeldOutputs {
  private static let places = Mutex<[ObjectIdentifier: FilePlace]>([:])

  /// Until it is removed, known by what writes it.
  package static func add(_ file: AnyObject, at path: String) {
    places.withLock { $0[ObjectIdentifier(file)] = FilePlace(path) }
  }

  package static func remove(_ file: AnyObject) {
    _ = places.withLock { $0.removeValue(forKey: ObjectIdentifier(file)) }
  }

  /// Whether a path leads to one of them, however it is spelled.
  package static func contain(_ path: String) -> Bool {
    places.withLock { places in
      guard !places.isEmpty else { return false }
      let read = FilePlace(path)
      return places.values.contains { $0.isSame(as: read) }
    }
  }
}

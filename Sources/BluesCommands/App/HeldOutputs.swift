internal import Synchronization

/// The files that answers of this process will replace; none of them may be read by its command.
///
/// Whatever reads a file asks here, so that no option has to say that it names one.
enum HeldOutputs {
  private static let places = Mutex<[ObjectIdentifier: FilePlace]>([:])

  static func add(_ file: OutputFile, at path: String) {
    places.withLock { $0[ObjectIdentifier(file)] = FilePlace(path) }
  }

  static func remove(_ file: OutputFile) {
    _ = places.withLock { $0.removeValue(forKey: ObjectIdentifier(file)) }
  }

  /// - Throws: `OutputProblem.kept` where the answer would replace a file that is about to be read.
  static func refuse(reading path: String?) throws {
    guard let path, path != "-" else { return }
    let isHeld = places.withLock { places in
      guard !places.isEmpty else { return false }
      let read = FilePlace(path)
      return places.values.contains { $0.isSame(as: read) }
    }
    if isHeld { throw OutputProblem.kept(path, "a file that is read") }
  }
}

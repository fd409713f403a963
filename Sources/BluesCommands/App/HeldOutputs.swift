internal import BluesCore

extension HeldOutputs {
  /// Whatever reads a file asks here, so that no option has to say that it names one.
  ///
  /// - Throws: `OutputProblem.kept` where the answer would replace a file that is about to be read.
  static func refuse(reading path: String?) throws {
    guard let path, path != "-" else { return }
    if contain(path) { throw OutputProblem.kept(path, "a file that is read") }
  }
}

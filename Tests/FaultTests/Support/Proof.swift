import Foundation

/// How far the proofs go: a little in every test run, the whole way by `make prove`.
enum Proof {
  static let isFull = getenv("BLUES_PROVE") != nil

  static func count(_ few: Int, full: Int) -> Int { isFull ? full : few }

  /// Prints a figure of a full proof, which the pages about safety tell.
  static func tell(_ figure: String) {
    // At once, also where the output goes to a file and the run is ended.
    if isFull { FileHandle.standardOutput.write(Data("proof: \(figure)\n".utf8)) }
  }
}

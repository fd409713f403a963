internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

/// The table of a list command, taken by another command before it is printed.
///
/// A list command that is run for it ends by throwing its table, with the rows and columns that its
/// words ask for.
struct BorrowedList: Error {
  let table: Table

  @TaskLocal static var isWanted = false

  /// The table that the words of a list command make, such as `partner cost list --where …`.
  static func table(_ words: [String]) throws -> Table {
    let (chosen, _) = try CommandLookup.command(of: words, root: Blues.self)
    let path = words.prefix { !$0.hasPrefix("-") }.joined(separator: " ")
    guard chosen._commandName == "list" else { throw BorrowingProblem.noList(path) }
    var command = try Launch.parse(words)
    do {
      try $isWanted.withValue(true) { try command.run() }
    } catch let borrowed as BorrowedList {
      return borrowed.table
    }
    throw BorrowingProblem.noList(path)
  }
}

/// Why a list cannot be taken.
enum BorrowingProblem: Problem, Equatable {
  case noList(String)

  var message: String {
    switch self {
    case .noList(let path): "blues \(path) is not a list that a report can use."
    }
  }

  var hint: String? {
    "name a command that has list, such as partner cost or workpackage deliverable"
  }

  var kind: ProblemKind { .usage }
}

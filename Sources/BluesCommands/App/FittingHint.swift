internal import ArgumentParser
internal import Basics

/// The hint of a problem that fits a command: it speaks of no option that the command lacks.
enum FittingHint {
  /// The first hint that fits; of one that does not, the parts between semicolons that do.
  static func of(_ hints: [String], for command: any ParsableCommand.Type) -> String? {
    guard hints.contains(where: { $0.contains("--") }) else { return hints.first }
    let known = Set(
      ArgumentDescription.of(command).flatMap { $0.names ?? [] }.map(\.typed) + ["--help"])
    if let fitting = hints.first(where: { options(of: $0).isSubset(of: known) }) { return fitting }
    let parts = hints.first.map(parts) ?? []
    let fitting = parts.filter { options(of: $0).isSubset(of: known) }
    return fitting.isEmpty ? nil : fitting.joined(separator: "; ")
  }

  private static func parts(_ hint: String) -> [String] {
    hint.split(separator: ";").map { String($0.drop { $0 == " " }) }
  }

  /// The options that a hint tells to add; those of a whole command are that command's own.
  private static func options(of hint: String) -> Set<String> {
    Set(
      parts(hint).flatMap { part in
        let told = part.ranges(of: "blues ").first.map { part[..<$0.lowerBound] } ?? part[...]
        return told.matches(of: /--[a-z][a-z-]*/).map { String($0.output) }
      })
  }
}

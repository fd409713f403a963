/// A number that a project promises to reach.
///
/// Its home is the rule book: the figure that the project was started with, or has set since.
/// Every report asks `RuleBook.target`.
package enum Target: String, CaseIterable, Sendable {
  case exchanges, entities

  /// The rule that has the number as a figure.
  package var rule: String {
    switch self {
    case .exchanges: "exchange-target"
    case .entities: "entity-target"
    }
  }

  package var figure: String { rawValue }

  /// The name of the fact by which a template states the number.
  package var fact: String { "target_\(rawValue)" }
}

extension RuleBook {
  /// The number to reach; nil where none was agreed.
  package func target(_ target: Target) -> Int? {
    guard let number = try? rule(target.rule).whole(target.figure), number > 0 else { return nil }
    return number
  }

  /// Why the project has another number than it was started with; nil when it has not.
  package func change(of target: Target) -> Override? {
    overrides.first { $0.rule == target.rule && $0.figure == target.figure }
  }
}

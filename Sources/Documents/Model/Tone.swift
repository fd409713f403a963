/// How a thing stands, so that a page can colour it and mark it.
package enum Tone: Hashable, Sendable, CaseIterable {
  case plain, good, warning, bad, muted

  /// The sign that stands beside the colour, so that colour is never the only one.
  package var mark: String {
    switch self {
    case .plain, .muted: ""
    case .good: "✓"
    case .warning: "~"
    case .bad: "!"
    }
  }

  /// The word a note begins with; nil where the note speaks for itself.
  var noteWord: String? {
    switch self {
    case .plain, .muted, .good: nil
    case .warning: "Attention"
    case .bad: "Problem"
    }
  }

  /// The tone's name as a class of the style sheet.
  var className: String {
    switch self {
    case .plain: "plain"
    case .good: "good"
    case .warning: "warning"
    case .bad: "bad"
    case .muted: "muted"
    }
  }
}

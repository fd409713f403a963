/// ANSI colour where it is allowed, and the bare text where it is not.
struct Ink: Sendable {
  let isColoured: Bool

  func bold(_ text: String) -> String { wrapped(text, "1") }

  func toned(_ text: String, _ tone: Tone) -> String {
    switch tone {
    case .plain: text
    case .good: wrapped(text, "32")
    case .warning: wrapped(text, "33")
    case .bad: wrapped(text, "31")
    case .muted: wrapped(text, "2")
    }
  }

  private func wrapped(_ text: String, _ code: String) -> String {
    guard isColoured, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

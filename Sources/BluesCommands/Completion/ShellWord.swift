internal import Basics

/// A word of a command line, as it stands between the shell's quotes.
struct ShellWord {
  /// Without quotes and backslashes.
  let text: String
  /// As it was typed.
  private let typed: String

  /// Zsh and fish take the quotes away themselves, but for the word at fish's cursor.
  init(_ shell: CompletedShell, _ typed: String, isAtCursor: Bool) {
    self.typed = typed
    let isQuoted = shell == .bash || (shell == .fish && isAtCursor)
    text = isQuoted ? Self.plain(typed).text : typed
  }

  /// What the word means, and the quote that is still open at its end.
  private static func plain(_ typed: String) -> (text: String, open: Character?) {
    var text = ""
    var quote: Character?
    var rest = typed[...]
    while let sign = rest.popFirst() {
      switch (sign, quote) {
      case ("'", nil), ("\"", nil): quote = sign
      case ("'", "'"), ("\"", "\""): quote = nil
      case ("\\", nil): if let next = rest.popFirst() { text.append(next) }
      case ("\\", "\""):
        // Elsewhere between double quotes a backslash is itself.
        if let next = rest.first, "\"\\$`".contains(next) {
          text.append(next)
          rest.removeFirst()
        } else {
          text.append(sign)
        }
      default: text.append(sign)
      }
    }
    return (text, quote)
  }

  /// What bash is to put in the place of the signs behind the cut, quoted as they are.
  ///
  /// Nil where the cut leaves what the candidate does not begin with.
  func inserted(_ candidate: String, behind cut: Int) -> String? {
    let kept = Self.plain(String(typed.prefix(cut))).text
    guard candidate.asciiLowered.hasPrefix(kept.asciiLowered) else { return nil }
    let added = String(candidate.dropFirst(kept.count))
    switch Self.plain(String(typed.dropFirst(cut))).open {
    case "'":
      return added.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''")
    case "\"": return Self.escaped(added) { "\"\\$`".contains($0) }
    default:
      return Self.escaped(added) { sign in
        sign.isASCII && !sign.isLetter && !sign.isNumber && !"_./:=@%+,-".contains(sign)
      }
    }
  }

  private static func escaped(_ text: String, _ isSpecial: (Character) -> Bool) -> String {
    text.reduce(into: "") { escaped, sign in
      if isSpecial(sign) { escaped.append("\\") }
      escaped.append(sign)
    }
  }
}

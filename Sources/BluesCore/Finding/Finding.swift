package import Documents

/// Something that has the words of a search.
package struct Finding: Sendable, Equatable {
  /// What kind of thing it is, such as `risk`.
  package let kind: String
  /// The code by which `show` knows it.
  package let code: String
  /// What it is called.
  package let title: String
  /// The text in which the words are, shortened, behind its heading.
  package let matched: String

  /// The command that shows it.
  package let command: String

  init(
    _ kind: String, _ code: String, _ title: String, _ matched: String, command: String? = nil
  ) {
    self.kind = kind
    self.code = code
    self.title = title
    self.matched = matched
    self.command = command ?? "blues show \(code)"
  }

  package static let fields: [Field<Finding>] = [
    Field("kind", "Kind", "What it is, such as risk.", rank: .usual) { .text($0.kind) },
    Field("code", "No", "The code of the record.", rank: .key) { .text($0.code) },
    Field("title", "Name", "What it is called.", rank: .main) { .text($0.title) },
    Field("matched", "Found in", "The text that has the words, shortened.", rank: .main) {
      .text($0.matched)
    },
    Field(
      "command", "Type", "The command that shows it.", kind: .form("command"), rank: .minor
    ) { .text($0.command) },
  ]
}

/// The first part of a help text: what to type.
func examples(_ lines: String..., note: String? = nil) -> String {
  let shown = ["Examples:"] + lines.map { "  \($0)" }
  return (shown + (note.map { ["", $0] } ?? [])).joined(separator: "\n")
}

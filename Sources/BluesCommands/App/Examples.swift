/// The first part of a help text: what to type.
///
/// Every command's text comes into being at its start, so it is put together plainly: joining an
/// array looks for what an array is.
func examples(_ lines: String..., note: String? = nil) -> String { examples(lines, note: note) }

/// The same for commands whose examples are put together.
func examples(_ lines: [String], note: String? = nil) -> String {
  var text = HelpText.heading
  for line in lines { text += "\n  \(line)" }
  if let note { text += "\n\n\(note)" }
  return text
}

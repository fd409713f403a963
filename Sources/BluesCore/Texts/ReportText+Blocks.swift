package import Documents

extension ReportText {
  /// A Markdown text as a document shows it.
  package static func shown(_ text: String) -> [Block] {
    [.prose(text)]
  }
}

package import Basics

/// One part of a document.
package indirect enum Block: Hashable, Sendable {
  /// A heading of level 2.
  case section(String)
  /// A heading of level 2 to 4: below the title, below a section, and below that.
  case heading(String, level: Int)
  case paragraph(String)
  /// Markdown that a person wrote; its headings are moved below the one it belongs to. JSON has it
  /// as it is under the key, where there is one.
  case prose(String, key: String? = nil)
  case facts(Facts)
  case table(Table, title: String? = nil)
  case gantt(Gantt)
  /// The key is the one in JSON.
  case meters([Meter], key: String = "meters")
  case note(String, Tone)
  /// What follows begins on a new page, where there are pages.
  case pageBreak
  /// Where parties sign, two beside each other on paper.
  case signatures([SignatureLine])
  /// Data for JSON alone, such as the figures behind a chart; pages do not show it.
  case data(String, JSONValue)
}

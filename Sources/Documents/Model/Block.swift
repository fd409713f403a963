package import Basics

/// One part of a document.
package indirect enum Block: Hashable, Sendable {
  case section(String)
  case paragraph(String)
  case facts(Facts)
  case table(Table, title: String? = nil)
  case gantt(Gantt)
  /// The key is the one in JSON.
  case meters([Meter], key: String = "meters")
  case note(String, Tone)
  /// Where parties sign, two beside each other on paper.
  case signatures([SignatureLine])
  /// Data for JSON alone, such as the figures behind a chart; pages do not show it.
  case data(String, JSONValue)
}

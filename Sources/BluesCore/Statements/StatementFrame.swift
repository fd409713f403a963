internal import Basics
internal import Documents

/// What a page of a statement has around its figures; a lock keeps it with them.
struct StatementFrame: Decodable {
  /// The days of the period, in words.
  let subtitle: String
  /// The rules that the figures follow.
  let notes: [String]
  /// The closing paragraphs.
  var footer: [String] = []
  var author = ""
  /// The line at the foot of each printed page.
  var running = ""
  /// What the emblem of the Union is called, where it has to be shown.
  var emblem: String?

  init(_ statement: FinancialStatement, _ days: ClosedRange<Day>) {
    subtitle = "\(days.lowerBound.spoken) to \(days.upperBound.spoken)"
    notes = statement.categories.notes
  }

  /// The same with what a report of the project has at its foot.
  func closed(_ footer: [String], _ imprint: Imprint) -> StatementFrame {
    var frame = self
    frame.footer = footer
    frame.author = imprint.author
    frame.running = imprint.running
    frame.emblem = imprint.emblem
    return frame
  }

  /// As the document that a lock keeps has it.
  var json: JSONValue {
    func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    return .object([
      JSONMember("subtitle", .string(subtitle)), JSONMember("notes", texts(notes)),
      JSONMember("footer", texts(footer)), JSONMember("author", .string(author)),
      JSONMember("running", .string(running)),
      JSONMember("emblem", emblem.map { .string($0) } ?? .null),
    ])
  }
}

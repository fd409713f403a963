internal import Basics
internal import BluesCore

/// The line that makes a report again: what was asked of it, without files and folders.
struct ReportLine<Kind: Report> {
  let text: String

  init(_ request: ReportRequest, days: [String: String] = [:], at: String? = nil) {
    var words = ["blues report", Kind.name]
    words += Kind.subjects.compactMap { request.subjects[$0.name] }.map(Self.quoted)
    for number in Kind.numbers {
      guard let asked = request.numbers[number.name], asked != number.usual else { continue }
      words += ["--\(number.name)", String(asked)]
    }
    for day in Kind.days {
      guard let asked = days[day.name] else { continue }
      words += ["--\(day.name)", Self.quoted(asked)]
    }
    for option in Kind.options {
      guard let asked = request.texts[option.name] else { continue }
      words += ["--\(option.name)", Self.quoted(asked)]
    }
    if let at { words += ["--at", Self.quoted(at)] }
    text = words.joined(separator: " ")
  }

  /// In quotation marks where a blank is in it.
  private static func quoted(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: " ")) || text.isEmpty ? "\"\(text)\"" : text
  }
}

internal import Basics
internal import Documents

/// What marks and sources mean that notes below a table name, as in `(mark R, rule
/// indirect-costs, OWN)`.
enum RuleLegend {
  /// A sentence for each mark and each source; nil where no note names one.
  static func text(of notes: [String]) -> String? {
    var marks: [Mark] = []
    var sources: [Source] = []
    for note in notes {
      let words = note.split { " ,;().".utf8.contains($0.asciiValue ?? 0) }.map(String.init)
      for (word, next) in zip(words, words.dropFirst()) where word == "mark" {
        if let mark = Mark(rawValue: next), !marks.contains(mark) { marks.append(mark) }
      }
      guard !marks.isEmpty else { continue }
      for source in Source.cited(words) where !sources.contains(source) { sources.append(source) }
    }
    guard !marks.isEmpty else { return nil }
    return
      (Mark.allCases.filter(marks.contains).map { "Mark \($0.rawValue): \($0.meaning)." }
      + sources.map { "\($0.tag): \(withOneStop("\($0.title)."))" }).joined(separator: " ")
  }
}

extension Mark {
  /// How sure what bears it is.
  var meaning: String {
    switch self {
    case .confirmed: "confirmed by a public source"
    case .recalled: "recalled, to be checked against the grant agreement"
    case .inferred: "inferred, to be checked against the grant agreement"
    }
  }
}

extension [Block] {
  /// The same blocks with a legend behind the last one that names the mark of a rule.
  var explained: [Block] {
    let notes = map { block -> String in
      switch block {
      case .note(let text, _), .paragraph(let text): text
      default: ""
      }
    }
    guard let legend = RuleLegend.text(of: notes),
      let last = notes.lastIndex(where: { RuleLegend.text(of: [$0]) != nil })
    else { return self }
    return self[...last] + [.note(legend, .muted)] + self[(last + 1)...]
  }
}

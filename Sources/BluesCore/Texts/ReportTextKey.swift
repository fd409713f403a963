package import Basics

/// What a text of a report is about: its section, and the work package, period and partner it is of.
package struct ReportTextKey: Hashable, Sendable, CustomStringConvertible {
  /// The id of the section, such as `progress`.
  package var section: String
  package var workPackage: WorkPackageCode?
  /// The period, such as `RP1`; nil where it is of the whole action.
  package var period: String?
  /// The short name of the partner; nil where it is of the whole project.
  package var partner: String?

  package init(
    _ section: String, workPackage: WorkPackageCode? = nil, period: String? = nil,
    partner: String? = nil
  ) {
    self.section = section
    self.workPackage = workPackage
    self.period = period
    self.partner = partner
  }

  /// Reads a key as it is written: `progress.WP1.RP1.NP`.
  package init(_ text: String) {
    var parts = text.trimmed.split(separator: ".", omittingEmptySubsequences: false)
      .map(String.init)[...]
    section = parts.popFirst() ?? ""
    if let code = parts.first.flatMap({ try? WorkPackageCode($0) }) {
      workPackage = code
      parts.removeFirst()
    }
    if let name = parts.first?.asciiRaised, name.hasPrefix("RP"),
      name.utf8.dropFirst(2).allSatisfy(\.isDigit), name.utf8.count > 2
    {
      period = name
      parts.removeFirst()
    }
    if !parts.isEmpty { partner = parts.joined(separator: ".") }
  }

  package var description: String {
    [section, workPackage?.description, period, partner].compactMap(\.self).joined(separator: ".")
  }

  /// The options that name it in a command line, such as `progress --wp WP1 --period RP1`.
  package var words: String {
    let options = [("wp", workPackage?.description), ("period", period), ("partner", partner)]
    return options.reduce(section) { words, option in
      guard let value = option.1 else { return words }
      return "\(words) --\(option.0) \(value.contains(" ") ? "\"\(value)\"" : value)"
    }
  }
}

/// Why a text of a report cannot be read or kept.
package enum ReportTextProblem: Problem, Equatable {
  case unknownSection(String, known: [String])
  /// A part of the key that the section needs, by the name of its option.
  case needs(String, option: String)
  case takesNone(String, option: String)
  case none(ReportTextKey)
  case empty
  case hasNUL
  case notUTF8
  case tooLong(Int, most: Int)
  /// Headings of a contribution that name no section.
  case unknownHeadings([String], known: [String])
  case noHeading(String)
  case twice(String)
  /// A contribution that does not say whose it is, or of which period.
  case unaddressed
  /// The text was changed by another command while it was edited.
  case meanwhile(ReportTextKey)

  package var message: String {
    switch self {
    case .unknownSection(let id, _): "Unknown section: \(id)."
    case .needs(let id, let option): "The section \(id) needs --\(option)."
    case .takesNone(let id, let option): "The section \(id) has no --\(option)."
    case .none(let key): "Not written yet: \(key)."
    case .empty: "The text is empty."
    case .hasNUL: "The text has a NUL character."
    case .notUTF8: "The text is not UTF-8."
    case .tooLong(let bytes, let most): "The text has \(bytes) bytes; at most \(most) are kept."
    case .unknownHeadings(let headings, _):
      "Unknown heading\(headings.count == 1 ? "" : "s"): \(headings.joined(separator: "; "))."
    case .noHeading(let place): "\(place) has no heading of a section."
    case .twice(let heading): "Two headings mean one text: \(heading)."
    case .unaddressed: "The contribution names no reporting period."
    case .meanwhile(let key): "\(key) was changed by another command in the meantime."
    }
  }

  package var hint: String? {
    switch self {
    case .unknownSection(let id, let known):
      EditDistance.nearest(to: id, in: known).first.map { "did you mean \($0)?" }
        ?? "blues report text sections"
    case .needs(_, let option):
      switch option {
      case "wp": "give the work package, such as --wp WP1"
      case "period": "give the reporting period, such as --period RP1"
      default: "give the partner, such as --partner NP"
      }
    case .takesNone(_, let option): "leave out --\(option)"
    case .none(let key): "blues report text edit \(key.words)"
    case .empty: "blues report text remove takes a text away"
    case .hasNUL, .notUTF8: "save it as plain text in UTF-8"
    case .tooLong: "a report needs the essence; put the rest into a deliverable"
    case .unknownHeadings(_, let known): "known: \(known.joined(separator: "; "))"
    case .noHeading: "begin with the file of blues report text template"
    case .twice: "put both parts below one heading"
    case .unaddressed: "give --period RP1, and --partner for the contribution of a partner"
    case .meanwhile(let key): "blues report text show \(key.words)"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .unknownSection, .none: .notFound
    case .needs, .takesNone, .empty, .unaddressed: .usage
    case .hasNUL, .notUTF8, .tooLong, .unknownHeadings, .noHeading, .twice: .badData
    case .meanwhile: .conflict
    }
  }
}

package import Basics

/// Why the columns of a list cannot be settled.
package enum MappingProblem: Problem, Equatable {
  /// A column that no field takes, with the field it may have meant.
  package struct Leftover: Sendable, Equatable {
    package let number: Int
    package let heading: String
    /// The field that its heading is near to.
    package let proposal: String?
    /// What its cells look like.
    package var looks: [ValuePattern] = []
    /// Whether another column has the same heading.
    package var isTwice = false

    /// What to type for it, with the reason.
    var advice: String? {
      let name = TypedHeading.name(heading, number: number, isTwice: isTwice)
      let map = { (field: String) in "--map \(TypedHeading.quoted("\(name)=\(field)"))" }
      if let proposal { return map(proposal) }
      guard !looks.isEmpty else { return nil }
      return looks.map { map($0.field) }.joined(separator: " or ")
        + " (its values look like \(looks.map(\.words).joined(separator: " or ")))"
    }
  }

  case unknownField(String, known: [String])
  case unknownHeading(String, headings: [String])
  case sameHeading(String, columns: [Int])
  case twice(String, headings: [String], keepsOthers: Bool = true)
  /// Names of groups stand above the headings, which are in a line counted from 1.
  case groupsAbove(headings: [String], line: Int?)
  /// The first row holds a value where a heading should stand.
  case noHeadings(String, known: [String], line: Int? = nil)
  case missing(String, headings: [String], otherSheets: [String] = [])
  case leftOver(
    [Leftover], known: [String], otherSheets: [String] = [], keepsOthers: Bool = true,
    isNoneKnown: Bool = false)
  /// The records have no place for the cells of other columns.
  case keepsNoOthers

  package var message: String {
    switch self {
    case .unknownField(let field, _): "Unknown field: \(field)."
    case .unknownHeading(let heading, _): "The list has no column \"\(heading)\"."
    case .sameHeading(let heading, let columns):
      "\"\(heading)\" is the heading of columns \(columns.map(String.init).joined(separator: " and "))."
    case .twice(let field, let headings, _):
      "Columns \(headings.map { "\"\($0)\"" }.joined(separator: " and ")) both map to \(field)."
    case .groupsAbove(let headings, let line):
      "The headings are in \(line.map { "line \($0)" } ?? "the second row"), below names of groups: "
        + "\(headings.filter { !$0.isEmpty }.joined(separator: ", "))."
    case .noHeadings(let found, _, _):
      "The list seems to have no row of headings: its first row has \(found)."
    case .missing(let field, _, _): "The list has no column for \(field)."
    case .keepsNoOthers: "These records keep no other columns."
    case .leftOver(let columns, _, _, _, _):
      "No field matches \(agreeing(columns.count, "column", "columns")) "
        + columns.map { "\($0.number) \"\($0.heading)\"" }.joined(separator: ", ") + "."
    }
  }

  package var hint: String? {
    switch self {
    case .unknownField(let field, let known):
      if let near = EditDistance.nearest(to: field, in: known).first {
        "did you mean \(near)? known: \(known.joined(separator: ", "))"
      } else {
        "known: \(known.joined(separator: ", "))"
      }
    case .unknownHeading(_, let headings): "the list has: \(headings.joined(separator: ", "))"
    case .sameHeading(let heading, let columns):
      "choose one by number: --map "
        + Self.argument(TypedHeading.column(columns.last ?? 1, of: heading) + "=FIELD")
    case .twice(_, _, let keepsOthers):
      "choose one with --map HEADING=FIELD, and "
        + (keepsOthers
          ? "keep the other with --unmapped keep" : "drop the other with --unmapped ignore")
    case .groupsAbove(_, let line):
      "--header-line \(line.map(String.init) ?? "2") reads them there and leaves out the lines above"
    case .noHeadings(_, _, let line?):
      "--no-header takes the first row as one of the list; --header-line \(line) takes it for "
        + "headings, and leaves it out"
    case .noHeadings(_, let known, nil):
      "write a row of headings above it, or say what each column is: --no-header --map 1=FIELD "
        + "--map 2=FIELD; fields: \(known.joined(separator: ", "))"
    case .missing(let field, let headings, let sheets):
      (["choose one with --map HEADING=\(field); the list has: \(headings.joined(separator: ", "))"]
        + Self.sheets(sheets)).joined(separator: "; ")
    case .keepsNoOthers: "--unmapped ignore drops them"
    case .leftOver(let columns, let known, let sheets, let keepsOthers, let isNoneKnown):
      (columns.compactMap(\.advice) + Self.sheets(sheets)
        + (isNoneKnown ? ["--header-line 3 reads the headings in line 3"] : []) + [
          (keepsOthers ? "--unmapped keep keeps them, " : "") + "--unmapped ignore drops them; "
            + "fields: \(known.joined(separator: ", "))"
        ])
        .joined(separator: "; ")
    }
  }

  /// A word as it is typed, in quotes where it has a blank.
  private static func argument(_ word: String) -> String {
    word.utf8.contains(0x20) ? TypedHeading.quoted(word) : word
  }

  /// The other sheets of a workbook, of which one may be meant.
  private static func sheets(_ names: [String]) -> [String] {
    let options = names.prefix(5).map { "--sheet \(TypedHeading.quoted($0))" }
    return options.isEmpty ? [] : ["another sheet: \(options.joined(separator: " or "))"]
  }

  package var kind: ProblemKind {
    switch self {
    case .unknownField, .unknownHeading, .sameHeading, .twice, .keepsNoOthers: .usage
    case .groupsAbove, .noHeadings, .missing, .leftOver: .badData
    }
  }
}

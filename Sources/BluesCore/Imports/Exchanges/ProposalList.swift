internal import Basics
package import Tabular

/// The list of proposals that `exchange match --assign` writes, as a person hands it back.
package enum ProposalList {
  /// The proposals chosen, all of them where no lines are named.
  ///
  /// - Throws: What is wrong with the lines chosen; the others may be what they like.
  package static func read(
    _ reader: RowReader, lines: LineSelection?, fileName: String
  ) throws -> [AcceptedProposal] {
    let headings = (reader.header ?? []).map { Folding.folded($0.trimmed) }
    func column(_ names: String...) throws(MatchProblem) -> Int {
      for name in names {
        if let place = headings.firstIndex(of: name) { return place }
      }
      throw .columnMissing(names[0], file: fileName)
    }
    let visitor = try column("visitor_id", "visitor")
    let host = try column("host_id", "host")
    let first = try column("first_day")
    let last = try column("last_day")
    var proposals: [AcceptedProposal] = []
    var refusals: [MatchProblem.Refusal] = []
    var count = 0
    try reader.forEach { row in
      count += 1
      guard lines?.contains(count) != false else { return }
      if let fault = row.fault {
        refusals.append(.init(line: count, message: fault.reason, kind: .badData))
        return
      }
      let texts = row.texts.map(\.trimmed)
      func text(_ column: Int) -> String { column < texts.count ? texts[column] : "" }
      guard let firstDay = Day(iso: text(first)), let lastDay = Day(iso: text(last)) else {
        let named = [first, last].map(text).filter { Day(iso: $0) == nil }
        let found = named.first.map { $0.isEmpty ? "no day" : "\"\($0)\"" } ?? "no day"
        refusals.append(
          .init(
            line: count,
            message: "It has \(found) where first_day and last_day want one such as 2021-09-06.",
            kind: .badData))
        return
      }
      proposals.append(
        AcceptedProposal(
          line: count, visitor: text(visitor), host: text(host), firstDay: firstDay,
          lastDay: lastDay))
    }
    guard refusals.isEmpty else { throw MatchProblem.refused(refusals) }
    if let lines, lines.last > count { throw MatchProblem.noSuchLine(lines.last, count: count) }
    guard !proposals.isEmpty else { throw MatchProblem.nothingChosen }
    return proposals
  }
}

package import Basics
internal import GRDB

/// One proposal of a list that a person accepts.
package struct AcceptedProposal: Sendable, Equatable {
  /// Its number in the list, from 1.
  package let line: Int
  /// Ids or names.
  package let visitor: String
  package let host: String
  package let firstDay: Day
  package let lastDay: Day

  package init(line: Int, visitor: String, host: String, firstDay: Day, lastDay: Day) {
    self.line = line
    self.visitor = visitor
    self.host = host
    self.firstDay = firstDay
    self.lastDay = lastDay
  }
}

extension Exchanges {
  /// Makes a draft of each proposal, all in one step; none, when one of them is refused.
  package func accept(_ proposals: [AcceptedProposal]) throws -> [Result] {
    try store.write { write in
      var results: [Result] = []
      var refusals: [MatchProblem.Refusal] = []
      for proposal in proposals {
        do {
          try write.db.inSavepoint {
            results.append(try Self.accept(proposal, write))
            return .commit
          }
        } catch let problem as any Problem where !(problem is StoreProblem) {
          refusals.append(
            .init(line: proposal.line, message: problem.message, kind: problem.kind))
        }
      }
      guard refusals.isEmpty else { throw MatchProblem.refused(refusals) }
      let codes = results.map(\.exchange.code.description)
      write.records(
        "accepted \(codes.count) \(codes.count == 1 ? "proposal" : "proposals")",
        affecting: codes)
      return results
    }
  }

  private static func accept(_ proposal: AcceptedProposal, _ write: Transaction) throws -> Result {
    guard proposal.firstDay <= proposal.lastDay else {
      throw ExchangeProblem.endsBeforeStart(proposal.firstDay, proposal.lastDay)
    }
    return try draft(
      Plan(
        host: profile(proposal.host, .host, write.db),
        visitor: profile(proposal.visitor, .visitor, write.db), firstDay: proposal.firstDay,
        lastDay: proposal.lastDay), on: write.invocation.today, write)
  }
}

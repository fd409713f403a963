package import Basics
internal import GRDB
package import Tabular

/// What came of a list of stays.
package struct AcceptedStays: Sendable {
  package let results: [Exchanges.Result]
  package let mapping: Mapping
  /// Rows that are no stays, and how days were read; what a person wants to know of it.
  package let remarks: [String]

  /// The fields that `--map` knows.
  package static var mapped: [String] { ListedStay.fields.map(\.name) }
}

extension Exchanges {
  /// Makes a draft of each stay of a list, or of some lines, all in one step; none, when one of
  /// them is refused.
  ///
  /// - Throws: `MatchProblem.refused` with every refused row, which `rejects` has as well.
  package func accept(
    _ reader: RowReader, _ request: ImportRequest, lines: LineSelection? = nil,
    on day: Day? = nil, rejects: any RejectionSink
  ) throws -> AcceptedStays {
    var rows = try ListReader(reader, ListedStay.fields, request)
    for (name, id) in [("visitor", "visitor_id"), ("host", "host_id")]
    where !rows.has(name) && !rows.has(id) {
      throw MappingProblem.missing(
        name, headings: rows.header, otherSheets: reader.reading.otherSheets)
    }
    let header = rows.header
    return try store.write { write in
      var results: [Result] = []
      var refusals: [MatchProblem.Refusal] = []
      try rows.forEach(only: lines) { row in
        let stay = try ListedStay(row)
        try write.db.inSavepoint {
          results.append(try Self.accept(stay, on: day ?? write.invocation.today, write))
          return .commit
        }
      } rejecting: { rejected in
        try rejects.take(rejected.rejection, header: header)
        refusals.append(.init(rejected, of: header))
      }
      if let lines, lines.last > rows.count, !refusals.contains(where: { $0.kind == .badData }) {
        throw MatchProblem.noSuchLine(lines.last, count: rows.count)
      }
      try rejects.finish()
      guard refusals.isEmpty else { throw MatchProblem.refused(refusals) }
      guard !results.isEmpty else { throw MatchProblem.nothingChosen }
      let codes = results.map(\.exchange.code.description)
      write.records(
        "accepted \(counted(codes.count, "proposal"))",
        affecting: codes)
      return AcceptedStays(results: results, mapping: rows.mapping, remarks: rows.remarks)
    }
  }

  private static func accept(
    _ stay: ListedStay, on day: Day, _ write: Transaction
  ) throws -> Result {
    let host = try profile(stay.host, .host, "host", write)
    let visitor = try profile(stay.visitor, .visitor, "visitor", write)
    do {
      return try draft(
        Plan(
          host: host, visitor: visitor, firstDay: stay.firstDay, lastDay: stay.lastDay,
          mode: stay.mode, distance: stay.distance), on: day, write)
    } catch let problem as ExchangeProblem {
      guard case .refused(let breaches) = problem, let first = breaches.first else { throw problem }
      throw ImportRow.Refusal(field: nil, rule: first.rule, problem: problem)
    }
  }

  /// The profile that a row names, by an id where it has one.
  private static func profile(
    _ named: ListedStay.Named, _ role: Profile.Role, _ rule: String, _ write: Transaction
  ) throws -> Int64 {
    do {
      return try profile(named.text, role, write.db)
    } catch let problem as any Problem where !(problem is StoreProblem) {
      throw ImportRow.Refusal(field: named.field, rule: rule, problem: problem)
    }
  }
}

extension ListReader {
  /// What a person wants to know of rows that were not read, and of how days were.
  fileprivate var remarks: [String] {
    let lines = totals.prefix(ImportOutcome.shownRejections).map(String.init)
    let left =
      totals.isEmpty
      ? [] : ["Totals left out: \(totals.count), in lines \(lines.joined(separator: ", "))."]
    return (dayRemarks + blanks.remarks).map { "\($0)." } + left
  }
}

extension MatchProblem.Refusal {
  fileprivate init(_ rejected: ListReader.Rejected, of header: [String]) {
    let rejection = rejected.rejection
    let column =
      header.indices.contains(rejection.column - 1) ? header[rejection.column - 1] : nil
    self.init(
      line: rejected.number, column: column, message: rejection.reason, kind: rejected.kind)
  }
}

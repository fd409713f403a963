internal import Basics

/// What rows of one list say of other records of the same list, which may stand further down.
final class WaitingRows<Code: RecordCode> {
  /// The part of a row that waits.
  struct Row {
    let code: Code
    let changes: Changes
    let line: Int
    let first: RecordList.Verdict.Kind
  }

  private(set) var rows: [Row] = []

  func add(_ code: Code, _ changes: Changes, line: Int, first: RecordList.Verdict.Kind) {
    rows.append(Row(code: code, changes: changes, line: line, first: first))
  }
}

extension Register {
  /// What a row says at once, and what it says of other records of its kind.
  func parted(_ values: [String: String]) -> (now: [String: [String]], later: [String: [String]]) {
    var (now, later) = (values.mapValues { [$0] }, [String: [String]]())
    for (attribute, storage) in stored where storage.links?.target.table == table.name {
      later[attribute.name] = now.removeValue(forKey: attribute.name)
    }
    return (now, later)
  }

  /// Stores what waited, as often as one row makes room for another.
  ///
  /// What cannot be stored is left out and told: the rows themselves are in already.
  func settle(_ list: ListedRecords<R>) throws -> [RecordList.Settled] {
    for target in stored.compactMap({ $0.storage.links?.target }) { list.context.forget(target) }
    var settled: [RecordList.Settled] = []
    var open = list.waiting.rows
    while !open.isEmpty {
      var left: [(row: WaitingRows<R.Code>.Row, problem: any Problem)] = []
      for row in open {
        do {
          let verdict = try store(row.code, row.changes, row.line, list)
          settled.append(
            RecordList.Settled(line: row.line, first: row.first, verdict: verdict))
        } catch let problem as AttributeProblem {
          left.append((row, problem.problem))
        }
      }
      guard left.count < open.count else {
        return settled + left.map { untaken($0.row, $0.problem) }
      }
      open = left.map(\.row)
    }
    return settled
  }

  private func untaken(
    _ row: WaitingRows<R.Code>.Row, _ problem: any Problem
  ) -> RecordList.Settled {
    var verdict = RecordList.Verdict.unchanged
    let names = row.changes.texts.keys.sorted().joined(separator: ", ")
    verdict.doubts = Doubts(["\(row.code): \(names) is left as it is. \(problem.message)"])
    return RecordList.Settled(line: row.line, first: row.first, verdict: verdict)
  }
}

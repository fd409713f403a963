internal import Basics

/// The codes that rows of one list were of, also of rows that were refused for something else.
final class SeenCodes<Code: RecordCode> {
  var codes: Set<Code> = []
}

extension Register {
  /// The records of the kind that no row was of.
  func absent(
    _ seen: SeenCodes<R.Code>, _ write: Transaction, _ context: RecordContext
  ) -> RecordList.Absent {
    RecordList.Absent(
      codes: { try codes(write.db).filter { !seen.codes.contains($0) }.map(\.description) },
      remove: { text in
        do {
          try remove(R.Code(text), write, context)
          return nil
        } catch let problem as RecordProblem {
          guard case .inUse(_, let uses) = problem else { throw problem }
          return uses.map(\.words).joined(separator: ", ")
        }
      })
  }
}

extension AbsentRecords {
  /// Settles them: a list without rows, or of which rows were rejected, takes nothing away.
  ///
  /// Before any goes, the question is asked.
  init(
    _ absent: RecordList.Absent, _ choice: AbsentChoice, rows: Int, rejected: Int,
    asking: ([String]) throws -> Void
  ) throws {
    let codes = try absent.codes()
    if choice == .remove, !codes.isEmpty {
      heldBack = rejected > 0 ? .rejectedRows : rows == 0 ? .noRows : nil
    }
    guard choice == .remove, heldBack == nil else {
      kept = codes
      return
    }
    if !codes.isEmpty { try asking(codes) }
    for code in codes {
      if let uses = try absent.remove(code) {
        inUse.append(Use(code: code, by: uses))
      } else {
        removed.append(code)
      }
    }
  }
}

internal import Basics
internal import BluesCore
internal import Documents
internal import Tabular

extension ShareReceiveCommand {
  /// Receives a workbook that a partner filled in.
  func receiveWorkbook() throws {
    try change { store in
      do {
        return Self.answer(try store.workbookReceiving.receive(file: file, from: partner))
      } catch let problem as TabularProblem {
        throw ListProblem(file: file, problem: problem)
      }
    }
  }

  private static func answer(_ outcome: WorkbookReceiving.Outcome) -> Answer {
    let arrivals = Table(
      noun: "arrivals", emptySentence: "", fields: ParcelArrival.fields, rows: [outcome.arrival])
    let unread = Table(
      noun: "unread", emptySentence: "", fields: UnreadRow.fields, rows: outcome.unread)
    let document = Document(
      schema: "blues.workbook-arrival/1", blocks: [.table(arrivals), .table(unread)])
    let name =
      "workbook \(outcome.arrival.sequence ?? 0) of \(outcome.arrival.sender ?? "")"
    guard outcome.arrival.outcome != .known else {
      return Answer("Nothing changed: \(name) was received before.", document)
    }
    var answer = Answer(
      "Received \(name), \(counted(outcome.arrival.rows ?? 0, "row")). "
        + "Look at it: blues share review",
      details: outcome.unread.isEmpty ? [] : [.table(unread, title: "Not taken")], document,
      remarks: outcome.arrival.detail.map { [$0] } ?? [])
    if !outcome.isBaseKnown {
      answer.remarks.append(
        "The state that it was made from is not known here, so that every row that differs is a "
          + "conflict.")
    }
    if !outcome.unread.isEmpty {
      answer.remarks.append(
        "\(counted(outcome.unread.count, "row")) not taken: correct the cells in the workbook, and "
          + "receive it again.")
      answer.exitCode = someRejected
    }
    return answer
  }
}

internal import BluesCore
internal import Tabular

/// Any bytes are imported as a list of hours or refused, and a list that was imported adds up.
func fuzzHours(_ bytes: [UInt8]) -> CInt {
  final class Rejects: RejectionSink {
    func take(_ rejection: Rejection, header: [String]) {}
    func finish() {}
  }
  Ground.tolerating {
    let reader = try RowReader(source: .bytes(bytes))
    let request = ImportRequest(fileName: "hours.csv", unmapped: .keep)
    let outcome = try store.timesheetImport.run(reader, request, .init(), rejects: Rejects())
      .outcome
    precondition(
      outcome.read == outcome.created + outcome.updated + outcome.unchanged + outcome.rejected)
  }
  return 0
}

/// A project in which every import is rolled back.
private let store: Store = {
  do {
    _ = Ground.bytes
    return try Store.openToWrite(at: Ground.path, invocation: Ground.invocation).rehearsal
  } catch {
    preconditionFailure("\(error)")
  }
}()

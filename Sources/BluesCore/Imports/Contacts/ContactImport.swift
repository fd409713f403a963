package import Tabular

/// Brings a list of contacts into the project: one transaction, one step of the history.
///
/// The law: no row is merged on doubt, none is lost, and the same list again changes nothing.
/// One thread reads and checks the rows, the other writes them, in the order of the file.
package struct ContactImport: Sendable {
  let store: Store

  /// Reads the whole list; every row ends in exactly one of the outcome's counts.
  ///
  /// The reader is used on another thread, and `progress` called there with the rows read, until
  /// this returns.
  package func run(
    _ reader: RowReader, _ request: ImportRequest, rejects: any RejectionSink,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws -> ImportOutcome {
    try run(reader, request, rejects: rejects, progress: progress, then: nil)
  }

  /// The same, and what `then` makes, in the same step, of the contacts that the rows are.
  func run(
    _ reader: RowReader, _ request: ImportRequest, rejects: any RejectionSink,
    progress: @escaping (Int) -> Void,
    then: ((Transaction, ImportOutcome, [Int64]) throws -> Void)?
  ) throws -> ImportOutcome {
    let isOwn = RoundTrip.isOne(reader.header ?? [])
    var request = request
    if isOwn, request.unmapped == .refuse { request.unmapped = .keep }
    let mapping = try Mapping.settle(
      header: reader.header, width: reader.width, fields: RoundTrip.fields(of: reader.header ?? []),
      request: request, sample: reader.firstRows(Mapping.sampledRows),
      headerLine: reader.reading.headerLine,
      keeping: reader.reading.keptHeadings, otherSheets: reader.reading.otherSheets,
      groups: reader.reading.headingGroups, own: Contact.ownColumns, known: ContactHeadings.known)
    let drafting = try ContactDrafting(mapping, request, of: reader.reading)
    return try store.write { write in
      let run = try ContactImportRun(
        write, mapping: mapping, reading: reader.reading.words, request: request,
        rejects: rejects, header: mapping.columns.map(\.heading), isListing: then != nil)
      let preparation = RowPreparation(
        drafting: drafting, mapping: mapping, known: run.known.keys, partners: run.partners,
        copy: try PartnersCopy(write.db)?.partner, request: request,
        stop: try StopDigests(write.db), today: store.invocation.today)
      let queue = BoundedQueue<PreparedRows>()
      let thread = try WorkerThread {
        queue.finish(
          Result { try prepare(reader, preparation, queue, most: request.mostRows, progress) })
      }
      defer {
        queue.stop()
        thread.join()
      }
      try write.unchecked { while let rows = try queue.take() { try run.take(rows) } }
      var outcome = try run.finish()
      outcome.reading += reader.remarks
      try then?(write, outcome, run.contacts)
      return outcome
    }
  }

  /// Why the reading ends before the list does: nobody wants more of it, or it was enough.
  private enum Ending: Error { case unwanted, enough }

  private func prepare(
    _ reader: RowReader, _ preparation: RowPreparation, _ queue: BoundedQueue<PreparedRows>,
    most: Int?, _ progress: (Int) -> Void
  ) throws {
    var preparation = preparation
    var prepared = PreparedRows()
    var read = 0
    do {
      try reader.forEach { row in
        if let most, read + prepared.rows.count >= most { throw Ending.enough }
        preparation.prepare(row, into: &prepared)
        guard prepared.isFull else { return }
        read += prepared.rows.count
        progress(read)
        guard queue.give(prepared) else { throw Ending.unwanted }
        prepared = PreparedRows()
      }
    } catch Ending.unwanted {
      return
    } catch Ending.enough {
      progress(read + prepared.rows.count)
    } catch {
      // The rows before the error are judged first, as they stand first.
      _ = queue.give(prepared)
      throw error
    }
    _ = queue.give(prepared)
  }
}

extension Store {
  package var contactImport: ContactImport { ContactImport(store: self) }
}

extension RowFault {
  /// What is wrong with the row, as a sentence.
  package var reason: String { "Found \(found), expected \(expected)." }

  /// The rule's short name, as it stands in a rejects file.
  package var rule: String {
    switch kind {
    case .card(let fault): fault.rule
    case .errorValue: "error-value"
    case .json(let fault): fault.rule
    case .filesJoined: "files-joined"
    case .headingsAgain: "headings-again"
    case .nulByte: "nul-byte"
    case .ragged: "cells"
    case .textAfterQuote: "text-after-quote"
    case .titleWithin: "title-within"
    case .quoteAcrossCells: "quote-across-cells"
    case .tooLong, .tooManyCells: "too-long"
    case .undecodable: "encoding"
    case .unclosedQuote: "unclosed-quote"
    }
  }
}

extension Tabular.Row {
  /// The cells, or the whole line where a row fell apart and has none.
  var textsOrRaw: [String] {
    count > 0 ? texts : [String(decoding: raw, as: UTF8.self)]
  }
}

package import Tabular

/// Brings a list of contacts into the project: one transaction, one step of the history.
///
/// The law: no row is merged on doubt, none is lost, and the same list again changes nothing.
package struct ContactImport: Sendable {
  let store: Store

  /// Reads the whole list; every row ends in exactly one of the outcome's counts.
  package func run(
    _ reader: RowReader, _ request: ImportRequest, rejects: any RejectionSink,
    progress: (Int) -> Void = { _ in }
  ) throws -> ImportOutcome {
    let mapping = try Mapping.settle(
      header: reader.header, width: reader.width, fields: ContactHeadings.fields,
      request: request, sample: reader.firstRows(Mapping.sampledRows),
      known: ContactHeadings.known)
    let drafting = try ContactDrafting(mapping, request, isText: reader.reading.isText)
    return try store.write { write in
      let run = try ContactImportRun(
        write, mapping: mapping, reading: reader.reading.words, request: request,
        rejects: rejects, header: mapping.columns.map(\.heading))
      try reader.forEach { row in
        if let fault = row.fault {
          try run.reject(
            Rejection(
              line: fault.line, column: fault.column, value: fault.found,
              rule: fault.rule, reason: fault.reason, cells: row.textsOrRaw))
        } else {
          var draft = drafting.draft(row)
          try run.take(&draft, line: row.line, cells: { row.texts })
        }
        if run.outcome.read % 1024 == 0 { progress(run.outcome.read) }
      }
      return try run.finish()
    }
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
    case .nulByte: "nul-byte"
    case .ragged: "cells"
    case .textAfterQuote: "text-after-quote"
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

package import Basics

/// Why a whole file cannot be read; faults of single rows are `RowFault`.
package enum TabularProblem: Problem, Equatable {
  /// The grammar of a JSON file is broken, so that what follows cannot be trusted.
  case brokenJSON(RowFault)
  case damagedWorkbook(part: String, detail: String)
  case doctypeRefused(part: String)
  case emptyFile
  /// The file has rows, but none to take the headings from.
  case emptySheet(name: String, others: [String] = [])
  case encodingUnavailable(TextEncoding)
  case encodingUnsure(EncodingDoubt)
  case encryptedWorkbook
  /// A pipe or a device that had not ended after so many bytes.
  case endless(most: Int)
  case headerUnreadable(RowFault)
  case notATable(FileKind)
  /// An Excel file of before 2007.
  case oldExcel
  /// The headings were to be in a line behind the last one; how many lines there are.
  case tooFewLines(Int)
  case tooLarge(TableLimit)
  case unknownSheet(name: String, known: [String])
  case unreadable(path: String?, ReadFault)
}

extension TabularProblem {
  /// What is the matter, as a full sentence.
  package var message: String {
    switch self {
    case .brokenJSON(let fault):
      "Line \(fault.line) cannot be read as JSON: found \(fault.found), "
        + "expected \(fault.expected)."
    case .damagedWorkbook(let part, let detail):
      "The workbook is damaged in its part \(part): \(detail)."
    case .doctypeRefused(let part):
      "The workbook's part \(part) declares a document type, which no spreadsheet program writes."
    case .emptyFile: "The file is empty."
    case .emptySheet(let name, _): "The sheet \"\(name)\" is empty."
    case .encodingUnavailable(let encoding):
      "This computer cannot read the encoding \(encoding.name)."
    case .encodingUnsure(let doubt): doubt.message
    case .encryptedWorkbook: "The workbook is protected by a password."
    case .endless(let most):
      "The input has not ended after \(most >> 20) MiB, the maximum read from a pipe."
    case .headerUnreadable(let fault):
      "The headings in line \(fault.line) cannot be read: found \(fault.found), "
        + "expected \(fault.expected)."
    case .notATable(let kind): "The file is \(kind.name), not a table."
    case .oldExcel: "The file is an Excel workbook of the kind used before 2007 (.xls)."
    case .tooFewLines(let count):
      "The list has only \(count) \(count == 1 ? "line" : "lines")."
    case .tooLarge(let limit): "The workbook has more than \(limit.text)."
    case .unknownSheet(let name, _): "The workbook has no sheet \"\(name)\"."
    case .unreadable(let path?, let fault): "\(path) cannot be read: \(fault.words)."
    case .unreadable(nil, let fault): "The input cannot be read: \(fault.words)."
    }
  }

  /// The way out, where there is one.
  package var hint: String? {
    switch self {
    case .damagedWorkbook: "Open it in a spreadsheet program and save it again as .xlsx."
    case .doctypeRefused:
      "Save it again as .xlsx in a spreadsheet program, if you trust its sender."
    case .brokenJSON, .emptyFile, .headerUnreadable, .unreadable: nil
    case .emptySheet(_, let others) where !others.isEmpty:
      "Name the sheet that holds the table; the others: \(others.joined(separator: ", "))."
    case .emptySheet: "Name the sheet that holds the table."
    case .encodingUnavailable: "Save the file as UTF-8 and import it again."
    case .encodingUnsure(let doubt): doubt.hint
    case .endless: "Save it to a file and name that, or look at fewer rows."
    case .encryptedWorkbook: "Open it with its password and save a copy without one."
    case .notATable(let kind): kind.wayOut
    case .oldExcel: "Open it in a spreadsheet program and save it as .xlsx or as CSV (UTF-8)."
    case .tooFewLines: "--header-line takes the line of the headings, counted from 1."
    case .tooLarge: "Split it, or save the sheet as CSV (UTF-8): a CSV may be of any size."
    case .unknownSheet(_, let known): "Its sheets: \(known.joined(separator: ", "))."
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .unreadable(_, let fault): fault.kind
    default: .badData
    }
  }
}

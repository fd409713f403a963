internal import Basics

/// Tells that the first row of a list holds values, where headings should stand.
enum HeadlessList {
  /// What no heading is, in words: a date, an amount, hours or, without it, an e-mail address.
  static func sign(in header: [String]) -> String? {
    for cell in header.map(\.trimmed) {
      guard let word = word(for: cell) else { continue }
      return cell.contains("@") ? word : "\(word), \"\(cell)\""
    }
    return nil
  }

  private static func word(for cell: String) -> String? {
    if WorkDate.day(cell) != nil || WrittenDay(cell) != nil || isWrittenDate(cell) {
      return "a date"
    }
    if cell.contains("@"), (try? EmailAddress(cell)) != nil { return "an e-mail address" }
    let marks = cell.utf8.contains { $0 == 0x2E || $0 == 0x2C }
    if let amount = WrittenAmount.Body(cell), marks || amount.currency != nil,
      amount.evidence != .none || amount.currency != nil
    {
      return "an amount"
    }
    if cell.utf8.contains(0x3A), Hours(cell) != nil { return "a time" }
    return nil
  }

  /// Three numbers between points, strokes or hyphens, one of them a year.
  private static func isWrittenDate(_ cell: String) -> Bool {
    for mark: Character in [".", "/", "-"] {
      let parts = cell.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ Int($0) != nil && (1...4).contains($0.count) })
      else { continue }
      return parts.contains { $0.count == 4 }
    }
    return false
  }

  /// Refuses a list most of whose headings nothing is known of, where one of them is a value.
  static func refuse(
    _ header: [String], known: Int, fields: [String]
  ) throws(MappingProblem) {
    let filled = header.count { !$0.trimmed.isEmpty }
    guard known * 2 < filled, let sign = sign(in: header) else { return }
    throw .noHeadings(sign, known: fields)
  }
}

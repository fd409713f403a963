internal import Basics

/// Tells that the first row of a list holds values, where headings should stand.
enum HeadlessList {
  /// What no heading is, in words: a date, an amount, hours, a web address or, without it, an e-mail
  /// address or a telephone.
  static func sign(in header: [String]) -> String? {
    for cell in header.map(\.trimmed) {
      guard let word = word(for: cell) else { continue }
      return isPersonal(cell) ? word : "\(word), \"\(cell)\""
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
    if isTelephone(cell) { return "a telephone number" }
    if ["http://", "https://", "www."].contains(where: { cell.asciiLowered.hasPrefix($0) }) {
      return "a web address"
    }
    return nil
  }

  private static func isPersonal(_ cell: String) -> Bool {
    cell.contains("@") || isTelephone(cell)
  }

  /// A plus and at least eight digits, with nothing else but signs.
  private static func isTelephone(_ cell: String) -> Bool {
    cell.hasPrefix("+") && cell.utf8.count(where: \.isDigit) >= 8
      && !cell.utf8.contains { $0.isLetter || $0 >= 0x80 }
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
  ///
  /// Where the list would be taken all the same, `line` is that of the row, with which the person
  /// says that it has headings.
  static func refuse(
    _ header: [String], known: Int, fields: [String], line: Int? = nil
  ) throws(MappingProblem) {
    guard let sign = doubt(header, known: known) else { return }
    throw .noHeadings(sign, known: fields, line: line)
  }

  /// What speaks for a row of the list where headings should stand; nil where headings are known.
  static func doubt(_ header: [String], known: Int) -> String? {
    let filled = header.count { !$0.trimmed.isEmpty }
    return known * 2 < filled ? sign(in: header) : nil
  }
}

internal import Basics

/// Addresses and numbers of a cell, which may have several.
enum ContactParts {
  /// The e-mail addresses in small letters.
  static func emails(in cell: String) -> [String] {
    cell.split(whereSeparator: { " ;,|<>\n\t".contains($0) }).filter { $0.contains("@") }
      .map { $0.lowercased() }
  }

  /// The digits of telephone numbers from the first that is no prefix, of numbers long enough to be one.
  static func phones(in cell: String) -> [String] {
    cell.split(whereSeparator: { ";,|\n".contains($0) }).map { part in
      String(part.filter(\.isNumber).drop { $0 == "0" })
    }.filter { $0.count >= 7 }
  }
}

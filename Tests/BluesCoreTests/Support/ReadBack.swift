import Basics
import Documents
import Foundation
import Tabular
import Testing

@testable import BluesCore

/// The amounts of a document as each format gives them, read back by other code than wrote them.
enum ReadBack {
  static let formats: [Format] = [.text, .json, .csv, .html, .xlsx]

  /// The amounts in cents, in the order in which the format has them; of a workbook, those of a sheet.
  static func amounts(
    _ document: Document, _ format: Format, sheet: String? = nil
  ) throws -> [Int64] {
    let bytes = try document.bytes(Rendering(format: format, day: "2021-03-31"))
    guard format == .xlsx else {
      // Thousands are apart in pages.
      let text = String(decoding: bytes, as: UTF8.self).filter {
        !"\u{202F}\u{2009}\u{A0}".contains($0)
      }
      return try text.matches(of: /-?[0-9]+\.[0-9][0-9]/).map { try Money(String($0.output)).cents }
    }
    var options = ReadingOptions()
    // The first sheet of a report is its cover.
    options.sheet = sheet ?? "2"
    let reader = try RowReader(source: .bytes(bytes), options: options)
    var amounts: [Int64] = []
    try reader.forEach { row in
      for text in row.texts {
        if let money = try? Money(text), text.utf8.contains(where: \.isDigit) {
          amounts.append(money.cents)
        }
      }
    }
    return amounts
  }

  /// Whether amounts follow one another somewhere among others.
  static func holds(_ amounts: [Int64], _ wanted: [Int64]) -> Bool {
    guard !wanted.isEmpty else { return true }
    return amounts.indices.contains { amounts[$0...].starts(with: wanted) }
  }
}

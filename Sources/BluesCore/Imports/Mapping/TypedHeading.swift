/// A heading as it can be typed in a shell after `--map`.
enum TypedHeading {
  /// The heading, or the column's number where the heading has signs that a terminal does not show
  /// as they are, or stands over several columns; `column 3` where a number is a heading as well.
  static func name(_ heading: String, number: Int, isTwice: Bool = false) -> String {
    let isOdd = heading.unicodeScalars.contains {
      $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
    }
    // A word that begins with a dash is taken for an option.
    guard isOdd || isTwice || heading.hasPrefix("-") || heading.utf8.count > 80 else {
      return heading
    }
    return column(number, of: heading)
  }

  /// The number of a column, which its heading is not taken for.
  static func column(_ number: Int, of heading: String) -> String {
    Int(heading) == nil ? "\(number)" : Mapping.unnamed(number)
  }

  /// A word in the quotes that a shell takes as they are.
  static func quoted(_ word: String) -> String {
    guard word.utf8.contains(where: { "\"$`\\!".utf8.contains($0) }) else { return "\"\(word)\"" }
    let pieces = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + pieces.joined(separator: #"'\''"#) + "'"
  }
}

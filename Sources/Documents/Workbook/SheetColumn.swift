/// A column of a sheet.
package struct SheetColumn: Hashable, Sendable {
  /// How the cells of a column look and behave when a person types into them.
  package enum Kind: Hashable, Sendable {
    case general
    /// Whatever is typed stays text: leading zeros, plus signs and all.
    case text
    /// Text in several lines.
    case wrapped
    /// Grey: usually left empty.
    case off
  }

  package let heading: String
  package let kind: Kind
  /// The least width, in characters.
  package let width: Int
  /// Whether its cells, and so its heading, stand on the right.
  package let isTrailing: Bool

  package init(
    _ heading: String, kind: Kind = .general, width: Int = 0, isTrailing: Bool = false
  ) {
    self.heading = heading
    self.kind = kind
    self.width = width
    self.isTrailing = isTrailing
  }
}

/// What may stand in a column: the cells of a column of another sheet.
package struct SheetChoice: Hashable, Sendable {
  /// The column it is for, counted from 0.
  package let column: Int
  /// The name of the sheet with the values, its column from 0, and how many there are.
  package let sheet: String
  package let values: Int
  package let count: Int

  package init(column: Int, sheet: String, values: Int, count: Int) {
    self.column = column
    self.sheet = sheet
    self.values = values
    self.count = count
  }

  /// The cells as Excel names them, below the heading.
  var range: String {
    let column = Self.letters(values)
    return "='\(sheet)'!$\(column)$2:$\(column)$\(count + 1)"
  }

  /// The name of a column counted from 0: A to Z, AA and on.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    repeat {
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// Which styles of a workbook show a number as a date, a time or a percentage.
final class NumberFormats: XMLVisitor {
  /// What a number format makes of a number.
  enum Shown: Equatable {
    case number
    /// A hundred times the number, with so many decimals and a sign for per cent.
    case percent(decimals: Int)
    /// Zeros or text stand in the number that its value does not have.
    case code(NumberMask)
    /// A day alone, whatever time of day the number holds.
    case day
    /// A day with a time.
    case date
    /// A time of day; whole days before it are not shown.
    case time
    /// Hours that go above 24.
    case duration
  }

  private var codes: [Int: String] = [:]
  private var styles: [Shown] = []
  private var isCellStyles = false

  /// How a number in a cell of this style is shown.
  func shown(style: Int) -> Shown {
    styles.indices.contains(style) ? styles[style] : .number
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
        codes[id] = attributes["formatCode"]
      }
    case "cellXfs": isCellStyles = true
    case "xf":
      if isCellStyles {
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        styles.append(codes[id].map(Self.shown(by:)) ?? Self.builtIn(id))
      }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: String) {
    if name == "cellXfs" { isCellStyles = false }
  }

  /// Formats that every spreadsheet program knows by number (ECMA-376 part 1, 18.8.30).
  private static func builtIn(_ id: Int) -> Shown {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: .day
    case 22: .date
    case 46: .duration
    case 9: .percent(decimals: 0)
    case 10: .percent(decimals: 2)
    case 18...21, 32...35, 45, 47, 55, 56: .time
    default: .number
    }
  }

  /// Reads a format code: letters of dates and times outside quotes, brackets and escapes.
  static func shown(by code: String) -> Shown {
    var isQuoted = false
    var isEscaped = false
    var bracket: [UInt8]?
    var hasDay = false
    var hasTime = false
    var isDuration = false
    var isPercent = false
    var decimals: Int?
    for byte in code.utf8.prefix(while: { $0 != UInt8(ascii: ";") }) {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = byte != UInt8(ascii: "\"")
      } else if let inside = bracket {
        let lower = byte | 0x20
        if byte == UInt8(ascii: "]") {
          let isElapsed = !inside.isEmpty && inside.allSatisfy { "hms".utf8.contains($0) }
          hasTime = hasTime || isElapsed
          isDuration = isDuration || isElapsed
          bracket = nil
        } else {
          bracket = inside + [lower]
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isQuoted = true
        case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): isEscaped = true
        case UInt8(ascii: "["): bracket = []
        case UInt8(ascii: "%"): isPercent = true
        case UInt8(ascii: "."): decimals = 0
        case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"):
          decimals = decimals.map { $0 + 1 }
        case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "d"), UInt8(ascii: "D"):
          hasDay = true
        case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "s"), UInt8(ascii: "S"):
          hasTime = true
        case UInt8(ascii: "m"), UInt8(ascii: "M"):
          if !hasTime, !hasDay { hasDay = isMonth(code) }
        default: break
        }
      }
    }
    if hasDay { return hasTime ? .date : .day }
    if isDuration { return .duration }
    if isPercent, !hasTime { return .percent(decimals: decimals ?? 0) }
    return hasTime ? .time : NumberMask(code).map { .code($0) } ?? .number
  }

  /// An m is a month unless hours or seconds are shown beside it.
  private static func isMonth(_ code: String) -> Bool {
    !code.utf8.contains { "hHsS".utf8.contains($0) }
  }
}

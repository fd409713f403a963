/// A number format that shows a number as a code: with zeros in front, such as `00000`, or with
/// text before or among its digits, such as `00\-000` or `"D-"00000`.
///
/// What only shows an amount is none: thousands, percents, currencies and units change nothing in
/// the number.
struct NumberMask: Equatable {
  /// A part of a format, as it is shown.
  enum Token: Equatable {
    case text([UInt8])
    /// A place of a digit; one that is required shows a zero where there is none.
    case digit(isRequired: Bool)
    case point
    /// The number as it is.
    case general
  }

  /// The format of the numbers that answer to a condition.
  struct Section: Equatable {
    var tokens: [Token] = []
    var condition: Condition?
    /// Whether it shows the number in a way that only an amount has.
    var isAmount = false
  }

  /// Numbers compared with a bound, as in `[<=9999999]`.
  struct Condition: Equatable {
    let sign: String
    let bound: Double

    func holds(for value: Double) -> Bool {
      switch sign {
      case "<": value < bound
      case "<=": value <= bound
      case ">": value > bound
      case ">=": value >= bound
      case "<>": value != bound
      default: value == bound
      }
    }
  }

  private let sections: [Section]

  /// Nil where the format shows no number as a code.
  init?(_ code: String) {
    sections = MaskReading(code).sections
    guard sections.contains(where: \.isCode) else { return nil }
  }

  /// The number as the sheet shows it; nil where its own text says it as well.
  func shown(_ text: String) -> String? {
    guard let value = Double(text), value >= 0, value < 1e15,
      let section = section(for: value), section.isCode,
      let number = CellNumber.Decimal(CellNumber.text(text))
    else { return nil }
    return section.shown(number)
  }

  private func section(for value: Double) -> Section? {
    if sections.contains(where: { $0.condition != nil }) {
      return sections.first { $0.condition?.holds(for: value) ?? true }
    }
    return sections.count > 2 && value == 0 ? sections[2] : sections.first
  }
}

extension NumberMask.Section {
  /// Whether it shows numbers as codes.
  var isCode: Bool {
    guard !isAmount else { return false }
    let places = tokens.indices.filter { tokens[$0].isPlace }
    guard let first = places.first, let last = places.last else { return false }
    let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
    let zeros = tokens[..<point].count { $0 == .digit(isRequired: true) }
    let isSplit = tokens[first...last].contains { $0.text != nil } && !isGrouped(first...last)
    let before = tokens[..<first].flatMap { $0.text ?? [] }
    return zeros > 1 || isSplit || Self.isOfCode(before)
  }

  /// Whether blanks, points or apostrophes stand before every third place, as in amounts.
  private func isGrouped(_ range: ClosedRange<Int>) -> Bool {
    let groups = tokens[range].split { $0.text != nil }
    let marks = tokens[range].compactMap(\.text).map { String(decoding: $0, as: UTF8.self) }
    return groups.dropFirst().allSatisfy { $0.prefix { $0 != .point }.count == 3 }
      && marks.allSatisfy { [" ", "\u{A0}", "\u{202F}", ".", "'", "’"].contains($0) }
  }

  /// Whether the text before a number belongs to it, as the `D-` of `D-01067` does, and the `€` of
  /// an amount does not.
  private static func isOfCode(_ text: [UInt8]) -> Bool {
    guard let last = text.last, last != 0x20, last != 0xA0 else { return false }
    let word = String(decoding: text, as: UTF8.self).filter { $0 != " " && $0 != "." }
    return !word.allSatisfy { "-(".contains($0) } && !currencies.contains(word)
      && !word.contains { "€$£¥≈~<>".contains($0) }
  }

  private static let currencies: Set<String> = [
    "EUR", "Euro", "USD", "GBP", "CHF", "CZK", "Kč", "PLN", "zł", "HUF", "Ft", "RON", "SEK", "NOK",
    "DKK", "kr", "BGN", "ca",
  ]

  /// The number in its places; digits that have no place stand before the first.
  func shown(_ number: CellNumber.Decimal) -> String {
    let point = tokens.firstIndex(of: .point) ?? tokens.endIndex
    let decimals = tokens[point...].count { $0.isPlace }
    let isGeneral = tokens.contains(.general)
    let number = isGeneral ? number : number.rounded(to: decimals)
    var digits = Array(number.whole.drop { $0 == UInt8(ascii: "0") })
    var front: [[UInt8]] = []
    var open = tokens[..<point].count { $0.isPlace }
    for token in tokens[..<point].reversed() {
      switch token {
      case .text(let text): front.append(text)
      case .general: front.append(Array(number.text.utf8))
      case .point: break
      case .digit(let isRequired):
        open -= 1
        if open == 0 {
          front.append(digits.isEmpty && isRequired ? [UInt8(ascii: "0")] : digits)
        } else if let digit = digits.popLast() {
          front.append([digit])
        } else if isRequired {
          front.append([UInt8(ascii: "0")])
        }
      }
    }
    var shown = front.reversed().flatMap(\.self)
    var fraction = number.fraction[...]
    for token in tokens[point...] {
      switch token {
      case .text(let text): shown += text
      case .point: shown.append(UInt8(ascii: "."))
      case .general: break
      case .digit(let isRequired):
        if let digit = fraction.popFirst() {
          shown.append(digit)
        } else if isRequired {
          shown.append(UInt8(ascii: "0"))
        }
      }
    }
    return String(decoding: CardText.trimmed(shown), as: UTF8.self)
  }
}

extension NumberMask.Token {
  /// Whether digits stand there.
  var isPlace: Bool {
    switch self {
    case .digit, .general: true
    case .text, .point: false
    }
  }
  var text: [UInt8]? {
    if case .text(let text) = self { text } else { nil }
  }
}

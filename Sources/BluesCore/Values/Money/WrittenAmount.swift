internal import Basics

/// An amount as people write it in a list: `1 234,50`, `1.234,50 EUR`, `(120.00)`, `120,00-`.
///
/// Points and commas are read as the column has them; one cell alone may leave it open.
package struct WrittenAmount: Hashable, Sendable {
  /// Whole cents, below zero for a minus or brackets.
  package let cents: Int
  /// The ISO 4217 code beside it; nil where none stood there.
  package let currency: String?

  /// What a cell says of the decimal sign.
  enum Evidence: Equatable {
    /// It is no amount.
    case none
    /// It has neither point nor comma.
    case open
    case sign(DecimalSign)
    /// It can be read with either: `1.234`.
    case either(DecimalSign)
  }

  /// Reads an amount; nil where it is none, has parts of a cent, or does not go with the sign.
  ///
  /// Without a sign the amount itself has to settle it: `1.234` is then refused.
  package init?(_ text: String, decimal: DecimalSign?) {
    guard let body = Body(text) else { return nil }
    self.init(body, decimal: decimal)
  }

  /// The same of an amount that was taken apart before.
  init?(_ body: Body, decimal: DecimalSign?) {
    let sign: DecimalSign
    switch body.evidence {
    case .none: return nil
    case .open: sign = decimal ?? .point
    case .sign(let found):
      guard decimal == nil || decimal == found else { return nil }
      sign = found
    case .either:
      guard let decimal else { return nil }
      sign = decimal
    }
    guard let cents = body.cents(sign) else { return nil }
    self.cents = body.isNegative ? -cents : cents
    currency = body.currency
  }

  /// A text that has no figure, without the sign or code of a currency: `-` of `- €`.
  static func withoutCurrency(_ text: String) -> String {
    let parts = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }.map(String.init)
    guard parts.count == 2 else { return text }
    if Body.isCurrency(parts[1]) { return parts[0] }
    return Body.isCurrency(parts[0]) ? parts[1] : text
  }

  /// Why a cell is not written with the decimal sign of its column; nil where it is, or is no amount.
  ///
  /// A value of a person is not told again: it is called `It` there.
  static func reason(
    against text: String, _ sign: DecimalSign, calling name: String? = nil
  ) -> String? {
    guard WrittenAmount(text, decimal: sign) == nil else { return nil }
    let name = name ?? text
    let read = "its column is read with a decimal \(sign.rawValue)."
    return switch evidence(text) {
    case .either: "\(name) has three decimals: \(read)"
    case .sign(let other) where other != sign: "\(name) has a decimal \(other.rawValue): \(read)"
    default: nil
    }
  }

  /// What a cell says of the decimal sign of its column.
  static func evidence(_ text: String) -> Evidence {
    plainSign(of: text).map { .sign($0) } ?? Body(text)?.evidence ?? .none
  }

  /// The sign of digits with one sign and one or two behind it, as nearly all amounts are; nil for others.
  private static func plainSign(of text: String) -> DecimalSign? {
    var (sign, whole, decimals): (DecimalSign?, Int, Int) = (nil, 0, 0)
    for byte in text.utf8 {
      if byte.isDigit {
        if sign == nil { whole += 1 } else { decimals += 1 }
      } else if sign == nil, byte == 0x2E || byte == 0x2C {
        sign = byte == 0x2E ? .point : .comma
      } else {
        return nil
      }
    }
    return (1...20).contains(whole) && (1...2).contains(decimals) ? sign : nil
  }

  /// As our own lists have it: `1234.50 EUR`.
  var canonical: String {
    Money(cents: Int64(cents)).decimal + (currency.map { " \($0)" } ?? "")
  }
}

extension WrittenAmount {
  /// The digits and signs of an amount, without its currency and what makes it negative.
  struct Body {
    let bytes: [UInt8]
    let currency: String?
    let isNegative: Bool

    private static let blank: UInt8 = 0x20

    init?(_ text: String) {
      var bytes = Self.plain(text).trimmed
      let found = Self.takeCurrency(&bytes)
      var negatives = 0
      if bytes.first == 0x28, bytes.last == 0x29 {
        bytes = Array(bytes.dropFirst().dropLast()).trimmed
        negatives += 1
      }
      let inner = found == nil ? Self.takeCurrency(&bytes) : nil
      if bytes.first == 0x2D || bytes.first == 0x2B {
        if bytes.removeFirst() == 0x2D { negatives += 1 }
      } else if bytes.last == 0x2D {
        bytes.removeLast()
        negatives += 1
      }
      bytes = bytes.trimmed
      let late = found == nil && inner == nil ? Self.takeCurrency(&bytes) : nil
      guard negatives <= 1, let first = bytes.first, first.isDigit, let last = bytes.last,
        last.isDigit, bytes.count <= 30,
        bytes.allSatisfy({ $0.isDigit || [0x2E, 0x2C, 0x27, Self.blank].contains($0) })
      else { return nil }
      self.bytes = bytes
      currency = found ?? inner ?? late
      isNegative = negatives == 1
    }

    /// Its bytes, with the plain signs for those of word processors.
    private static func plain(_ text: String) -> [UInt8] {
      if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
      return text.unicodeScalars.flatMap { scalar -> [UInt8] in
        switch scalar.value {
        case 0x2212, 0x2013: [0x2D]
        case 0xA0, 0x202F, 0x2009: [blank]
        case 0x2019: [0x27]
        default: Array(String(scalar).utf8)
        }
      }
    }

    /// The code or sign of a currency at either end.
    private static func takeCurrency(_ bytes: inout [UInt8]) -> String? {
      let isWord = { (byte: UInt8) in byte.isLetter || byte >= 0x80 || byte == 0x24 }
      let first = bytes.prefix(while: isWord)
      let word =
        first.isEmpty ? Array(bytes.reversed().prefix(while: isWord).reversed()) : Array(first)
      guard !word.isEmpty, word.count < bytes.count else { return nil }
      let text = String(decoding: word, as: UTF8.self)
      guard let code = Currency(text)?.code else { return nil }
      if first.isEmpty { bytes.removeLast(word.count) } else { bytes.removeFirst(word.count) }
      bytes = bytes.trimmed
      return code
    }

    /// Whether a word is the code or sign of a currency.
    static func isCurrency(_ word: String) -> Bool {
      Currency(word) != nil
    }

    var evidence: Evidence {
      let points = bytes.count { $0 == 0x2E }
      let commas = bytes.count { $0 == 0x2C }
      guard points + commas > 0 else { return cents(.point) == nil ? .none : .open }
      let fits = DecimalSign.allCases.filter { groups($0) != nil }
      switch fits.count {
      case 0: return .none
      case 1: return .sign(fits[0])
      default: return .either(points > 0 ? .point : .comma)
      }
    }

    /// The amount, where points and commas are read by a sign.
    func cents(_ sign: DecimalSign) -> Int? {
      guard let (whole, fraction) = groups(sign), fraction.count <= 2,
        let number = wholeNumber(whole), whole.count <= 13
      else { return nil }
      let rest = (fraction + [0x30, 0x30]).prefix(2).reduce(0) { $0 * 10 + $1.digitValue }
      let cents = number * 100 + rest
      return cents <= Money.most.cents ? cents : nil
    }

    /// Whether points and commas stand where they do in an amount with a decimal sign.
    func isWritten(with sign: DecimalSign) -> Bool { groups(sign) != nil }

    /// The digits before and after a sign; nil where the amount is not written with it.
    func groups(_ sign: DecimalSign) -> (whole: [UInt8], fraction: [UInt8])? {
      let parts = bytes.split(separator: sign.byte, omittingEmptySubsequences: false)
      guard parts.count <= 2, let head = parts.first, !head.isEmpty else { return nil }
      let fraction = parts.count == 2 ? Array(parts[1]) : []
      guard fraction.allSatisfy(\.isDigit), parts.count == 1 || !fraction.isEmpty else {
        return nil
      }
      let marks = Set(head.filter { !$0.isDigit })
      guard marks.count <= 1 else { return nil }
      guard let mark = marks.first else { return (Array(head), fraction) }
      let grouped = head.split(separator: mark, omittingEmptySubsequences: false)
      guard (1...3).contains(grouped[0].count), grouped[0].first != 0x30,
        grouped.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
      return (grouped.flatMap { Array($0) }, fraction)
    }
  }
}

extension Array where Element == UInt8 {
  fileprivate var trimmed: [UInt8] {
    var bytes = self[...]
    while bytes.first?.isBlank == true { bytes = bytes.dropFirst() }
    while bytes.last?.isBlank == true { bytes = bytes.dropLast() }
    return Array(bytes)
  }
}

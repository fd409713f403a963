internal import Basics

extension PhoneNumber {
  /// The numbers of a cell that may hold several, or the first problem of one of them.
  package static func all(
    in text: String, country: CountryCode? = nil
  ) throws(PhoneProblem) -> [PhoneNumber] {
    var numbers: [PhoneNumber] = []
    for result in each(in: text, country: country) {
      numbers.append(try result.get())
    }
    return numbers
  }

  /// What each number of a cell is; commas, semicolons, bars, slashes and new lines divide them.
  package static func each(
    in text: String, country: CountryCode? = nil
  ) -> [Result<PhoneNumber, PhoneProblem>] {
    let whole = result(text, country)
    switch whole {
    case .success, .failure(.countryUnknown), .failure(.noDigits): return [whole]
    default: break
    }
    // What is joined in one cell may have pauses, which are written with the same signs.
    let joined = text.replacing("; ", with: "\n")
    let found = pieces(of: joined, at: [0x7C, 0x0A, 0x0D]).map { part in
      let whole = result(part, country)
      if case .success = whole { return [whole] }
      return parts(of: part, country)
    }
    return found.flatMap(\.self)
  }

  private static func parts(
    of text: String, _ country: CountryCode?
  ) -> [Result<PhoneNumber, PhoneProblem>] {
    pieces(of: text, at: [0x2C, 0x3B]).flatMap { piece -> [Result<PhoneNumber, PhoneProblem>] in
      let found = result(piece, country)
      guard case .failure(.severalNumbers) = found else { return [found] }
      return divided(piece, country)
    }
  }

  private static func result(
    _ text: String, _ country: CountryCode?
  ) -> Result<PhoneNumber, PhoneProblem> {
    do throws(PhoneProblem) {
      return .success(try PhoneNumber(text, country: country))
    } catch {
      return .failure(error)
    }
  }

  private static func pieces(of text: String, at dividers: Set<UInt8>) -> [String] {
    text.utf8.split(whereSeparator: dividers.contains)
      .map { String(decoding: $0, as: UTF8.self).trimmed }.filter { !$0.isEmpty }
  }

  /// Numbers between slashes; a short one stands for the last digits of the one before it.
  private static func divided(
    _ text: String, _ country: CountryCode?
  ) -> [Result<PhoneNumber, PhoneProblem>] {
    var texts: [(text: String, isTail: Bool)] = []
    for piece in pieces(of: text, at: [0x2F]) {
      let digits = piece.utf8.filter(\.isDigit)
      guard let (last, _) = texts.last, digits.count < 8, piece.utf8.first != 0x2B else {
        texts.append((piece, false))
        continue
      }
      if last.utf8.count(where: \.isDigit) <= longestAreaCode(in: last) {
        texts[texts.count - 1].text += "/" + piece
      } else {
        texts.append((replacingLast(digits, of: last), true))
      }
    }
    return texts.map { text, isTail in
      result(text, country).map { isTail ? $0.doubted() : $0 }
    }
  }

  /// At most five digits with the trunk prefix, or with a calling code that is short.
  private static func longestAreaCode(in text: String) -> Int {
    text.utf8.first == 0x2B ? 7 : text.utf8.starts(with: "00".utf8) ? 9 : 6
  }

  private static func replacingLast(_ digits: [UInt8], of text: String) -> String {
    var bytes = Array(text.utf8)
    var left = digits.count
    while left > 0, let last = bytes.popLast() {
      if last.isDigit { left -= 1 }
    }
    return String(decoding: bytes + digits, as: UTF8.self)
  }

  /// The number with a doubt whether it is one.
  private func doubted() -> PhoneNumber {
    var number = self
    number.doubts.append(.slash)
    return number
  }
}

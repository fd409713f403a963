/// Ranks encodings by how well a text reads in each.
///
/// A reading is plausible when its letters belong to the alphabet of one language, stand in words
/// with a capital only at the start, and its signs stand outside words.
enum EncodingPlausibility {
  /// The order decides between equals: the encoding more lists arrive in comes first.
  static let asked: [TextEncoding] = [
    .windows1252, .windows1250, .latin9, .latin2, .macRoman, .windows1251, .windows1253,
    .shiftJIS, .big5,
  ]

  /// At most this many are shown to choose from.
  private static let most = 6

  static func ranking(of bytes: UnsafeBufferPointer<UInt8>) -> [TextEncoding] {
    let scored = asked.compactMap { encoding in
      score(of: bytes, in: encoding).map { (encoding: encoding, score: $0) }
    }
    let ranked = scored.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    return ranked.prefix(most).map(\.element.encoding)
  }

  /// Points per character beyond ASCII, at most 1; nil when the text cannot be of the encoding.
  static func score(of bytes: UnsafeBufferPointer<UInt8>, in encoding: TextEncoding) -> Double? {
    guard let decoded = try? encoding.decode(bytes, last: false) else { return nil }
    if encoding == .shiftJIS || encoding == .big5 {
      return decoded.undecodable.isEmpty ? eastAsianScore(of: decoded.text) : nil
    }
    guard decoded.undecodable.count * 10 <= bytes.count else { return nil }
    var tally = Tally()
    let marks = decoded.undecodable.count
    let sound = decoded.text.filter { $0 != UndecodableByte.sign }
    var before: Unicode.Scalar = " "
    let scalars = Array(String(decoding: sound, as: UTF8.self).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let after = index + 1 < scalars.count ? scalars[index + 1] : " "
      if scalar.value > 0x7F, scalar != "\u{FFFD}" {
        tally.count(scalar, between: before, and: after)
      }
      before = scalar
    }
    return tally.score(marks: marks)
  }

  /// Kana and ideographs count; half-width kana are what Latin letters turn into by mistake.
  private static func eastAsianScore(of text: [UInt8]) -> Double {
    var all = 0
    var good = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value > 0x7F {
      all += 1
      switch scalar.value {
      case 0x3000...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF5E: good += 1
      default: break
      }
    }
    return all == 0 ? 0 : 0.9 * Double(good) / Double(all)
  }
}

/// What speaks for and against one reading.
private struct Tally {
  private var letters: [Unicode.Scalar: Int] = [:]
  private var total = 0
  private var against = 0.0

  mutating func count(
    _ scalar: Unicode.Scalar, between before: Unicode.Scalar, and after: Unicode.Scalar
  ) {
    total += 1
    guard scalar.properties.isAlphabetic else {
      let inWord = before.properties.isAlphabetic && after.properties.isAlphabetic
      if !Alphabet.signs.contains(scalar) {
        against += 1
      } else if inWord, scalar != "’", scalar != "·", scalar != "\u{AD}", scalar != "–" {
        against += 0.8
      }
      return
    }
    letters[scalar, default: 0] += 1
    if Script(scalar) == .other, [before, after].contains(where: { Script($0) == .latin }) {
      against += 1
    }
    if scalar.properties.isUppercase, before.properties.isLowercase { against += 0.7 }
    if scalar.properties.isLowercase, before.properties.isUppercase,
      after.properties.isUppercase
    {
      against += 0.7
    }
  }

  func score(marks: Int) -> Double {
    let count = letters.values.reduce(0, +)
    let covered =
      Alphabet.all.map { alphabet in
        letters.reduce(0) { $0 + (alphabet.letters.contains($1.key) ? $1.value : 0) }
      }.max() ?? 0
    let foreign = Double(count - covered)
    let all = Double(total + marks)
    guard all > 0 else { return 0 }
    return (all - against - foreign - 2 * Double(marks)) / all - strangeness
  }

  /// How far the share of vowels is from what any language has.
  ///
  /// Greek read as Cyrillic and the other way round makes words of consonants. Latin vowels are
  /// mostly ASCII and not counted.
  private var strangeness: Double {
    let other = letters.filter { Script($0.key) == .other }
    let count = other.values.reduce(0, +)
    guard count > 0 else { return 0 }
    let vowels = other.reduce(0) { $0 + (Self.vowels.contains($1.key) ? $1.value : 0) }
    return abs(Double(vowels) / Double(count) - 0.44)
  }

  private static let vowels = Set(
    "аеиоуыэюяёіїєАЕИОУЫЭЮЯЁІЇЄαεηιουωάέήίόύώΑΕΗΙΟΥΩΆΈΉΊΌΎΏ".unicodeScalars)
}

/// The script of a letter, as far as the single-byte encodings go.
private enum Script: Equatable {
  case latin
  case other
  case none

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x370...0x52F: self = .other
    default: self = scalar.properties.isAlphabetic ? .latin : .none
    }
  }
}

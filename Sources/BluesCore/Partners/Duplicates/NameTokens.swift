internal import Basics

/// The words a name is compared by: folded, without legal form, titles and linking words.
///
/// Folding takes accents off and brings Greek and Cyrillic to Latin (`Folding` names its tables);
/// here ae, oe and ue are read as a, o and u as well, so that Müller and Mueller are one.
struct NameTokens: Sendable, Equatable {
  /// In the order they were written; what follows the first `most` is one word, so that names that
  /// begin alike are not taken for the same.
  let words: [String]
  /// The legal form that was taken off, such as `gmbh`.
  let form: String?
  /// In alphabetical order.
  let sorted: [String]

  /// Words of a longer name beyond this many are compared as one.
  static let most = 24
  /// So many words of an organisation's name are keys.
  static let keyed = 8

  private init(_ words: [String], form: String? = nil) {
    let rest = words.dropFirst(Self.most).joined()
    self.words = Array(words.prefix(Self.most)) + (rest.isEmpty ? [] : [rest])
    self.form = form
    sorted = self.words.sorted(by: Self.precedes)
  }

  /// All words in one, as in `Aqua Tec` and `AquaTec`.
  var joined: String { words.joined() }

  /// The first letters of a name of three words or more.
  var initials: String? {
    guard words.count >= 3 else { return nil }
    return String(decoding: words.compactMap(\.utf8.first), as: UTF8.self)
  }

  /// The words of an organisation's name; nil without any.
  static func ofOrganisation(_ text: String) -> NameTokens? {
    var words = plainWords(text)
    guard !words.isEmpty else { return nil }
    var form: String?
    while let taken = formAtEnd(of: words) ?? formAtStart(of: words) {
      form = form ?? taken.form
      words = taken.rest
    }
    let telling = words.indices.filter { !isLink($0, in: words) }.map { words[$0] }
    return NameTokens(telling.isEmpty ? words : telling, form: form)
  }

  /// A linking word, but not a letter among letters, which is a part of an abbreviation: `M.T.A.`.
  private static func isLink(_ index: Int, in words: [String]) -> Bool {
    guard NameTokenList.standard.linking.contains(words[index]) else { return false }
    guard words[index].utf8.count == 1 else { return true }
    return ![index - 1, index + 1].contains { near in
      words.indices.contains(near) && words[near].utf8.count == 1
    }
  }

  /// The words of a person's name, whatever their order; nil without any.
  static func ofPerson(_ text: String) -> NameTokens? {
    let words = plainWords(text)
    let telling = words.filter {
      !NameTokenList.standard.titles.contains($0)
        && ($0.utf8.count == 1 || !NameTokenList.standard.linking.contains($0))
    }
    let kept = telling.isEmpty ? words : telling
    return kept.isEmpty ? nil : NameTokens(kept)
  }

  /// The words of a legal form end a name; what is left must still be a name.
  private static func formAtEnd(of words: [String]) -> (form: String, rest: [String])? {
    for count in stride(from: min(6, words.count - 1), to: 0, by: -1) {
      let form = words.suffix(count).joined()
      if NameTokenList.standard.forms.contains(form) { return (form, words.dropLast(count)) }
    }
    return nil
  }

  /// Some countries begin names with the form, as in `SIA Baltic Water`.
  private static func formAtStart(of words: [String]) -> (form: String, rest: [String])? {
    for count in stride(from: min(4, words.count - 1), to: 0, by: -1) {
      let form = words.prefix(count).joined()
      if NameTokenList.standard.forms.contains(form) {
        return (form, Array(words.dropFirst(count)))
      }
    }
    return nil
  }

  /// Runs of letters and digits; an apostrophe divides, a full stop within initials does too.
  static func plainWords(_ text: String) -> [String] {
    Folding.folded(text).utf8.split { $0 < 0x80 && !$0.isAlphanumeric }
      .map { plain($0) }
  }

  /// A folded text without blanks and signs, as postcodes and towns are compared; nil if empty.
  static func plain(_ text: String) -> String? {
    let words = plainWords(text)
    return words.isEmpty ? nil : words.joined()
  }

  /// German, Danish and Dutch spellings without the letter: ae to a, oe to o, ue to u, aa to a,
  /// but in abbreviations.
  private static func plain(_ word: Substring.UTF8View) -> String {
    guard word.count > 3 else { return String(decoding: word, as: UTF8.self) }
    var out: [UInt8] = []
    for byte in word {
      let last = out.last
      let isSecond =
        byte == UInt8(ascii: "e")
        && (last == UInt8(ascii: "a") || last == UInt8(ascii: "o")
          || last == UInt8(ascii: "u"))
        || byte == UInt8(ascii: "a") && last == UInt8(ascii: "a")
      if !isSecond { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}

internal import Basics

/// The words by which a person is known, and finding them in texts.
///
/// Words are compared folded, so `ŽOFIE` is `Zofie`. Whole names, addresses and numbers are found in any
/// text, and so are streets, websites and notes that are the person's alone; a family name alone where
/// it is written with a capital, and a given name beside one of these. A family name in small letters
/// can be another word: it stays, and is told.
struct PersonWords {
  /// How much of a person is looked for in a text.
  enum Depth {
    /// What no one else has: whole names, e-mail addresses, numbers.
    case sure
    /// A family name alone, too.
    case names
  }

  private(set) var names: [[String]] = []
  /// Whole names as they are written, of which files that are not searched word by word have the bytes.
  private(set) var spellings: [String] = []
  private(set) var families: [[String]] = []
  private(set) var givens: [[String]] = []
  private(set) var emails: [String] = []
  /// Numbers of accounts and taxes, without what divides them.
  private(set) var numbers: [String] = []
  /// Digits of telephone numbers, from the first that is no prefix.
  private(set) var phones: [String] = []
  /// Streets, websites and notes, as they are written.
  private(set) var sayings: [Saying] = []

  /// Takes in what a field of the person said.
  mutating func add(_ field: ContactField, _ text: String) {
    switch field {
    case .name: addName(text)
    case .familyName: Self.put(Self.folded(text), in: &families)
    case .givenName: Self.put(Self.folded(text), in: &givens)
    case .email:
      for email in ContactParts.emails(in: text) { Self.put(email, in: &emails) }
    case .phone, .mobile, .fax:
      for digits in ContactParts.phones(in: text) { Self.put(digits, in: &phones) }
    case .vat, .iban:
      let number = Self.folded(text).joined()
      if number.utf8.count >= 6 { Self.put(number, in: &numbers) }
    case .street, .website, .note:
      let saying = Saying(field, text)
      if !saying.wordings.isEmpty, !sayings.contains(saying) { sayings.append(saying) }
    default: break
    }
  }

  /// Leaves out what others say of themselves too, such as the street of a house.
  mutating func keepSayings(_ isOfPerson: (Saying) throws -> Bool) rethrows {
    sayings = try sayings.filter(isOfPerson)
  }

  /// A name of two words or more is looked for as a whole, and its last word as a family name.
  private mutating func addName(_ text: String) {
    let words = Self.folded(text)
    guard words.count > 1, let last = words.last else { return Self.put(words, in: &families) }
    Self.put(words, in: &names)
    Self.put(text.trimmed, in: &spellings)
    Self.put([last], in: &families)
    Self.put(Array(words.dropLast()), in: &givens)
  }

  /// Puts the halves of the name together, both ways round.
  mutating func join(given: String, family: String) {
    for (one, other) in [(given, family), (family, given)] {
      Self.put("\(one.trimmed) \(other.trimmed)".trimmed, in: &spellings)
    }
    let (given, family) = (Self.folded(given), Self.folded(family))
    guard !given.isEmpty, !family.isEmpty else { return }
    Self.put(given + family, in: &names)
    Self.put(family + given, in: &names)
  }

  /// Words too short to tell anybody are left out.
  private static func put(_ words: [String], in list: inout [[String]]) {
    if words.joined().utf8.count >= 3, !list.contains(words) { list.append(words) }
  }

  private static func put(_ text: String, in list: inout [String]) {
    if !text.isEmpty, !list.contains(text) { list.append(text) }
  }

  /// The words of a text, folded.
  static func folded(_ text: String) -> [String] { TextWord.all(in: text).map(\.folded) }

  /// The text with another one in place of each of these words; nil where it has none of them.
  func replaced(in text: String, by pseudonym: String, _ depth: Depth) -> String? {
    look(in: text, by: pseudonym, depth).text
  }

  /// What a text becomes, and what may be left of the person in it.
  func look(in text: String, by pseudonym: String, _ depth: Depth) -> Look {
    guard mayBe(in: text) else { return Look() }
    let words = TextWord.all(in: text)
    var places: [Range<String.Index>] = []
    for start in words.indices {
      for name in names where Self.stand(name, at: start, in: words, text) {
        places.append(Self.range(words, start, name.count))
      }
      for saying in sayings {
        for wording in saying.wordings where Self.stand(wording, at: start, in: words, text) {
          places.append(Self.range(words, start, wording.count))
        }
      }
      if let count = number(at: start, in: words, text) {
        places.append(Self.withSign(Self.range(words, start, count), text))
      }
      if let range = email(at: start, in: words, text) { places.append(range) }
      guard depth == .names, words[start].isCapital else { continue }
      for family in families where Self.stand(family, at: start, in: words, text) {
        places.append(Self.range(words, start, family.count))
      }
    }
    var look = Look()
    if depth == .names {
      look.mayName = words.indices.contains { start in
        !places.contains { $0.contains(words[start].range.lowerBound) }
          && families.contains { Self.stand($0, at: start, in: words, text) }
      }
    }
    guard !places.isEmpty else { return look }
    for start in words.indices where words[start].isCapital {
      for given in givens where Self.stand(given, at: start, in: words, text) {
        places.append(Self.range(words, start, given.count))
      }
    }
    look.text = Self.text(text, replacing: places, by: pseudonym)
    return look
  }

  /// The plus before a telephone number is part of it.
  private static func withSign(
    _ range: Range<String.Index>, _ text: String
  ) -> Range<String.Index> {
    guard range.lowerBound > text.startIndex else { return range }
    let before = text.index(before: range.lowerBound)
    return text[before] == "+" ? before..<range.upperBound : range
  }

  private static func text(
    _ text: String, replacing places: [Range<String.Index>], by pseudonym: String
  ) -> String {
    var out = ""
    var end = text.startIndex
    for place in places.sorted(by: {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    })
    where place.lowerBound >= end {
      out += text[end..<place.lowerBound] + pseudonym
      end = place.upperBound
    }
    return out + text[end...]
  }

  private static func range(
    _ words: [TextWord], _ start: Int, _ count: Int
  ) -> Range<String.Index> {
    words[start].range.lowerBound..<words[start + count - 1].range.upperBound
  }

  /// Whether some words stand one after the other, with nothing but a few signs between.
  private static func stand(
    _ wanted: [String], at start: Int, in words: [TextWord], _ text: String
  ) -> Bool {
    guard start + wanted.count <= words.count else { return false }
    for (offset, word) in wanted.enumerated() {
      guard words[start + offset].folded == word else { return false }
      if offset > 0, gap(before: start + offset, in: words, text).count > 3 { return false }
    }
    return true
  }

  private static func gap(before place: Int, in words: [TextWord], _ text: String) -> Substring {
    text[words[place - 1].range.upperBound..<words[place].range.lowerBound]
  }

  /// How many words from one on are a number of the person; numbers are written in groups.
  private func number(at start: Int, in words: [TextWord], _ text: String) -> Int? {
    var (joined, count, found) = ("", 0, Int?.none)
    while start + count < words.count, joined.utf8.count < 36 {
      let place = start + count
      if count > 0, !Self.gap(before: place, in: words, text).allSatisfy({ " +-./()".contains($0) })
      {
        break
      }
      joined += words[place].folded
      count += 1
      if numbers.contains(joined) || isPhone(joined) { found = count }
    }
    return found
  }

  /// Whether digits end like a telephone number of the person, or it ends like them.
  private func isPhone(_ joined: String) -> Bool {
    guard joined.utf8.count >= 7, joined.utf8.allSatisfy(\.isDigit) else { return false }
    let digits = String(joined.drop { $0 == "0" })
    guard digits.utf8.count >= 7 else { return false }
    return phones.contains { $0 == digits || $0.hasSuffix(digits) || digits.hasSuffix($0) }
  }

  private func email(
    at start: Int, in words: [TextWord], _ text: String
  ) -> Range<String.Index>? {
    let from = words[start].range.lowerBound
    for email in emails {
      guard let end = text.index(from, offsetBy: email.count, limitedBy: text.endIndex),
        text[from..<end].lowercased() == email
      else { continue }
      return from..<end
    }
    return nil
  }

  /// A quick look, since nearly every text has none of the words.
  private func mayBe(in text: String) -> Bool {
    guard !text.isEmpty else { return false }
    if !phones.isEmpty || !numbers.isEmpty, text.utf8.lazy.filter(\.isDigit).count >= 6 {
      return true
    }
    let folded = Array(Folding.folded(text).utf8)
    return
      (names.map { $0[0] } + families.map { $0[0] } + emails.map { Folding.folded($0) }
      + sayings.compactMap(\.rarest))
      .contains { folded.firstRange(of: Array($0.utf8)) != nil }
  }
}

internal import Basics

/// A key under which records that may be one stand together.
///
/// Two records that score enough to be listed share at least one: a mailbox, a telephone, a
/// number, two parts of a person's name, or words of the organisation's.
struct DuplicateKey: Sendable {
  /// What the key is made of, for saying by what was not compared.
  enum Kind: String, Sendable {
    case externalID = "sender's id"
    case mailbox = "e-mail address"
    case telephone = "telephone"
    case vat = "VAT number"
    case pic = "PIC"
    case person = "name"
    case wholeName = "organisation's name"
    case word = "word"
    case words = "two words"
  }

  let kind: Kind
  let text: String
  /// The first letters of a longer name: they are compared with whole names, never with each
  /// other, because thousands of names have the same.
  var isInitials = false
  /// Weak keys are shared by many records that have nothing to do with each other.
  var isWeak: Bool { kind == .person || kind == .word || kind == .words }

  /// The digest by which keys are sorted; its last bit says whether the key is weak.
  var digest: UInt64 {
    var digest = Digest()
    digest.add(kind.rawValue)
    digest.add(text)
    let value = UInt64(bitPattern: digest.value)
    return isWeak ? value | 1 : value & ~1
  }
}

extension ComparedContact {
  /// Every key of the contact.
  var keys: [DuplicateKey] {
    var keys: [DuplicateKey] = []
    if let externalID {
      keys.append(DuplicateKey(kind: .externalID, text: "\(externalID)\u{0}\(source)"))
    }
    keys += mailboxes.map { DuplicateKey(kind: .mailbox, text: $0) }
    keys += telephones.map { DuplicateKey(kind: .telephone, text: $0) }
    if let vat { keys.append(DuplicateKey(kind: .vat, text: vat)) }
    if let pic { keys.append(DuplicateKey(kind: .pic, text: pic)) }
    if let person { keys += person.personKeys }
    if let organisation { keys += organisation.organisationKeys }
    return keys
  }
}

extension NameTokens {
  /// Each word with the first letter of every other one.
  var personKeys: [DuplicateKey] {
    var texts: Set<String> = []
    let words = words.prefix(Self.keyed)
    for (index, word) in words.enumerated() where word.utf8.count > 1 {
      if words.count == 1 { texts.insert(word) }
      for (place, second) in words.enumerated() where place != index {
        if let letter = second.utf8.first {
          texts.insert("\(word) \(Character(Unicode.Scalar(letter)))")
        }
      }
    }
    if texts.isEmpty { texts.insert(sorted.joined(separator: " ")) }
    return texts.sorted(by: Self.precedes).map { DuplicateKey(kind: .person, text: $0) }
  }

  /// The whole name, its words, pairs of them, its initials, and both ends of a single word: one
  /// slip in nine letters leaves one of the ends whole.
  var organisationKeys: [DuplicateKey] {
    var keys = Set([joined, sorted.joined()].compactMap(\.self))
      .sorted(by: Self.precedes).map { DuplicateKey(kind: .wholeName, text: $0) }
    if let initials {
      keys.append(DuplicateKey(kind: .wholeName, text: initials, isInitials: true))
    }
    if words.count == 1 {
      guard joined.utf8.count >= 8 else { return keys + [DuplicateKey(kind: .word, text: joined)] }
      let ends = [String(joined.prefix(4)) + "…", "…" + String(joined.suffix(4))]
      return keys + (ends + [joined]).map { DuplicateKey(kind: .word, text: $0) }
    }
    let unique = Set(words.prefix(Self.keyed).filter { $0.utf8.count > 1 }).sorted(
      by: Self.precedes)
    keys += unique.map { DuplicateKey(kind: .word, text: $0) }
    guard words.count > 2 else { return keys }
    for (index, word) in unique.prefix(5).enumerated() {
      for second in unique.prefix(5).dropFirst(index + 1) {
        keys.append(DuplicateKey(kind: .words, text: "\(word) \(second)"))
      }
    }
    return keys
  }
}

internal import Basics

/// The headings of a list, found by what they are called.
struct HeadingNames {
  private var exact: [[UInt8]: [Int]] = [:]
  private var folded: [[UInt8]: [Int]] = [:]

  init(_ headings: [String]) {
    for (index, heading) in headings.enumerated() {
      exact[Array(heading.utf8), default: []].append(index)
      folded[Array(ImportField.key(heading).utf8), default: []].append(index)
    }
  }

  /// The positions of the columns with a heading, to the letter.
  func positions(of heading: String) -> [Int] { exact[Array(heading.utf8)] ?? [] }

  /// The positions of the columns whose headings differ at most in capitals, accents and signs.
  func positions(like heading: String) -> [Int] {
    folded[Array(ImportField.key(heading).utf8)] ?? []
  }
}

/// The fields of a kind of list, found by the words that head their columns.
struct FieldWords {
  private var named: [[UInt8]: ImportField] = [:]
  private var answering: [[UInt8]: ImportField] = [:]

  /// Of two fields that answer to one word the first does.
  init(_ fields: [ImportField]) {
    for field in fields {
      let name = Self.key(field.name)
      if named[name] == nil { named[name] = field }
      for word in field.synonyms where !word.isEmpty {
        if answering[Array(word.utf8)] == nil { answering[Array(word.utf8)] = field }
      }
    }
  }

  /// The field whose own name a heading is.
  func field(named heading: String) -> ImportField? { named[Self.key(heading)] }

  /// The field of which a heading is a word.
  func field(answeringTo heading: String) -> ImportField? { answering[Self.key(heading)] }

  private static func key(_ heading: String) -> [UInt8] { Array(ImportField.key(heading).utf8) }
}

package import Basics

/// The short code of a person, `NP-1`; case is kept but does not tell two persons apart.
package struct PersonCode: RecordCode, Comparable {
  package let text: String

  /// Reads 1 to 40 letters of any script, digits, spaces and `- & / . _ '`.
  package init(_ text: String) throws(CodeProblem) {
    let text = text.trimmed
    let fits = text.allSatisfy { $0.isLetter || $0.isNumber || " -&/._'".contains($0) }
    guard (1...40).contains(text.count), fits,
      text.contains(where: { $0.isLetter || $0.isNumber })
    else { throw .person(text) }
    self.text = text
  }

  /// What two spellings of one code share.
  package var key: String { text.asciiRaised }

  package static func == (one: Self, other: Self) -> Bool { one.key == other.key }
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
  package static func < (one: Self, other: Self) -> Bool { one.key < other.key }
  package var description: String { text }
}

/// The code of a rate of pay, `NP-1@2020-02-01`: the person and the first day it is valid.
package struct PersonRateCode: RecordCode, Comparable {
  package let person: PersonCode
  package let from: Day

  package init(_ text: String) throws(CodeProblem) {
    let text = text.trimmed
    guard let mark = text.lastIndex(of: "@"),
      let from = Day(iso: String(text[text.index(after: mark)...]).trimmed),
      let person = try? PersonCode(String(text[..<mark]))
    else { throw .rate(text) }
    self.init(person, from: from)
  }

  package init(_ person: PersonCode, from: Day) {
    self.person = person
    self.from = from
  }

  package static func < (one: Self, other: Self) -> Bool {
    (one.person, one.from) < (other.person, other.from)
  }

  package var description: String { "\(person)@\(from.iso)" }
}

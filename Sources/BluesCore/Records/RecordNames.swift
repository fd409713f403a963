internal import Basics
internal import GRDB

/// The names and numbers beside their codes by which lists refer to records: `1 - UPSud`, a full
/// name, a part of one that no other has.
struct RecordNames {
  /// A name in folded words, and whose it is.
  private struct Name {
    let id: Int64
    let words: [Substring]
  }

  private var names: [Name] = []
  private var numbers: [Int: Int64] = [:]

  /// Reads them by SQL that gives the id, a name or none, and a number or none.
  init(_ sql: String, in db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: sql)
    while let row = try rows.next() {
      let id: Int64 = try row.value(0)
      if let name: String = try row.value(1) { names.append(Name(id: id, words: Self.words(name))) }
      if let number: Int = try row.value(2) { numbers[number] = id }
    }
  }

  /// What may be the code in a text such as `1 - UPSud`.
  func codes(in text: String) -> [String] { Self.parts(text).map { [$0.rest] } ?? [] }

  /// The one record that a text names.
  func id(of text: String) -> Int64? {
    let parts = Self.parts(text)
    if let found = named(parts?.rest ?? text) { return found }
    let number = parts?.number ?? wholeNumber(text.trimmedBytes[...])
    return number.flatMap { numbers[$0] }
  }

  private func named(_ text: String) -> Int64? {
    let said = Self.words(text)
    guard !said.isEmpty else { return nil }
    let same = Set(names.filter { $0.words == said }.map(\.id))
    if let only = same.first { return same.count == 1 ? only : nil }
    // One short word is part of too many names.
    guard said.map(\.utf8.count).reduce(0, +) >= 4 else { return nil }
    let longer = Set(names.filter { Self.has($0.words, said) }.map(\.id))
    return longer.count == 1 ? longer.first : nil
  }

  private static func has(_ words: [Substring], _ said: [Substring]) -> Bool {
    guard words.count > said.count else { return false }
    return (0...words.count - said.count).contains { words[$0..<$0 + said.count] == said[...] }
  }

  private static func words(_ text: String) -> [Substring] {
    Folding.folded(text).split { !$0.isLetter && !$0.isNumber }
  }

  /// The number and what follows it, as the grant's tables write a beneficiary.
  private static func parts(_ text: String) -> (number: Int, rest: String)? {
    let text = text.trimmed
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...].drop { $0 == " " }
    guard let number = Int(digits), let mark = rest.first, "-–—.·:".contains(mark) else {
      return nil
    }
    let name = String(rest.dropFirst()).trimmed
    return name.isEmpty ? nil : (number, name)
  }
}

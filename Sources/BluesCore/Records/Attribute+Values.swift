internal import Basics
internal import Documents
internal import GRDB

/// A word of a closed list that an attribute can hold.
package protocol RecordWord: RawRepresentable, CaseIterable, Sendable, Equatable
where RawValue == String {}

extension RecordWord {
  /// Its place among the words, counted from 1.
  package var rank: Int { (Array(Self.allCases).firstIndex(of: self) ?? 0) + 1 }
}

extension Attribute {
  /// What every record of the kind is called: the second argument of add.
  static func title(
    _ name: String, _ path: any WritableKeyPath<R, String> & Sendable, _ heading: String,
    _ help: String, headings: String = ""
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .text, uses: [.shown, .argument, .listed],
      cell: { .text($0[keyPath: path]) },
      read: { texts, record, _ in record[keyPath: path] = texts.last ?? "" },
      storage: AttributeStorage(
        columns: [name],
        load: { row, at, record in record[keyPath: path] = try row.stored(at, name) },
        bind: { record, _ in [record[keyPath: path].databaseValue] })
    )
    .ranked(.main)
  }

  /// A text, or the address of a page, that may be missing.
  static func text(
    _ name: String, _ path: any WritableKeyPath<R, String?> & Sendable, _ heading: String,
    _ help: String, headings: String = "", kind: AttributeKind = .text,
    uses: AttributeUses = .all, option: String? = nil
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: kind, uses: uses, option: option,
      cell: { record in
        guard let text = record[keyPath: path] else { return .empty }
        return kind == .link ? .link(text) : .text(text)
      },
      read: { texts, record, _ in record[keyPath: path] = texts.last },
      clear: { $0[keyPath: path] = nil },
      storage: .optional(name, path))
  }

  /// Why a change is made: said by set and by lists, and left to the rules of the record.
  static func reason(
    _ name: String, _ path: any WritableKeyPath<R, String?> & Sendable, _ heading: String,
    _ help: String, headings: String
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .text, uses: [.told, .column],
      cell: { _ in .empty },
      read: { texts, record, _ in record[keyPath: path] = texts.last },
      clear: { $0[keyPath: path] = nil })
  }

  /// A day that may be missing; what happened on it has no day to come.
  static func day(
    _ name: String, _ path: any WritableKeyPath<R, Day?> & Sendable, _ heading: String,
    _ help: String, headings: String = "", uses: AttributeUses = .all, option: String? = nil,
    column: String? = nil, isPast: Bool = false
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .day, uses: uses, option: option,
      cell: { .day(orEmpty: $0[keyPath: path]) },
      read: { texts, record, context in
        let day = try context.day(texts.last ?? "", of: name)
        guard !isPast || day <= context.today else {
          throw Refusal(name, rule: "date", expected: "a day up to today, \(context.today)")
        }
        record[keyPath: path] = day
      },
      clear: { $0[keyPath: path] = nil },
      storage: .optional(column ?? name, path))
  }

  /// A project month that every record of the kind has.
  static func month(
    _ name: String, _ path: any WritableKeyPath<R, ProjectMonth> & Sendable, _ heading: String,
    _ help: String, headings: String = "", option: String
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .month, uses: .all, option: option,
      cell: { .text($0[keyPath: path].description) },
      read: { texts, record, _ in
        let text = texts.last ?? ""
        guard let month = ProjectMonth(listed: text) else {
          throw Refusal(name, rule: "month", expected: "a project month such as M6 or 6")
        }
        record[keyPath: path] = month
      },
      storage: AttributeStorage(
        columns: [name],
        load: { row, at, record in
          record[keyPath: path] = try row.stored(at, name) { ProjectMonth(number: $0) }
        },
        bind: { record, _ in [record[keyPath: path].number.databaseValue] }))
  }

  /// One of a few words, which every record of the kind has.
  static func word<Word: RecordWord>(
    _ name: String, _ path: any WritableKeyPath<R, Word> & Sendable, _ heading: String,
    _ help: String, headings: String = "", uses: AttributeUses = .all,
    read: (@Sendable (String) -> Word?)? = nil, cell: (@Sendable (Word) -> Cell)? = nil
  ) -> Attribute {
    let words = Word.allCases.map(\.rawValue)
    return Attribute(
      name, heading, help, headings: headings, kind: .word(words), uses: uses,
      cell: { cell?($0[keyPath: path]) ?? .text($0[keyPath: path].rawValue) },
      read: { texts, record, _ in
        let text = (texts.last ?? "").trimmed
        guard let word = read?(text) ?? Word(rawValue: text.asciiLowered) else {
          throw Refusal(name, rule: name, words: words)
        }
        record[keyPath: path] = word
      },
      storage: AttributeStorage(
        columns: [name],
        load: { row, at, record in
          record[keyPath: path] = try row.stored(at, name) { Word(rawValue: $0) }
        },
        bind: { record, _ in [record[keyPath: path].rawValue.databaseValue] }))
  }

  /// What is worked out of a record and never said.
  static func computed(
    _ name: String, _ heading: String, _ help: String, kind: ColumnKind, shown: Bool = true,
    _ cell: @escaping @Sendable (R) -> Cell
  ) -> Attribute {
    Attribute(name, heading, help, kind: .computed(kind), uses: shown ? .shown : [], cell: cell)
  }
}

extension AttributeStorage {
  /// A column that may be empty.
  static func optional<Value: DatabaseValueConvertible & StoredValue & Sendable>(
    _ name: String, _ path: any WritableKeyPath<R, Value?> & Sendable
  ) -> AttributeStorage {
    AttributeStorage(
      columns: [name],
      load: { row, at, record in record[keyPath: path] = try row.storedOrNil(at, name) },
      bind: { record, _ in [record[keyPath: path]?.databaseValue ?? .null] })
  }
}

extension Refusal {
  /// The refusal of a word that is in no closed list.
  init(_ attribute: String, rule: String, words: [String]) {
    self.init(
      attribute, rule: rule, expected: "one of \(words.joined(separator: ", "))", known: words)
  }
}

extension RecordContext {
  /// A day as options or lists write it.
  func day(_ text: String, of attribute: String) throws -> Day {
    switch origin {
    case .options: return try DateExpression(text).resolve(in: dates())
    case .list:
      guard let day = Day(iso: text.trimmed) else {
        throw Refusal(attribute, rule: "date", expected: "a date such as 2020-07-31")
      }
      return day
    }
  }
}

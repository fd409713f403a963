internal import Basics
internal import Documents
internal import GRDB

extension Attribute {
  /// A value of one of several code lists, said by its code or its words; the first list that has
  /// it decides.
  static func code(
    _ name: String, _ path: any WritableKeyPath<R, String?> & Sendable, inLists lists: [String],
    _ heading: String, _ help: String, headings: String = "", uses: AttributeUses = .hidden
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .codes(lists, isList: false), uses: uses,
      cell: { .text(orEmpty: $0[keyPath: path]) },
      read: { texts, record, context in
        let lists = try CodeWords(lists, context)
        guard let code = lists.code(texts.last ?? "") else {
          throw Refusal(name, rule: name, words: lists.codes)
        }
        record[keyPath: path] = code
      },
      clear: { $0[keyPath: path] = nil },
      storage: .optional(name, path))
  }

  /// Values of several code lists; a cell of a list has them between semicolons or commas.
  static func codes(
    _ name: String, _ path: any WritableKeyPath<R, [String]> & Sendable, inLists lists: [String],
    _ heading: String, _ help: String, headings: String = "", option: String,
    uses: AttributeUses = .hidden
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .codes(lists, isList: true), uses: uses,
      option: option,
      cell: { .list($0[keyPath: path]) },
      read: { texts, record, context in
        let lists = try CodeWords(lists, context)
        var found: [String] = []
        for text in texts {
          guard let codes = lists.codes(in: text) else {
            throw Refusal(name, rule: name, words: lists.codes)
          }
          for code in codes where !found.contains(code) { found.append(code) }
        }
        record[keyPath: path] = found
      },
      clear: { $0[keyPath: path] = [] },
      storage: AttributeStorage(
        columns: [name],
        load: { row, at, record in
          let text: String? = try row.storedOrNil(at, name)
          record[keyPath: path] = (text ?? "").split(separator: "\n").map(String.init)
        },
        bind: { record, _ in
          let codes = record[keyPath: path]
          return [codes.isEmpty ? .null : codes.joined(separator: "\n").databaseValue]
        }))
  }
}

/// Code lists as one, whose values are known by code and by words.
struct CodeWords {
  private let lists: [CodeList]

  init(_ names: [String], _ context: RecordContext) throws {
    let programme = try Programme.of(context.project)
    lists = try names.map { try programme.list($0) }
  }

  /// Every code once, in the order of the lists.
  var codes: [String] {
    var codes: [String] = []
    for value in lists.flatMap(\.values) where !codes.contains(value.code) {
      codes.append(value.code)
    }
    return codes
  }

  /// The code that a text says by itself or by its words, whatever their case and signs.
  func code(_ text: String) -> String? {
    let key = Self.key(text)
    guard !key.isEmpty else { return nil }
    for value in lists.flatMap(\.values)
    where Self.key(value.code) == key || Self.key(value.label) == key { return value.code }
    return nil
  }

  /// The codes of a text that says several; nil where one of them is not known.
  func codes(in text: String) -> [String]? {
    var codes: [String] = []
    for entry in text.split(whereSeparator: { ";|\n".contains($0) }) {
      if let code = code(String(entry)) {
        codes.append(code)
        continue
      }
      for part in entry.split(separator: ",") {
        guard let code = code(String(part)) else { return nil }
        codes.append(code)
      }
    }
    return codes
  }

  private static func key(_ text: String) -> String {
    String(
      decoding: Folding.folded(text).utf8.filter { $0.isAlphanumeric || $0 >= 0x80 },
      as: UTF8.self)
  }
}

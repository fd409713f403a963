internal import Basics
internal import Documents
internal import GRDB

extension Attribute {
  /// A whole number that may be missing.
  static func count(
    _ name: String, _ path: any WritableKeyPath<R, Int?> & Sendable, _ heading: String,
    _ help: String, headings: String = "", uses: AttributeUses = .all, from least: Int = 0
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .number, uses: uses,
      cell: { $0[keyPath: path].map { .integer($0) } ?? .empty },
      read: { texts, record, _ in
        guard let figure = try? Figure(texts.last ?? ""), figure.hundredths % 100 == 0,
          figure.currency == nil, figure.hundredths >= least * 100
        else { throw Refusal(name, rule: "number", expected: "a whole number such as 120") }
        record[keyPath: path] = figure.hundredths / 100
      },
      clear: { $0[keyPath: path] = nil },
      storage: .optional(name, path))
  }

  /// A number with at most two decimals that may be missing, kept in whole hundredths.
  static func decimal(
    _ name: String, _ path: any WritableKeyPath<R, Int?> & Sendable, in range: ClosedRange<Int>,
    _ heading: String, _ help: String, headings: String = "", uses: AttributeUses = .all
  ) -> Attribute {
    Attribute(
      name, heading, help, headings: headings, kind: .decimal(range), uses: uses,
      cell: { $0[keyPath: path].map { .decimal(hundredthsText($0)) } ?? .empty },
      read: { texts, record, _ in
        try AttributeProblem.refuseEitherWay(name, texts.last ?? "")
        guard let figure = try? Figure(decimal: texts.last ?? ""), figure.currency == nil,
          (range.lowerBound * 100...range.upperBound * 100).contains(figure.hundredths)
        else {
          throw Refusal(
            name, rule: "number",
            expected: "a number from \(range.lowerBound) to \(range.upperBound) with at most two "
              + "decimals, such as 4.5")
        }
        record[keyPath: path] = figure.hundredths
      },
      clear: { $0[keyPath: path] = nil },
      storage: .optional("\(name)_hundredths", path))
  }

  /// One of a few words, or none.
  static func optionalWord<Word: RecordWord>(
    _ name: String, _ path: any WritableKeyPath<R, Word?> & Sendable, _ heading: String,
    _ help: String, headings: String = "", uses: AttributeUses = .all,
    read: (@Sendable (String) -> Word?)? = nil
  ) -> Attribute {
    let words = Word.allCases.map(\.rawValue)
    return Attribute(
      name, heading, help, headings: headings, kind: .word(words), uses: uses,
      cell: { .text(orEmpty: $0[keyPath: path]?.rawValue) },
      read: { texts, record, _ in
        let text = (texts.last ?? "").trimmed
        guard let word = read?(text) ?? Word(rawValue: text.asciiLowered) else {
          throw Refusal(name, rule: name, words: words)
        }
        record[keyPath: path] = word
      },
      clear: { $0[keyPath: path] = nil },
      storage: AttributeStorage(
        columns: [name],
        load: { row, at, record in
          let text: String? = try row.storedOrNil(at, name)
          record[keyPath: path] = try text.map { _ in
            try row.stored(at, name) { Word(rawValue: $0) }
          }
        },
        bind: { record, _ in [record[keyPath: path]?.rawValue.databaseValue ?? .null] }))
  }
}

/// Hundredths as a plain number without needless zeros, such as `4.5` for 450.
package func hundredthsText(_ value: Int) -> String {
  let (whole, rest) = abs(value).quotientAndRemainder(dividingBy: 100)
  let sign = value < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  return rest % 10 == 0
    ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(padded(rest, to: 2))"
}

internal import Basics
internal import BluesCore
internal import Tabular

/// An option of imports that holds for the next list of the same name or source, unless that says it.
struct RememberedOption: Sendable {
  /// The option without its dashes.
  let name: String
  /// Whether it says how the bytes of the list are read.
  var isOfReading = false
  /// Whether a mapping file says it as well.
  var isOfMapping = false
  /// Whether it holds for the mended rows of a list alone, and not for its next edition.
  var isOfRejects = false
  /// What is said, as it is typed; a flag has an empty text.
  let values: @Sendable (ListSaying) -> [String]
  /// Takes over what the last import was given, where nothing is said; answers what was taken.
  let take: @Sendable (inout ListSaying, [String]) throws -> [String]

  /// An option with its value.
  struct Word: Equatable {
    let option: String
    let value: String

    init(option: String, value: String) {
      self.option = option
      self.value = value
    }

    /// Reads `--country=CZ`; nil for anything else.
    init?(_ text: String) {
      guard text.hasPrefix("--") else { return nil }
      let parts = text.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      self.init(option: String(parts[0]), value: parts.count == 2 ? String(parts[1]) : "")
    }

    /// The form in which it is stored.
    var text: String { value.isEmpty ? "--\(option)" : "--\(option)=\(value)" }

    /// The form in which a person types it.
    var typed: String { value.isEmpty ? "--\(option)" : "--\(option) \(Self.quoted(value))" }

    /// A value as a shell takes it.
    private static func quoted(_ text: String) -> String {
      let isPlain = text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "_./:=@%+,-".unicodeScalars.contains($0)
      }
      guard !isPlain else { return text }
      let pieces = text.split(separator: "'", omittingEmptySubsequences: false)
      return "'" + pieces.joined(separator: #"'\''"#) + "'"
    }
  }
}

extension RememberedOption {
  /// All of them, in the order in which they are told.
  static let all: [RememberedOption] =
    [
      one("partner", \.partner, { $0 }, { $0 }),
      RememberedOption(
        name: "country", values: { $0.country.map { [$0.code] } ?? [] },
        take: { saying, values in
          guard saying.country == nil, !saying.gives("country"),
            let country = values.last.flatMap({ CountryCode($0) })
          else { return [] }
          saying.country = country
          return [country.code]
        }),
      one("source", \.source, { $0 }, { $0 }),
      RememberedOption(
        name: "accept", values: { $0.accepted.map(\.rawValue) },
        take: { saying, values in
          guard saying.accepted.isEmpty else { return [] }
          saying.accepted = try values.map { try ContactRule(accepting: $0) }
          return values
        }),
      one("date-order", \.dateOrder, \.rawValue, { DateOrder(rawValue: $0) }),
      RememberedOption(
        name: "blank-words",
        values: { $0.list.mapped.blankWords.map { [$0.joined(separator: ",")] } ?? [] },
        take: { saying, values in
          guard saying.list.mapped.blankWords == nil, let words = values.last else { return [] }
          saying.list.mapped.blankWords = try Read.words(words)
          return [words]
        }),
      one("totals", \.list.mapped.totals, \.rawValue, { TotalsRows(rawValue: $0) }),
    ] + mapping + reading + values

  /// How columns go to fields.
  private static let mapping: [RememberedOption] = [
    one("mapping", \.list.mapped.mapping, { $0 }, { ListFile.exists($0) ? $0 : nil }).ofMapping(),
    RememberedOption(
      name: "map", values: { $0.list.mapped.assignments.map { "\($0.heading)=\($0.field)" } },
      take: { saying, values in
        let said = saying.list.mapped.assignments
        let taken = values.filter { text in
          guard let one = ImportRequest.Assignment(text) else { return false }
          return !said.contains { $0.heading.isSame(as: one.heading) || $0.field == one.field }
        }
        saying.list.mapped.assignments += taken.compactMap { ImportRequest.Assignment($0) }
        return taken
      }
    ).ofMapping(),
    one(
      "unmapped", \.list.mapped.unmapped, \.rawValue, { ImportRequest.Unmapped(rawValue: $0) }
    ).ofMapping(),
  ]

  /// What is said of the cells, which holds for the mended rows of the same list alone.
  private static let values: [RememberedOption] = [
    RememberedOption(
      name: "set", values: { $0.list.mapped.defaults.map { "\($0.field)=\($0.value)" } },
      take: { saying, values in
        let said = saying.list.mapped.defaults
        let taken = values.filter { text in
          guard let one = ImportRequest.Default(text) else { return false }
          return !said.contains { $0.field == one.field }
        }
        saying.list.mapped.defaults += taken.compactMap { ImportRequest.Default($0) }
        return taken
      }),
    one("decimal", \.decimal, \.rawValue, { DecimalSign(rawValue: $0) }),
    one("decimals", \.decimals, \.rawValue, { Hours.Decimals(rawValue: $0) }),
  ].map { $0.ofRejects() }

  /// How the bytes become rows.
  private static let reading: [RememberedOption] = [
    RememberedOption(
      name: "encoding", values: { $0.list.mapped.reading.encoding.map { [$0.name] } ?? [] },
      take: { saying, values in
        guard saying.list.mapped.reading.encoding == nil,
          let encoding = values.last.flatMap({ TextEncoding(named: $0) })
        else { return [] }
        saying.takeUsual(encoding)
        return [encoding.name]
      }),
    one(
      "delimiter", \.list.mapped.reading.delimiter, { written($0) },
      { try? Read.delimiter($0) }),
    RememberedOption(
      name: "no-header", values: { $0.list.mapped.reading.noHeader ? [""] : [] },
      take: { saying, _ in
        let reading = saying.list.mapped.reading
        guard !reading.noHeader, reading.headerLine == nil else { return [] }
        saying.list.mapped.reading.noHeader = true
        return [""]
      }),
    RememberedOption(
      name: "header-line", values: { $0.list.mapped.reading.headerLine.map { ["\($0)"] } ?? [] },
      take: { saying, values in
        let reading = saying.list.mapped.reading
        guard !reading.noHeader, reading.headerLine == nil, let line = values.last.flatMap(Int.init)
        else { return [] }
        saying.list.mapped.reading.headerLine = line
        return ["\(line)"]
      }),
    one("sheet", \.list.mapped.reading.sheet, { $0 }, { $0 }),
  ].map { $0.ofMapping().ofReading() }

  /// An option that is said once.
  private static func one<Value>(
    _ name: String, _ path: any WritableKeyPath<ListSaying, Value?> & Sendable,
    _ write: @escaping @Sendable (Value) -> String, _ read: @escaping @Sendable (String) -> Value?
  ) -> RememberedOption {
    RememberedOption(
      name: name, values: { $0[keyPath: path].map { [write($0)] } ?? [] },
      take: { saying, values in
        guard saying[keyPath: path] == nil, let text = values.last, let value = read(text) else {
          return []
        }
        saying[keyPath: path] = value
        return [text]
      })
  }

  /// A delimiter as it is typed.
  private static func written(_ delimiter: UInt8) -> String {
    delimiter == 0x09 ? "tab" : String(decoding: [delimiter], as: UTF8.self)
  }

  private func ofMapping() -> RememberedOption {
    var option = self
    option.isOfMapping = true
    return option
  }

  private func ofRejects() -> RememberedOption {
    var option = self
    option.isOfRejects = true
    return option
  }

  private func ofReading() -> RememberedOption {
    var option = self
    option.isOfReading = true
    return option
  }
}

extension ListSaying {
  /// Whether a value is given for all rows that do not say a field.
  fileprivate func gives(_ field: String) -> Bool {
    list.mapped.defaults.contains { $0.field == field } || field == "country" && country != nil
  }
}

internal import Basics
internal import BluesCore
internal import Documents

/// Where the columns of a list went, and why.
enum ColumnWords {
  /// A sentence for each reason, with the columns it holds for.
  static func text(_ mapping: Mapping) -> String {
    var groups: [(words: String, columns: [String])] = []
    func add(_ column: String, to words: String) {
      if let index = groups.firstIndex(where: { $0.words == words }) {
        groups[index].columns.append(column)
      } else {
        groups.append((words, [column]))
      }
    }
    // Of columns without heading and value that are to be kept there is nothing to keep.
    for column in mapping.columns where column.reason != .blankColumn || column.target == .ignored {
      add(shown(column), to: words(column))
    }
    let advice = mapping.columns.compactMap(\.advice)
    let sentences = groups.map { "\($0.words): \(listed($0.columns))." }
    return
      (sentences
      + (advice.isEmpty ? [] : ["Kept, but similar to fields: \(advice.joined(separator: "; "))."]))
      .joined(separator: " ")
  }

  /// The columns, as many as anybody reads.
  private static func listed(_ columns: [String]) -> String {
    guard columns.count > mostShown else { return columns.joined(separator: ", ") }
    return columns.prefix(mostShown).joined(separator: ", ")
      + " and \(columns.count - mostShown) more"
  }

  private static let mostShown = 200

  private static func shown(_ column: Mapping.Column) -> String {
    switch column.target {
    case .field(let name): "\(column.heading) → \(name)"
    case .fields(let names): "\(column.heading) → \(names.joined(separator: " + "))"
    case .more(let name): "\(column.heading) → \(name) as well"
    case .kept, .ignored: column.heading
    }
  }

  private static func words(_ column: Mapping.Column) -> String {
    switch (column.target, column.reason) {
    case (.kept, .file(let name)): "Kept by \(name)"
    case (.kept, _): "Kept"
    case (.ignored, .file(let name)): "Ignored by \(name)"
    case (.ignored, .blankColumn): "Ignored, without heading and value"
    case (.ignored, .ownColumn): "Ignored, as columns of a rejects file"
    case (.ignored, .workedOut): "Ignored, as they are worked out"
    case (.ignored, _): "Ignored"
    case (_, let reason): "Columns \(reason.words)"
    }
  }

  static func data(_ mapping: Mapping) -> JSONValue {
    .array(
      mapping.columns.map { column in
        let fields = column.target.fields
        let use =
          switch column.target {
          case .field, .fields, .more: "mapped"
          case .kept: "kept"
          case .ignored: "ignored"
          }
        return .object([
          JSONMember("number", .integer(column.number)),
          JSONMember("heading", .string(column.heading)),
          JSONMember("field", fields.first.map { .string($0) } ?? .null),
          JSONMember("fields", .array(fields.map { .string($0) })),
          JSONMember("use", .string(use)),
          JSONMember("reason", .string(column.reason.key)),
          JSONMember("because", .string(column.reason.words)),
        ])
      })
  }
}

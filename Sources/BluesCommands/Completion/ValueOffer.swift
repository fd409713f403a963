internal import BluesCore
internal import Documents

/// What is offered for a value of a kind.
struct ValueOffer {
  let kind: ValueKind
  let line: TypedCommand
  let live: LiveWords
  /// What stands before the value in its word, such as `--sort=`.
  let start: String

  func offer(_ word: String) -> Offer {
    switch kind {
    case .columns: list(word, mayTurn: false)
    case .order: list(word, mayTurn: true)
    case .condition: field(word, columns, behind: "=")
    case .given: field(word, FieldNames.filled(by: line.command), behind: "=")
    case .personOfName:
      field(word, live.words(.records(Person.register.path), word, after: []), behind: "@")
    case .assigned(let names): field(word, names.map { Candidate($0) }, behind: "=")
    case .assignment: behindEquals(word) { FieldNames.filled(by: line.command) }
    case .taken:
      word.contains("=")
        ? behindEquals(word) { line.values.map { Candidate($0) } }
        : field(word, FieldNames.taken(by: line.command), behind: "=")
    case .likeFirst:
      first.map { ValueOffer(kind: $0, line: line, live: live, start: start).offer(word) }
        ?? .nothing
    default: .words(live.words(kind, word, after: line.values), word, behind: start)
    }
  }

  private var first: ValueKind? {
    let kind = line.arguments.first(where: \.description.isPositional)?.kind
    return kind == .likeFirst ? nil : kind
  }

  private var columns: [Candidate] { FieldNames.columns(of: line.command) }

  /// The last of several fields between commas; a minus turns the order of one round.
  private func list(_ word: String, mayTurn: Bool) -> Offer {
    let parts = word.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    var last = parts.last ?? ""
    var before = parts.dropLast().map { "\($0)," }.joined()
    if mayTurn, last.hasPrefix("-") {
      last.removeFirst()
      before += "-"
    }
    let used = parts.dropLast().map { part in mayTurn ? String(part.drop { $0 == "-" }) : part }
    return .words(
      columns.filter { !used.contains($0.word) }, last, behind: start + before, isOpen: true)
  }

  /// A field that a sign and a value follow.
  private func field(_ word: String, _ fields: [Candidate], behind sign: String) -> Offer {
    .words(
      fields.map { Candidate($0.word + sign, $0.meaning) }, word, behind: start, isOpen: true)
  }

  private func behindEquals(_ word: String, _ fields: () -> [Candidate]) -> Offer {
    guard let equals = word.firstIndex(of: "=") else { return .nothing }
    let behind = word.index(after: equals)
    return .words(fields(), String(word[behind...]), behind: start + word[..<behind])
  }
}

/// The fields that a command knows.
enum FieldNames {
  static func columns(of command: Any.Type) -> [Candidate] {
    ((command as? any ColumnedCommand.Type)?.columns ?? []).map { Candidate($0.name, $0.heading) }
  }

  static func filled(by command: Any.Type) -> [Candidate] {
    ((command as? any FilledCommand.Type)?.filled ?? []).map { Candidate($0) }
  }

  static func taken(by command: Any.Type) -> [Candidate] {
    ((command as? any MergingCommand.Type)?.taken ?? []).map { Candidate($0) }
  }
}

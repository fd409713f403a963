internal import Basics
internal import GRDB

extension ProjectDetails {
  /// What is said of the project itself; nil leaves what is known.
  package struct Saying: Sendable, Equatable {
    package var acronym: String?
    package var title: String?
    package var grantNumber: String?
    /// The project that it follows, who pays for it, and what it is about.
    package var predecessor: String?
    package var funders: String?
    package var theme: String?
    /// The names of facts that are confirmed as they stand.
    package var confirmed: [String] = []
    /// Where all of it is said, such as an article of the grant agreement.
    package var source: String?

    package init(
      acronym: String? = nil, title: String? = nil, grantNumber: String? = nil,
      predecessor: String? = nil, funders: String? = nil, theme: String? = nil,
      confirmed: [String] = [], source: String? = nil
    ) {
      self.acronym = acronym
      self.title = title
      self.grantNumber = grantNumber
      self.predecessor = predecessor
      self.funders = funders
      self.theme = theme
      self.confirmed = confirmed
      self.source = source
    }
  }

  /// Changes the project's own facts, and confirms others as they stand.
  ///
  /// - Throws: `ProjectProblem.unknownFact` for a fact that the project does not have.
  package func set(_ saying: Saying) throws {
    let said: [(fact: String, column: String?, text: String?)] = [
      ("acronym", "acronym", saying.acronym), ("title", "title", saying.title),
      ("grant", "grant_number", saying.grantNumber), ("predecessor", nil, saying.predecessor),
      ("funders", nil, saying.funders), ("theme", nil, saying.theme),
    ]
    let values = said.compactMap { fact, column, text in
      text.map { (fact: fact, column: column, value: CellText.trimmed($0)) }
    }
    guard !values.isEmpty || !saying.confirmed.isEmpty else { throw ProjectProblem.nothingToSet }
    if let empty = values.first(where: {
      $0.value.isEmpty && ["acronym", "title"].contains($0.fact)
    }) {
      throw ProjectProblem.needed(empty.fact)
    }
    try store.write { write in
      for (fact, column, value) in values {
        let stored = value.isEmpty ? nil : value
        if let column {
          try write.db.execute(sql: "UPDATE project SET \(column) = ?", arguments: [stored])
        }
        try restate(fact, stored, saying.source, write)
      }
      for name in saying.confirmed {
        try write.db.execute(
          sql: "UPDATE fact SET mark = 'confirmed', source = ? WHERE subject = ? AND name = ?",
          arguments: [saying.source, StatedFact.project, name])
        guard write.db.changesCount > 0 else {
          let known = try StatedFact.about(StatedFact.project, in: write.db).map(\.name)
          throw ProjectProblem.unknownFact(name, known: known)
        }
      }
      let names = values.map(\.fact) + saying.confirmed.map { "\($0) confirmed" }
      write.records(
        "changed the project: \(names.joined(separator: ", "))", affecting: values.map(\.fact))
    }
  }

  private func restate(
    _ name: String, _ value: String?, _ source: String?, _ write: Transaction
  ) throws {
    try write.db.execute(
      sql: "DELETE FROM fact WHERE subject = ? AND name = ?",
      arguments: [StatedFact.project, name])
    guard let value else { return }
    let fact = StatedFact(
      name: name, value: value, mark: source == nil ? .own : .confirmed, source: source)
    try StatedFact.insert(fact, about: StatedFact.project, write)
  }
}

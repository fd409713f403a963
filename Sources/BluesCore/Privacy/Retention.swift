package import Basics
internal import GRDB

/// Contacts whose time is over, by the rules of retention with the project's figures.
package struct Retention: Sendable {
  /// Until when contacts may be held, and how many.
  package struct Next: Sendable, Equatable {
    /// The last day on which they may be held.
    package let until: Day
    package let count: Int
  }

  let store: Store

  /// The contacts that may not be held any longer on a day, those first whose time was over first.
  package func due(on day: Day) throws -> [RetentionTerm] {
    try store.read { try Self.due(on: day, $0) }
  }

  static func due(on day: Day, _ db: Database) throws -> [RetentionTerm] {
    try RetentionTerm.fetchAll(db)
      .compactMap { term in term.until.map { (term: term, until: $0) } }
      .filter { $0.until < day }
      .sorted { ($0.until, $0.term.contact.value) < ($1.until, $1.term.contact.value) }
      .map { try $0.term.named(db) }
  }

  /// The next that will be due after a day; nil where nothing has an end yet.
  package func next(after day: Day) throws -> Next? {
    try store.read { try RetentionTerm.counts($0) }.first { $0.until >= day }
  }

  /// Erases all contacts that are due today, as one step that no undo takes back.
  ///
  /// - Returns: What was done of each; empty where nothing is due. The first one has the files and the
  ///   copies of all, and whether the traces are out of the file.
  package func apply() throws -> [Erasure] {
    var erasures = try store.write { write -> [Erasure] in
      let due = try Self.due(on: write.invocation.today, write.db)
      guard !due.isEmpty else { return [] }
      return try store.erasures.erase(
        due.map(\.contact.value), because: "retention: the time is over", write)
    }
    guard !erasures.isEmpty, !store.invocation.isRehearsal else { return erasures }
    try erasures[0].finish(store)
    return erasures
  }
}

extension Store {
  package var retention: Retention { Retention(store: self) }
}

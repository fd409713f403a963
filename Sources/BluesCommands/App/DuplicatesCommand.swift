internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

/// A list of duplicates, which merges them where that is wanted.
protocol DuplicatesCommand: ParsableCommand, ColumnedCommand {
  associatedtype Record: Sendable
  var wanted: DuplicatesOptions { get }
  /// The record whose duplicates are wanted; nil for all.
  var only: String? { get }
  var all: MergeAllOptions { get }
  var store: StoreOptions { get }
  var list: ListOptions { get }
  /// What one record is called.
  static var noun: String { get }
  static func name(_ record: Record) -> (code: String, title: String)
  /// The pairs of at least a score, the best `most` of them.
  static func find(
    in store: Store, atLeast score: Int, of record: String?, most: Int
  ) throws -> Duplicates<Record>
  static func mergeSure(in store: Store) throws -> SureMerges<Record>
}

extension DuplicatesCommand {
  static var columns: [Column] { DuplicatesPage.columns }

  func validate() throws {
    guard all.merge != nil else { return }
    if only != nil || list.at != nil {
      throw ValidationError("--merge takes all sure duplicates, as they are now.")
    }
  }

  func run() throws {
    guard all.merge == nil else { return try mergeAll() }
    let found = try Self.find(
      in: store.toRead(at: list.at, for: list.output), atLeast: wanted.atLeast, of: only,
      most: wanted.most(list))
    try DuplicatesPage.show(found, list, naming: Self.name)
  }

  /// Shows what would be merged and asks; then merges and tells.
  private func mergeAll() throws {
    let isRehearsal = all.isRehearsal
    try ChangeDoor(
      command: CommandLookup.path(of: Self.self), project: store, output: list.output,
      isRehearsal: isRehearsal
    ).change { store in
      let preview = try Self.mergeSure(in: store.rehearsal)
      var result = preview
      if !isRehearsal, !preview.groups.isEmpty {
        let count = counted(preview.merged, Self.noun)
        try all.confirmation.ask(
          "Merge \(count) into \(preview.groups.count)?",
          showing: preview.groups.flatMap {
            MergePage.preview(Self.name($0.survivor), $0.merged.map(Self.name), $0.choices)
          })
        result = try Self.mergeSure(in: store)
      }
      return try MergePage.answer(
        result, list, noun: Self.noun, isRehearsal: isRehearsal, naming: Self.name)
    }
  }
}

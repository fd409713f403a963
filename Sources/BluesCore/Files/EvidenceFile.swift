internal import GRDB

/// A file that is given with a change of a record as its evidence, read before the change; it is
/// registered behind the record in the same step.
package struct EvidenceFile: Sendable {
  private let draft: DocumentDraft
  private let read: FileToRegister

  /// - Throws: `FileProblem` for a file that cannot be read.
  package init(_ path: String, kind: String) throws {
    var draft = try DocumentDraft(kind: kind)
    draft.file = path
    self.draft = draft
    read = try FileToRegister(path: path)
  }

  /// Registers it behind a record; one that is there already with the same bytes stays.
  func register(
    behind place: RecordPlace, _ code: String, in store: Store, _ write: Transaction
  ) throws {
    try FileCopies.with(store) { copies in
      do {
        _ = try draft.insert(read, behind: place, code, copies, write)
      } catch DocumentProblem.thereAlready {}
    }
  }
}

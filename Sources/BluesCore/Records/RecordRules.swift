internal import GRDB

/// What no attribute can say by itself.
struct RecordRules<R: Record>: Sendable {
  /// The SQL of further columns, read by `derive` by their names.
  var selections: [String] = []
  /// Gets ready what derives the properties that are worked out and never stored.
  var derive: @Sendable (RecordContext) throws -> (inout R, Row) throws -> Void = { _ in
    { _, _ in }
  }
  /// Completes a record and refuses what cannot stand, before anything is written.
  ///
  /// It is given the record as it was, nil for a new one, and what is said of it.
  var check: @Sendable (inout R, R?, inout Changes, RecordContext) throws -> Void = {
    _, _, _, _ in
  }
  /// Which record a row of a list means by its code, which may be one of before or a new one.
  var meant: @Sendable (R.Code, [String: String], RecordContext) throws -> MeantRecord<R.Code> = {
    code, _, _ in MeantRecord(code: code)
  }
  /// Gives a record the new code that a list has for it.
  var rename: @Sendable (R.Code, R.Code, Transaction, RecordContext) throws -> Void = {
    _, _, _, _ in
  }
  /// The code that a record has now which once had another one; nil where there is none.
  var renamed: @Sendable (R.Code, Database) throws -> R.Code? = { _, _ in nil }
  /// How a row without a code names its record; nil where every row has to have a code.
  var key: RecordKey<R>?
  /// Gets ready what may be a slip in a record that a list brings; in sentences where it is said so.
  var warnings: (@Sendable (RecordContext) throws -> (R, Bool) throws -> Doubts)?
  /// Writes what else follows from a change, such as a line of the record's story.
  var follow: @Sendable (R?, R, Int64, Transaction) throws -> Void = { _, _, _, _ in }
}

/// The record that a row of a list means.
struct MeantRecord<Code: RecordCode> {
  /// Its code as the project has it, or that of a new record.
  let code: Code
  /// The code that the list gives a known record.
  var newCode: Code?

  /// Its code once the row is stored.
  var laterCode: Code { newCode ?? code }
}

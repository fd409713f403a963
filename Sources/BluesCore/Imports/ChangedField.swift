/// A value of a known record that a list changed.
package struct ChangedField: Sendable, Equatable {
  package let line: Int
  /// The record's code, such as `D3.2`.
  package let code: String
  /// The field's name in files.
  package let field: String
  package let was: String?
  package let now: String?
}

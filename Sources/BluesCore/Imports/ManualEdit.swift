/// A field that keeps what a person made of it, though the list says something else.
package struct ManualEdit: Sendable, Equatable {
  package let line: Int
  /// The id of the contact or record, such as `C17` or `D3.2`, and what to call it.
  package let code: String
  package let title: String
  /// The field's name in files.
  package let field: String
  /// What stays; nothing where a person took the value away.
  package let kept: String?
  package let listed: String?
  /// Whether the list changed the field too, instead of saying what it said before.
  package let isConflict: Bool
}

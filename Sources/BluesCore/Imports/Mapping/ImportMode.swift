/// What an import may do to the project.
package enum ImportMode: String, Sendable, CaseIterable {
  /// Adds new contacts; known ones stay as they are.
  case create
  /// Changes known contacts; a row that nobody answers to is rejected.
  case update
  /// Adds new contacts and changes known ones.
  case upsert
  /// Adds new contacts and fills what is blank in known ones, overwriting nothing.
  case fill
}

/// What a blank cell does to the value that a known contact has.
package enum BlankCells: String, Sendable, CaseIterable {
  case keep
  /// Takes the value away, of the fields that the list has a column for.
  case clear
}

/// What a list does to the fields of a contact that a person changed since the list spoke last.
package enum EditedFields: String, Sendable, CaseIterable {
  /// They stay, and the import tells what the list says of them.
  case keep
  case replace
}

/// What becomes of known records that a list no longer has.
package enum AbsentChoice: String, Sendable, CaseIterable {
  case keep
  case remove
}

/// A person under erasure: the contact that was asked for, and all rows of the person.
struct ErasedPerson {
  let id: Int64
  let rows: ErasedRows

  var code: String { "C\(RowID(id).running)" }

  /// What stands in place of the person's name.
  var pseudonym: String { ErasedColumns.pseudonym(id) }
}

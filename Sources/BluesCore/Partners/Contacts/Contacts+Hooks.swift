internal import GRDB

extension Contacts {
  /// What the address list has the store do: the search follows every change, an organisation stays
  /// in the cluster of a partner who has a contact there since, and corrections go with their contact.
  static let hooks: StoreHooks = {
    var hooks = StoreHooks()
    hooks.afterChange = [{ try SearchIndex.refresh($0, changed: $1) }]
    hooks.afterUndo = [
      { db, step in
        try ContactEdits.forgetGone(db)
        try ContactTable.readAgain(db, importedBy: step)
      }
    ]
    hooks.keptByUndo["membership"] = { undo in
      """
      EXISTS (SELECT 1 FROM contact
              WHERE contact.organisation_id = membership.organisation_id
                AND contact.partner_id = membership.partner_id
                AND (contact.batch >= \(undo.step) OR contact.id IN \(undo.touched("contact"))))
      """
    }
    return hooks
  }()
}

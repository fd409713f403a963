internal import Basics
internal import GRDB

extension Profiles {
  /// What came of registering the organisations of contacts.
  package struct Registered: Sendable, Equatable {
    package internal(set) var profiles: [Profile] = []
    /// Organisations that were registered in that role before, each once.
    package internal(set) var alreadyThere = 0
    package internal(set) var withoutOrganisation = 0
  }

  /// Registers the organisations of contacts, each once, in one step.
  ///
  /// What the first contact of an organisation says of its town, sector and language holds where
  /// the draft says nothing.
  package func add(contacts codes: [String], _ draft: Draft) throws -> Registered {
    let stored = try Self.checked(draft)
    return try store.write { write in
      let db = write.db
      let table = try ProfileTable(write)
      var registered = Registered()
      var seen: Set<RowID> = []
      var added: [Organisation] = []
      for code in codes {
        let contact = try Contacts.fetch(code, db)
        guard let id = contact.organisation else {
          registered.withoutOrganisation += 1
          continue
        }
        guard seen.insert(id).inserted else { continue }
        let organisation = try Organisations.fetch(id.value, db)
        guard try Self.id(of: organisation, as: draft.role, db) == nil else {
          registered.alreadyThere += 1
          continue
        }
        try Self.put(id.value, Self.completed(stored, by: contact), write, table)
        added.append(organisation)
      }
      registered.profiles = try added.flatMap { try Self.fetch($0, draft.role, db) }
      write.records(
        "registered \(counted(added.count, "organisation")) as "
          + agreeing(added.count, draft.role.rawValue, "\(draft.role.rawValue)s"),
        affecting: added.map(\.code))
      return registered
    }
  }
}

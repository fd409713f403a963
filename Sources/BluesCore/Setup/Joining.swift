internal import Basics
internal import GRDB

/// A partner's copy that is made from the first parcel of the coordinator.
package struct Joining {
  private let parcel: OpenedParcel
  private let partner: String

  /// The coordinator, and the key that the parcel is signed with: to be compared by phone.
  package let coordinator: String
  package let key: PublicKey

  /// Reads the parcel with the key beside the project file that is to be made.
  ///
  /// - Throws: `ParcelProblem` for a parcel that is not for this partner, or not the coordinator's.
  package init(
    _ file: String, as partner: String, at path: String, invocation: Invocation
  ) throws {
    let secret = try KeyFile(ofProject: path).existing()
    let (label, sealed) = try OpenedParcel.outside(file)
    guard label.recipient.asciiLowered == partner.trimmed.asciiLowered else {
      throw ParcelProblem.notForUs(file, recipient: label.recipient, copy: partner)
    }
    parcel = try OpenedParcel(file, label, sealed, with: secret, invocation: invocation)
    let sender = try parcel.store.read { try Partner.coordinator($0) }
    guard sender == label.sender else {
      throw ParcelProblem.misfit(file, detail: "its sender is not the coordinator")
    }
    self.partner = label.recipient
    coordinator = label.sender
    key = label.key
  }

  /// Makes the copy; none in a dry run.
  package func make(at path: String, invocation: Invocation) throws -> Store? {
    let own = try KeyFile(ofProject: path).existing().publicKey
    return try Store.create(at: path, invocation: invocation) { store in
      try store.write { write in
        let db = write.db
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        try parcel.store.read { inside in
          for table in SharedScope.tables {
            try ParcelRows.copy(
              table, where: "1", of: 0, isForOwner: true, from: inside, to: db)
          }
        }
        let id = try Partner.id(partner, in: db)
        let identity = CopyIdentity(organisation: partner, project: parcel.header.project)
        try CopyIdentity.set(
          identity, firstNumber: CopyIdentity.numbers(ofPartner: id).lowerBound, in: db)
        try NumbersInUse.note(parcel.store, file: write.file, in: db)
        _ = try MemberKeys.admit(own, of: partner, because: "Made here", write)
        _ = try MemberKeys.admit(
          key, of: coordinator, because: "Confirmed when the copy was made", write)
        let number = try write.nextID("parcel")
        try parcel.header.insert(
          id: number, direction: "received", label: parcel.label, state: "applied", in: db)
        try ParcelLog.keep(parcel.store.bytes(), of: number, db)
        write.comesInAParcel()
        write.isNeverUndone()
        write.records(
          "made the copy of \(partner) from parcel \(parcel.header.sequence) of \(coordinator)",
          affecting: [partner])
      }
    }
  }
}

internal import Basics
internal import GRDB

/// Parcels that arrive: checked, and kept until they are reviewed; nothing else is changed.
package struct ParcelReceiving: Sendable {
  let store: Store

  /// Receives a file, and refuses what is not right with it.
  package func receive(file path: String) throws -> ParcelArrival {
    let key = try KeyFile(ofProject: store.path).existing()
    return try store.write { write in
      let arrival = try take(path, key, write)
      Self.record([arrival], write)
      return arrival
    }
  }

  /// Receives all parcels of a folder, in the order of their numbers; what is refused hinders no other.
  package func receive(folder: String) throws -> [ParcelArrival] {
    let key = try KeyFile(ofProject: store.path).existing()
    let names = try FolderListing.entries(of: folder)
    return try store.write { write in
      let identity = try Sharing.identity(write.db)
      var arrivals: [ParcelArrival] = []
      var files: [(path: String, sequence: Int)] = []
      for name in names {
        let path = "\(folder)/\(name)"
        if let copy = ArrivingName.reason(name) {
          arrivals.append(ParcelArrival(file: name, outcome: .left, detail: copy))
          continue
        }
        guard name.hasSuffix(ParcelFile.ending) else { continue }
        do {
          let label = try OpenedParcel.outside(path).label
          // In a folder for all, the parcels for others lie beside our own.
          guard label.recipient == identity.organisation || label.project != identity.project
          else { continue }
          files.append((path, label.sequence))
        } catch let problem as any Problem {
          // A folder, a pipe or a link that leads nowhere hinders no parcel beside it.
          var isComing = false
          if case .cutOff? = problem as? ParcelProblem { isComing = true }
          arrivals.append(
            ParcelArrival(
              file: name, outcome: isComing ? .left : .refused, detail: problem.sentence))
        }
      }
      for file in files.sorted(by: { ($0.sequence, $0.path) < ($1.sequence, $1.path) }) {
        let name = String(file.path.dropFirst(folder.count + 1))
        do {
          arrivals.append(try take(file.path, called: name, key, write))
        } catch let problem as any Problem {
          arrivals.append(ParcelArrival(file: name, outcome: .refused, detail: problem.sentence))
        }
      }
      Self.record(arrivals, write)
      return arrivals
    }
  }

  private static func record(_ arrivals: [ParcelArrival], _ write: Transaction) {
    let kept = arrivals.filter { [.waiting, .superseded, .forked].contains($0.outcome) }
    let senders = Set(kept.compactMap(\.sender)).sorted()
    write.isNeverUndone()
    write.records(
      "received \(counted(kept.count, "parcel")) from \(senders.joined(separator: ", "))",
      affecting: senders)
  }

  private func take(
    _ path: String, called name: String? = nil, _ key: SecretKey, _ write: Transaction
  ) throws -> ParcelArrival {
    let db = write.db
    let identity = try Sharing.identity(db)
    let (label, sealed) = try OpenedParcel.outside(path)
    let sender = try Self.checkLabel(label, path, identity, db)
    let log = try ParcelLog.received(from: sender, db)
    let known = log.first { $0.sha256 == label.sha256 }
    if let known, try !known.lacksRows(db) {
      return ParcelArrival(
        file: name ?? path, outcome: .known, sender: sender, sequence: label.sequence,
        detail: "Its state is: \(known.state.rawValue).")
    }
    let parcel = try OpenedParcel(path, label, sealed, with: key, invocation: store.invocation)
    let isPartners = try sender != Partner.coordinator(db)
    if isPartners { try parcel.checkScope(path) }
    let placed = known.map(ParcelPlace.init(again:)) ?? ParcelPlace.of(parcel.header, among: log)
    for (id, state) in placed.others { try ParcelLog.setState(state, of: id, db) }
    var details = [placed.detail, try Self.restoredHere(parcel.header, db)]
    let id = try known?.id ?? write.nextID("parcel")
    if known == nil {
      try parcel.header.insert(
        id: id, direction: "received", label: label, state: placed.state.rawValue, in: db)
    }
    if placed.state != .superseded {
      let (rows, leftOut) = try kept(of: parcel.store, from: sender, write)
      details.append(leftOut)
      // As this program lays it out, so that a later one need not bring it up to date again.
      try ParcelLog.keep(try rows.bytes(), of: id, db)
      if isPartners, placed.state != .forked {
        details.append(try refuseForeign(in: rows, of: sender, write))
      }
    }
    let said = details.compactMap(\.self)
    let detail = said.isEmpty ? nil : said.joined(separator: " ")
    try ParcelLog.setApplied(placed.state, of: id, remainder: detail, db)
    try ParcelLog.prune(sender, db)
    return ParcelArrival(
      file: name ?? path, outcome: placed.outcome, sender: sender, sequence: label.sequence,
      rows: parcel.header.tables.values.reduce(0) { $0 + $1.rows }, detail: detail)
  }

  /// What is to be said where the sender has applied a parcel from here that this file does not know.
  private static func restoredHere(_ header: ParcelHeader, _ db: Database) throws -> String? {
    guard let base = header.base else { return nil }
    let isKnown = try ParcelLog.sent(to: header.sender, db).contains {
      header.wasMade(on: $0.header.sequence, sha256: $0.sha256)
    }
    return isKnown
      ? nil
      : "\(header.sender) has applied parcel \(base) of \(header.recipient), which is not in this "
        + "file as it was sent: was this file restored from a backup?"
  }

  /// Whether a parcel is for this copy, from a partner whose key is admitted here.
  static func checkLabel(
    _ label: ParcelLabel, _ path: String, _ identity: CopyIdentity, _ db: Database
  ) throws -> String {
    guard label.project == identity.project else { throw ParcelProblem.otherProject(path) }
    guard label.recipient == identity.organisation else {
      throw ParcelProblem.notForUs(
        path, recipient: label.recipient, copy: identity.organisation)
    }
    // Partners send to the coordinator alone.
    let coordinator = try Partner.coordinator(db)
    guard try Partner.codes(db).contains(label.sender),
      [identity.organisation, label.sender].contains(coordinator)
    else {
      throw ParcelProblem.unknownSender(path, sender: label.sender)
    }
    guard let known = try MemberKeys.one(label.key, db) else {
      throw ParcelProblem.unknownKey(
        path, sender: label.sender, fingerprint: label.key.fingerprint)
    }
    guard known.partner == label.sender else {
      throw ParcelProblem.forged(path, sender: label.sender)
    }
    if let day = known.revokedOn {
      throw ParcelProblem.revokedKey(path, sender: label.sender, on: day)
    }
    return label.sender
  }
}

extension Store {
  package var receiving: ParcelReceiving { ParcelReceiving(store: self) }
}

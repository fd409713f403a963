import Basics
import Foundation
import GRDB

@testable import BluesCore

/// The life of one project in five copies, drawn by lot, and what went wrong in it.
///
/// The project is prepared once, and its files are copied for each life; the copies stay open. What is
/// noted on the way says later whether a change was made that nobody reviewed.
final class SharedLife {
  static let coordinator = "BNPT"
  static let partners = ["AV", "MCICT", "NP", "ZINNAE"]
  static let all = [coordinator] + partners

  /// What must not happen, in words.
  private(set) var faults: [String] = []
  private(set) var rows: [String: [LifeRow: (partner: String, text: String)]] = [:]

  private let folder: ProjectFolder
  private var random: SplitMix64
  private var stores: [String: Store] = [:]
  private var mail: [(path: String, sender: String, recipient: String)] = []
  private var letters = 0
  private var marks = 0
  /// What each copy has ever had of a row; nil is having it no longer.
  private var known: [String: [LifeRow: Set<String?>]] = [:]
  /// Rows that a copy refused or parked once: these count as not changed there.
  private var declined: [String: Set<String>] = [:]
  /// Rows that a copy had at some time since it was last restored.
  private var had: [String: Set<LifeRow>] = [:]
  private var backups: Set<String> = []

  init(seed: Int) throws {
    random = SplitMix64(seed: seed)
    folder = try ProjectFolder()
    let prepared = try Self.prepared.get()
    for (name, bytes) in prepared {
      try folder.write(bytes, to: name)
      // Keys are the owner's alone.
      chmod(folder.path(name), 0o600)
    }
    for copy in Self.all {
      try open(copy)
      try look(copy)
    }
  }

  /// The files of a project that is shared by all.
  private static let prepared = Result {
    let store = try Store.blues()
    try LifeTable.prepare(store, all)
    let shared = try SharedProject(store)
    for partner in partners where partner != "NP" { try shared.join(partner) }
    let names = all.map { $0.lowercased() }.flatMap { ["\($0).db", "\($0).db.key"] }
    return try names.map { ($0, try shared.folder.bytes($0)) }
  }

  private func path(_ copy: String) -> String { folder.path("\(copy.lowercased()).db") }

  private func open(_ copy: String) throws {
    stores[copy] = try Store.openToWrite(at: path(copy), invocation: .test(on: "2020-09-01"))
  }

  /// A copy, by a clock that may be years off.
  private func store(_ copy: String) throws -> Store {
    guard let store = stores[copy] else { throw CocoaError(.fileNoSuchFile) }
    let year = random.upTo(8) == 0 ? random.pick([1999, 2035]) : 2020 + random.upTo(2)
    return try store.on("\(year)-0\(1 + random.upTo(9))-1\(random.upTo(10))")
  }

  /// Notes what a copy has now.
  private func look(_ copy: String) throws {
    guard let store = stores[copy] else { return }
    let found = try LifeTable.rows(store)
    for row in (rows[copy] ?? [:]).keys where found[row] == nil {
      known[copy, default: [:]][row, default: []].insert(nil)
    }
    had[copy, default: []].formUnion(found.keys)
    for (row, value) in found { known[copy, default: [:]][row, default: []].insert(value.text) }
    rows[copy] = found
  }

  /// One month: what was lately done, and what happens to the parcels.
  func month() throws {
    try edit(random.pick(Self.all))
    if random.upTo(2) == 0 { try edit(random.pick(Self.all)) }
    let copy = random.pick(Self.all + [Self.coordinator, Self.coordinator])
    let other = copy == Self.coordinator ? random.pick(Self.partners) : Self.coordinator
    switch random.upTo(12) {
    case 0..<5:
      let path = try send(copy, to: other)
      // Lost, there once, or twice.
      for _ in 0..<random.upTo(3) { mail.append((path, copy, other)) }
    case 5..<8: try deliver()
    case 8: try forge()
    case 9: try backUpOrRestore(copy)
    default: try review(copy)
    }
    if random.upTo(2) == 0 { try deliver() }
    if random.upTo(3) == 0 { try review(Self.coordinator) }
  }

  private func edit(_ copy: String) throws {
    let partner = copy == Self.coordinator ? "NP" : copy
    let table = random.pick(LifeTable.allCases)
    let own = (rows[copy] ?? [:]).filter {
      $0.key.table == table.rawValue
        && (copy == Self.coordinator || $0.value.partner == copy
          || $0.value.text.hasSuffix("|\(copy)"))
    }.keys.sorted { RowID($0.id).running < RowID($1.id).running }
    let value = random.upTo(1000)
    let choice = random.upTo(6)
    marks += 1
    let mark = "\(LifeTable.secret)\(partner)-\(marks)"
    _ = try store(copy).write { write in
      if copy == Self.coordinator, choice == 5 {
        try write.db.execute(
          sql: "UPDATE work_package SET title = ? WHERE number = 1", arguments: ["Plan \(marks)"])
      } else if own.isEmpty || choice < 2 {
        try table.add(mark, of: partner, write)
      } else if choice == 2, own.count > 1 {
        try table.remove(own[value % own.count].id, write.db)
      } else {
        try table.change(own[value % own.count].id, to: value, write.db)
      }
      write.records("edited")
    }
    try look(copy)
  }

  /// Packs a parcel, looks through its bytes for what is not the recipient's, and puts it aside.
  private func send(_ copy: String, to other: String) throws -> String {
    let made = try store(copy).packing.pack(for: other, to: folder.url.path).made[0]
    letters += 1
    let path = folder.path("letter-\(letters).parcel")
    try FileManager.default.moveItem(atPath: made.path, toPath: path)
    let key = try KeyFile(ofProject: self.path(other)).existing()
    let partner = copy == Self.coordinator ? other : copy
    let content = Data(key.open(try OpenedParcel.outside(path).sealed) ?? [])
    if content.isEmpty { faults.append("\(other) cannot open a parcel of \(copy)") }
    for mark in Self.secrets(content) where mark != partner {
      faults.append("a parcel of \(copy) for \(other) has a secret of \(mark)")
    }
    return path
  }

  /// The partners whose secrets are in bytes.
  static func secrets(_ content: Data) -> Set<String> {
    var found: Set<String> = []
    var rest = content.startIndex..<content.endIndex
    while let place = content.range(of: Data(LifeTable.secret.utf8), in: rest) {
      let name = content[place.upperBound...].prefix { $0 != UInt8(ascii: "-") }.prefix(12)
      found.insert(String(decoding: name, as: UTF8.self))
      rest = place.upperBound..<content.endIndex
    }
    return found
  }

  private func deliver() throws {
    guard !mail.isEmpty else { return }
    let letter = mail.remove(at: random.upTo(mail.count))
    _ = try receive(letter.path, in: letter.recipient)
  }

  /// Receives a parcel, which changes no record.
  private func receive(_ path: String, in copy: String) throws -> ParcelArrival {
    let arrival = try store(copy).receiving.receive(file: path)
    let before = rows[copy]?.mapValues(\.text)
    try look(copy)
    if rows[copy]?.mapValues(\.text) != before { faults.append("receiving changed \(copy)") }
    return arrival
  }

  /// A changed byte, or the label of another partner: nothing of it is taken.
  private func forge() throws {
    guard let letter = mail.isEmpty ? nil : random.pick(mail) else { return }
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: letter.path)))
    if random.upTo(2) == 0 {
      // Of the sealed bytes; hexadecimal digits above them say the same in either case.
      bytes[bytes.count - 1 - random.upTo(bytes.count - 2_000)] ^= UInt8(1 << random.upTo(8))
    } else {
      let (label, sealed) = try OpenedParcel.outside(letter.path)
      let other = random.pick(Self.all.filter { $0 != letter.sender && $0 != letter.recipient })
      let forged = ParcelLabel(
        project: label.project, sender: letter.sender, recipient: letter.recipient,
        sequence: label.sequence + 1, of: sealed,
        by: try KeyFile(ofProject: path(other)).existing())
      bytes = forged.bytes + sealed
    }
    let path = folder.path("forged.parcel")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let store = try store(letter.recipient)
    let before = try store.shareStatus.status()
    do {
      _ = try store.receiving.receive(file: path)
      faults.append("\(letter.recipient) took a forged parcel of \(letter.sender)")
    } catch is ParcelProblem {
      if try store.shareStatus.status() != before { faults.append("a forged parcel is known") }
    }
  }

  /// Keeps a copy of a file, or puts one back.
  private func backUpOrRestore(_ copy: String) throws {
    let (file, kept) = (path(copy), "\(path(copy)).kept")
    guard let store = stores.removeValue(forKey: copy) else { return }
    try store.queue.close()
    defer { try? look(copy) }
    let files = FileManager.default
    if backups.remove(copy) != nil {
      for ending in ["", "-wal", "-shm"] { try? files.removeItem(atPath: "\(file)\(ending)") }
      try files.moveItem(atPath: kept, toPath: file)
      try open(copy)
      // It does not know any more that it had other rows.
      rows[copy] = nil
      had[copy] = nil
    } else {
      try files.copyItem(atPath: file, toPath: kept)
      backups.insert(copy)
      try open(copy)
    }
  }
}

extension SharedLife {
  /// Decides on what waits, by lot, and applies it.
  private func review(_ copy: String) throws {
    for sender in copy == Self.coordinator ? Self.partners : [Self.coordinator] {
      try chooseOfFork(copy, sender)
      guard let review = try waiting(copy, sender) else { continue }
      var taken: Set<String> = []
      for row in review.rows {
        let isConflict = row.standing == .conflict
        guard isConflict ? random.upTo(3) > 0 : random.upTo(10) == 0 else { continue }
        let decision = random.pick([ParcelDecision.take, .take, .refuse, .park])
        try decide(decision, row.row, copy, sender)
        if decision == .take { taken.insert(row.row) }
      }
      try apply(copy, sender, taken, undoing: random.upTo(6) == 0)
    }
  }

  private func waiting(_ copy: String, _ sender: String) throws -> ParcelReview? {
    do {
      return try store(copy).parcelReviews.review(from: sender)
    } catch ParcelProblem.noneWaiting {
      return nil
    }
  }

  private func decide(
    _ decision: ParcelDecision, _ row: String, _ copy: String, _ sender: String
  ) throws {
    _ = try store(copy).parcelReviews.decide(decision, on: row, from: sender, because: "By lot")
    if decision != .take { declined[copy, default: []].insert(row) }
  }

  /// Applies, and sees whether a value went that the sender never had and nobody decided on.
  private func apply(
    _ copy: String, _ sender: String, _ taken: Set<String>, undoing: Bool = false
  ) throws {
    let before = rows[copy] ?? [:]
    let dump = undoing ? try store(copy).dump() : []
    _ = try store(copy).parcelReviews.apply(from: sender)
    if undoing {
      _ = try store(copy).history.undo()
      if try store(copy).dump() != dump { faults.append("an undo in \(copy) leaves a trace") }
      _ = try store(copy).parcelReviews.apply(from: sender)
    }
    let had = had[copy] ?? []
    try look(copy)
    let after = rows[copy] ?? [:]
    for row in Set(before.keys).union(after.keys) where before[row]?.text != after[row]?.text {
      let (old, handle) = (before[row]?.text, row.handle)
      // A row that is new here is nobody's loss.
      let isNew = old == nil && !had.contains(row)
      guard !isNew, !taken.contains(handle), declined[copy]?.contains(handle) != true,
        known[sender]?[row]?.contains(old) != true
      else { continue }
      faults.append("\(copy) lost \(old ?? "a deletion") of \(row.table) unasked to \(sender)")
    }
  }

  /// Chooses the last of several parcels that do not fit together.
  private func chooseOfFork(_ copy: String, _ sender: String, _ sha256: String? = nil) throws {
    let forks = try store(copy).shareStatus.status().parcels.filter {
      $0.state == .forked && $0.partner == sender
    }
    guard let last = sha256 ?? (forks.isEmpty ? nil : random.pick(forks).sha256), !forks.isEmpty
    else { return }
    _ = try store(copy).parcelReviews.choose(last, because: "By lot")
  }

  /// Everybody sends what is there, and all of it is taken; what is lost by that is a fault.
  func finish() throws {
    mail = []
    let before = rows
    for _ in 0..<2 {
      for partner in Self.partners { try exchange(partner, Self.coordinator) }
      for partner in Self.partners { try exchange(Self.coordinator, partner) }
    }
    for partner in Self.partners {
      let removed = try Set([partner, Self.coordinator].flatMap { try self.removed($0) })
      for copy in [partner, Self.coordinator] {
        let own = (before[copy] ?? [:]).filter { $0.value.partner == partner }.keys
        for row in own where !removed.contains(row) {
          for other in [partner, Self.coordinator] where rows[other]?[row] == nil {
            faults.append("\(other) lost \(row.table) \(RowID(row.id).running) of \(partner)")
          }
        }
      }
      let one = (rows[partner] ?? [:]).mapValues { "\($0.partner) \($0.text)" }
      let other = (rows[Self.coordinator] ?? [:])
        .filter { $0.value.partner.isEmpty || $0.value.partner == partner }
        .mapValues { "\($0.partner) \($0.text)" }
      for row in Set(one.keys).union(other.keys) where one[row] != other[row] {
        faults.append(
          "\(partner) has \(one[row] ?? "no") \(row.table), BNPT \(other[row] ?? "none")")
      }
    }
    let texts = (rows[Self.coordinator] ?? [:]).filter { $0.key.table != "work_package" }
      .compactMap { $0.value.text.firstMatch(of: /[A-Z]+-[0-9]+/)?.output }
    if Set(texts).count != texts.count { faults.append("a row is there twice") }
  }

  private func removed(_ copy: String) throws -> Set<LifeRow> {
    try Set(
      store(copy).read { db in
        try Row.fetchAll(db, sql: "SELECT table_name, row_id FROM removed_row").map {
          LifeRow(table: $0[0], id: $0[1])
        }
      })
  }

  private func exchange(_ copy: String, _ other: String) throws {
    // A number that was given before the copy was restored is not taken once more.
    for _ in 0..<30 {
      let path = try send(copy, to: other)
      let arrival = try receive(path, in: other)
      if arrival.outcome == .superseded { continue }
      if arrival.outcome == .forked {
        try chooseOfFork(other, copy, OpenedParcel.outside(path).label.sha256)
      }
      guard let review = try waiting(other, copy) else { continue }
      var taken: Set<String> = []
      for row in review.rows where [.conflict, .refused, .parked].contains(row.standing) {
        try decide(.take, row.row, other, copy)
        taken.insert(row.row)
      }
      return try apply(other, copy, taken)
    }
    faults.append("\(other) takes no parcel of \(copy) any more")
  }
}

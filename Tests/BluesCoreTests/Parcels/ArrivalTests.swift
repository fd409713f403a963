import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// Parcels that do not arrive as they should.
@Suite struct `Parcels on their way` {
  private let shared: SharedProject

  init() throws { shared = try SharedProject() }

  private func altered(_ path: String, _ change: (inout Data) -> Void) throws -> String {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    change(&bytes)
    try shared.folder.write(bytes, to: "in/altered.parcel")
    return shared.folder.path("in/altered.parcel")
  }

  @Test func `mail lost: the next parcel carries all, and the gap is mentioned`() throws {
    try shared.set("K1", 1100, in: "np")
    try shared.send("np")
    _ = try shared.open("np").costs.add(.init("K3000001"), SharedProject.cost("Hotel", 9000))
    let arrival = try shared.receive(shared.send("np"))
    #expect(arrival.outcome == .waiting && arrival.sequence == 2)
    #expect(
      arrival.detail == "1 parcel before it did not come; nothing is lost, since each has all.")
    let applied = try shared.apply()
    #expect(applied.added == 1 && applied.changed == 1 && applied.isWhole)
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1100", "K3000001 Hotel 9000"])
  }

  @Test func `the same parcel twice: already received, and no change`() throws {
    let path = try shared.send("np")
    try shared.receive(path)
    let before = try shared.open("bnpt").dump()
    let again = try shared.receive(path)
    #expect(again.outcome == .known)
    #expect(try shared.open("bnpt").dump() == before)
    try shared.apply()
    #expect(try shared.receive(path).outcome == .known)
    #expect(throws: ParcelProblem.noneWaiting("NP")) { try shared.apply(from: "NP") }
  }

  @Test func `out of order: the older one is kept out, and never applied over the newer`() throws {
    try shared.set("K1", 1100, in: "np")
    let first = try shared.send("np")
    try shared.set("K1", 1200, in: "np")
    let second = try shared.send("np")
    try shared.receive(second)
    let late = try shared.receive(first)
    #expect(late.outcome == .superseded)
    #expect(late.detail == "Number 2 is here already, which has all of it.")
    try shared.apply()
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1200"])
    #expect(throws: ParcelProblem.noneWaiting(nil)) { try shared.apply() }
  }

  @Test func `a restored backup: one number with two contents is a fork, until one is chosen`()
    throws
  {
    _ = try shared.open("np").backup.make(to: shared.folder.path("old.db"))
    try shared.set("K1", 1100, in: "np")
    let first = try shared.send("np")
    try shared.receive(first)
    for ending in ["", "-wal", "-shm"] { unlink(shared.folder.path("np.db\(ending)")) }
    rename(shared.folder.path("old.db"), shared.folder.path("np.db"))
    try shared.set("K1", 1300, in: "np")
    #expect(throws: ParcelProblem.thereAlready(first)) { try shared.send("np") }
    let other = try shared.send("np", into: "in")
    let fork = try shared.receive(other)
    #expect(fork.outcome == .forked)
    #expect(throws: ParcelProblem.forked("NP")) { try shared.review(from: "NP") }
    let forks = try shared.open("bnpt").shareStatus.status().parcels
      .filter { $0.state == .forked }
    #expect(forks.map(\.sequence) == [1, 1])
    let chosen = try #require(forks.last?.sha256)
    let outcome = try shared.open("bnpt").parcelReviews.choose(chosen, because: "Newer")
    #expect(outcome.sender == "NP" && outcome.refused == 1)
    try shared.apply()
    #expect(try shared.costs("bnpt") == ["K1 First ticket 1300"])
  }

  @Test func `a copied laptop: another replica is a fork`() throws {
    try shared.receive(shared.send("np"))
    try shared.apply()
    try shared.join("NP", as: "laptop")
    try shared.set("K1", 1400, in: "laptop")
    try shared.send("laptop", into: "in")
    let path = try shared.send("laptop", into: "in")
    let arrival = try shared.receive(path)
    #expect(arrival.outcome == .forked && arrival.sequence == 2)
    #expect(arrival.detail?.hasPrefix("It is from another copy of NP than number 1 was.") == true)
  }

  @Test func `truncated: refused before it is opened`() throws {
    let path = try shared.send("np")
    let short = try altered(path) { $0.removeLast(10) }
    #expect(throws: ParcelProblem.self) { try shared.receive(short) }
    #expect(throws: ParcelProblem.notAParcel(shared.folder.path("in/altered.parcel"))) {
      try shared.receive(altered(path) { $0 = $0.prefix(100) })
    }
    #expect(throws: ParcelProblem.altered(shared.folder.path("in/altered.parcel"))) {
      try shared.receive(altered(path) { $0[$0.count - 1] ^= 1 })
    }
  }

  @Test func `forged: a label that was changed, or a key that is not the sender's, is refused`()
    throws
  {
    let path = try shared.send("np")
    let name = shared.folder.path("in/altered.parcel")
    let renumbered = try altered(path) {
      $0 =
        Data(
          String(decoding: $0.prefix(200), as: UTF8.self)
            .replacing("sequence: 1\n", with: "sequence: 9\n").utf8) + $0.dropFirst(200)
    }
    #expect(throws: ParcelProblem.forged(name, sender: "NP")) { try shared.receive(renumbered) }
    let stranger = try KeyFile(ofProject: shared.folder.path("x.db")).make().publicKey
    #expect(throws: ParcelProblem.self) {
      try shared.receive(shared.forged(sequence: 1, signedBy: "x") { _ in })
    }
    _ = try shared.open("bnpt").memberKeys.admit(stranger, of: "AV", because: "Test")
    let problem = #expect(throws: ParcelProblem.self) {
      try shared.receive(shared.forged(sequence: 1, signedBy: "x") { _ in })
    }
    guard case .forged(_, "NP") = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
  }

  @Test func `wrong recipient, wrong project: refused by name`() throws {
    let path = try shared.send("bnpt", to: "NP")
    #expect(throws: ParcelProblem.notForUs(path, recipient: "NP", copy: "BNPT")) {
      try shared.receive(path)
    }
    let other = try SharedProject()
    let foreign = try other.send("np")
    #expect(throws: ParcelProblem.otherProject(foreign)) { try shared.receive(foreign) }
  }

  @Test func `rows that a partner never sends: the whole parcel is refused, and the row named`()
    throws
  {
    let before = try shared.open("bnpt").dump()
    let path = try shared.forged(sequence: 1) {
      try $0.execute(
        sql: """
          INSERT INTO work_package (id, number, title, start_month, end_month)
          VALUES (7, 9, 'x', 1, 2)
          """)
    }
    #expect(throws: ParcelProblem.outside(path, sender: "NP", row: "work package WP9")) {
      try shared.receive(path)
    }
    let history = try shared.forged(sequence: 9) {
      try $0.execute(sql: "INSERT INTO stop_person VALUES (1, '2020-01-01', 'x', 'x')")
    }
    #expect(throws: ParcelProblem.self) { try shared.receive(history) }
    #expect(try shared.open("bnpt").dump() == before)
  }

  @Test func `a hostile file: a trigger in it is refused by its name and never runs`() throws {
    let path = try shared.forged(sequence: 1) {
      try $0.execute(
        sql: "CREATE TRIGGER evil AFTER INSERT ON cost_line BEGIN DELETE FROM partner; END")
    }
    #expect(
      throws: ParcelProblem.misfit(path, detail: "the trigger evil is not of blues")
    ) { try shared.receive(path) }
  }

  @Test func `a newer program: refused with the layout that is needed`() throws {
    let path = try shared.forged(sequence: 1) { try $0.execute(sql: "PRAGMA user_version = 99") }
    let newest = Migration.newest
    #expect(throws: StoreProblem.newer(path: path, found: 99, known: newest)) {
      try shared.receive(path)
    }
  }

  @Test
  func `a lost key: the new one is admitted with a reason, what the old one signs is refused`()
    throws
  {
    let first = try shared.send("np")
    try shared.receive(first)
    try shared.apply()
    let old = try KeyFile(ofProject: shared.folder.path("np.db")).existing().publicKey
    let late = try shared.send("np")
    _ = try shared.open("bnpt").memberKeys.revoke(old.text, because: "Laptop lost")
    let day = try Day.of("2020-09-01")
    #expect(throws: ParcelProblem.revokedKey(late, sender: "NP", on: day)) {
      try shared.receive(late)
    }
    unlink(shared.folder.path("np.db.key"))
    let key = try KeyFile(ofProject: shared.folder.path("np.db")).make().publicKey
    _ = try shared.open("np").memberKeys.admit(key, of: "NP", because: "New laptop")
    let path = try shared.send("np")
    let unknown = ParcelProblem.unknownKey(path, sender: "NP", fingerprint: key.fingerprint)
    #expect(throws: unknown) { try shared.receive(path) }
    _ = try shared.open("bnpt").memberKeys.admit(key, of: "NP", because: "Read out by phone")
    #expect(try shared.receive(path).outcome == .waiting)
    // What the old one signed is still known by its signature.
    let (label, _) = try OpenedParcel.outside(first)
    #expect(label.key == old && label.isSigned)
  }

  @Test func `a receive that is tried leaves the file and no trace`() throws {
    let path = try shared.send("np")
    let before = try shared.open("bnpt").dump()
    let store = try shared.open("bnpt").rehearsing()
    #expect(try store.receiving.receive(file: path).outcome == .waiting)
    #expect(try shared.open("bnpt").dump() == before)
    #expect(FileManager.default.fileExists(atPath: path))
    #expect(try shared.receive(path).outcome == .waiting)
  }

  @Test func `a folder: conflict copies, unfinished files and parcels for others are left alone`()
    throws
  {
    let path = try shared.send("np")
    try shared.send("bnpt", to: "NP")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let name = try #require(path.split(separator: "/").last.map(String.init))
    let stem = name.replacing(".parcel", with: "")
    try shared.folder.write(bytes, to: "out/\(stem).sync-conflict-20200901-120000.parcel")
    try shared.folder.write(bytes, to: "out/\(stem) (1).parcel")
    try shared.folder.write(bytes.prefix(bytes.count - 5), to: "out/A-half.parcel")
    try shared.folder.write(bytes, to: "out/\(stem).parcel.part")
    try shared.folder.write(Data("minutes".utf8), to: "out/minutes.txt")
    let arrivals = try shared.open("bnpt").receiving.receive(folder: shared.folder.path("out"))
    let outcomes = Dictionary(uniqueKeysWithValues: arrivals.map { ($0.file, $0.outcome) })
    #expect(
      outcomes == [
        "\(stem).sync-conflict-20200901-120000.parcel": .left, "\(stem) (1).parcel": .left,
        "A-half.parcel": .left, "\(stem).parcel.part": .left, name: .waiting,
      ])
    #expect(
      try shared.open("bnpt").shareStatus.status().partners.first { $0.partner == "NP" }?.open
        == "review and apply")
  }
}

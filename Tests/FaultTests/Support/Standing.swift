import Basics
import Foundation
import GRDB

@testable import BluesCore

/// What a folder holds, as the next command that writes would find and leave it.
struct Standing: Equatable {
  /// The SHA-256 of the project's dump; nil where there is no project.
  var project: String?
  /// The other files by name, each with the SHA-256 of its bytes, or of its dump where it is a project.
  var files: [String: String] = [:]

  /// A project that is there and is not sound.
  struct Unsound: Error {
    let name: String
    let faults: [String]
  }

  /// Opens the project as a command that writes does, which clears what a dead one left, and looks
  /// through it; numbers that its command drew by lot are left out.
  static func of(_ shop: Workshop, drawsNumbers: Bool = false) throws -> Standing {
    var standing = Standing()
    if try shop.names().contains("blues.db") {
      let bytes = try shop.read("blues.db")
      do {
        standing.project = try text(of: shop, drawsNumbers)
      } catch let problem as any Problem {
        standing.project = broken(bytes, problem)
      }
    }
    // Read before any is opened, which lets logs come and go.
    let names = try shop.files().filter { $0 != "blues.db" && !isLog($0) }
    let bytes = try names.map { try shop.read($0) }
    for (name, bytes) in zip(names, bytes) {
      standing.files[name] =
        Store.isProject(firstBytes: Array(bytes.prefix(100)))
        ? try textOfCopy(name, bytes, in: shop, drawsNumbers) : FileDigest(of: Array(bytes)).sha256
    }
    return standing
  }

  /// Whether a file is SQLite's own beside a project; beside a draft it is a stray as the draft is.
  private static func isLog(_ name: String) -> Bool {
    ["-wal", "-shm", "-journal"].contains { name.hasSuffix($0) }
      && !name.contains(".part-") && !name.contains(".new-")
  }

  /// The names of files that neither of two folders holds, or that hold something else there.
  func strangers(to one: Standing, _ other: Standing) -> [String] {
    files.filter { one.files[$0.key] != $0.value && other.files[$0.key] != $0.value }.keys.sorted()
  }

  /// A project is opened and closed, which folds its log in; one whose bytes were seen before holds
  /// what it held then, and only the files beside it are looked at again.
  private static func text(of shop: Workshop, _ drawsNumbers: Bool) throws -> String {
    func opened<Answer>(_ ask: (Store) throws -> Answer) throws -> Answer {
      let store = try Store.openToWrite(at: shop.project, invocation: Inspection.invocation)
      defer { try? store.queue.close() }
      return try ask(store)
    }
    let ofFiles = try opened(faultsOfFiles)
    guard ofFiles.isEmpty else { throw Unsound(name: "blues.db", faults: ofFiles) }
    let key = "\(FileDigest(of: Array(try shop.read("blues.db"))).sha256), \(drawsNumbers)"
    if let known = known.withLock({ $0[key] }), shop.isFolded() { return known }
    let text = try opened { store in
      let digest = try Self.digest(of: store, drawsNumbers)
      // What the whole check says of sound pages depends on the dump, of which it is asked once.
      let faults =
        sound.withLock { $0.contains(digest) }
        ? try faultsOfPages(store)
        : try store.integrity.faults().map { "\($0.place): \($0.fault)" }
      guard faults.isEmpty else { throw Unsound(name: "blues.db", faults: faults) }
      return digest
    }
    sound.withLock { _ = $0.insert(text) }
    known.withLock { $0[key] = text }
    return text
  }

  private static let known = Locked<[String: String]>([:])

  /// A copy of a project under another name, with what its log has, is looked at elsewhere.
  private static func textOfCopy(
    _ name: String, _ bytes: Data, in shop: Workshop, _ drawsNumbers: Bool
  ) throws -> String {
    let copy = try Workshop(["copy.db": bytes])
    var key = FileDigest(of: Array(bytes)).sha256
    for ending in ["-wal", "-journal"] {
      guard let log = try? shop.read(name + ending), !log.isEmpty else { continue }
      try copy.write(log, to: "copy.db\(ending)")
      key += FileDigest(of: Array(log)).sha256
    }
    if let known = known.withLock({ $0["copy \(key)"] }) { return known }
    do {
      let store = try Store.openToRead(
        at: copy.path("copy.db"), invocation: Inspection.invocation)
      defer { try? store.queue.close() }
      let said = try store.queue.unsafeRead {
        try String.fetchAll($0, sql: "PRAGMA integrity_check")
      }
      let text = try said == ["ok"] ? digest(of: store, drawsNumbers) : "\(said)"
      known.withLock { $0["copy \(key)"] = text }
      return text
    } catch let problem as any Problem {
      return broken(bytes, problem)
    }
  }

  /// A project that cannot be opened is known by its bytes.
  private static func broken(_ bytes: Data, _ problem: any Problem) -> String {
    "\(FileDigest(of: Array(bytes)).sha256), \(problem.kind)"
  }

  private static func digest(of store: Store, _ drawsNumbers: Bool) throws -> String {
    var bytes: [UInt8] = []
    try store.textDump.write { bytes += $0 }
    // A key that is drawn by lot where the layout is brought up to date.
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
      .filter { !$0.starts(with: #"{"table":"stop_key""#.utf8) }
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    return FileDigest(of: drawsNumbers ? withoutNumbers(bytes) : bytes).sha256
  }

  private static let sound = Locked<Set<String>>([])

  private static func faultsOfPages(_ store: Store) throws -> [String] {
    try store.queue.writeWithoutTransaction { db in
      try db.execute(
        sql: "INSERT INTO contact_search (contact_search) VALUES ('integrity-check')")
      let said = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      let lost = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
      return said + lost.map { "\($0)" }
    }
  }

  private static func faultsOfFiles(_ store: Store) throws -> [String] {
    try store.documents.check().filter { !$0.standing.isSound }.map {
      "\($0.entry.document.file ?? ""): \($0.standing)"
    }
  }

  /// A text without its long numbers and bytes: those of a new file are drawn by lot.
  private static func withoutNumbers(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var run: [UInt8] = []
    for byte in bytes {
      if (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) {
        run.append(byte)
        continue
      }
      text += run.count < 5 ? run : [UInt8(ascii: "#")]
      run.removeAll(keepingCapacity: true)
      text.append(byte)
    }
    return text + run
  }
}

/// A value that tests at the same time share.
final class Locked<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: Value) { self.value = value }

  func withLock<Answer>(_ body: (inout Value) throws -> Answer) rethrows -> Answer {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}

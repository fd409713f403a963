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
      standing.project = try text(of: shop, "blues.db", drawsNumbers)
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

  private static func text(
    of shop: Workshop, _ name: String, _ drawsNumbers: Bool
  ) throws -> String {
    let store = try Store.openToWrite(at: shop.path(name), invocation: Inspection.invocation)
    defer { try? store.queue.close() }
    let digest = try digest(of: store, drawsNumbers)
    // What the whole check says of a project depends on what its dump has, on its pages and on the
    // files beside it; so that it is asked once of each dump, and these every time.
    let faults =
      sound.withLock { $0.contains(digest) }
      ? try faultsOfPages(store) + faultsOfFiles(store)
      : try store.integrity.faults().map { "\($0.place): \($0.fault)" }
    guard faults.isEmpty else { throw Unsound(name: name, faults: faults) }
    sound.withLock { _ = $0.insert(digest) }
    return digest
  }

  /// A copy of a project under another name, with what its log has, is looked at elsewhere.
  private static func textOfCopy(
    _ name: String, _ bytes: Data, in shop: Workshop, _ drawsNumbers: Bool
  ) throws -> String {
    let copy = try Workshop(["copy.db": bytes])
    for ending in ["-wal", "-journal"] {
      if let log = try? shop.read(name + ending) { try copy.write(log, to: "copy.db\(ending)") }
    }
    do {
      let store = try Store.openToRead(
        at: copy.path("copy.db"), invocation: Inspection.invocation)
      defer { try? store.queue.close() }
      let said = try store.queue.unsafeRead {
        try String.fetchAll($0, sql: "PRAGMA integrity_check")
      }
      return try said == ["ok"] ? digest(of: store, drawsNumbers) : "\(said)"
    } catch let problem as any Problem {
      return problem.message
    }
  }

  private static func digest(of store: Store, _ drawsNumbers: Bool) throws -> String {
    var bytes: [UInt8] = []
    try store.textDump.write { bytes += $0 }
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

import Basics
internal import BluesCore
internal import Glibc

/// A project of its own for the targets that need one, under a name that ends with the process.
enum Ground {
  static let path = "/tmp/blues-fuzz-\(getpid()).db"

  static let invocation = Invocation(
    command: "fuzz", who: "fuzz", at: "2020-06-01T12:00:00Z", today: Day(number: 18_414))

  /// The bytes of a new project, and its dump line by line.
  static let (bytes, dump): ([UInt8], [[UInt8]]) = {
    do {
      unlink(path)
      let store = try Store.create(
        at: path, invocation: invocation, from: .named("blues"), .init())
      var text: [UInt8] = []
      try store.textDump.write { text += $0 }
      let file = fopen(path, "rb")
      defer { fclose(file) }
      var bytes = [UInt8](repeating: 0, count: 4 << 20)
      let size = fread(&bytes, 1, bytes.count, file)
      return (Array(bytes.prefix(size)), text.split(separator: 0x0A).map(Array.init))
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static func write(_ bytes: [UInt8]) {
    remove()
    let file = fopen(path, "wb")
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  static func remove() { for ending in ["", "-wal", "-shm"] { unlink(path + ending) } }

  /// Runs what may fail with a sentence of ours, and with nothing else.
  static func tolerating(_ body: () throws -> Void) {
    do {
      try body()
    } catch let problem as any Problem {
      precondition(problem.message.utf8.last == UInt8(ascii: "."), problem.message)
      precondition(problem.kind != .failed, problem.message)
    } catch {
      preconditionFailure("\(error)")
    }
  }

  /// Loads a dump, and hands over the project.
  static func load(_ text: [UInt8], _ body: (Store) throws -> Void = { _ in }) {
    remove()
    defer { remove() }
    tolerating {
      var rest = text[...]
      let store = try DumpLoad.create(at: path, invocation: invocation) {
        let next = Array(rest.prefix(1 << 16))
        rest = rest.dropFirst(1 << 16)
        return next
      }
      if let store { try body(store) }
    }
  }
}

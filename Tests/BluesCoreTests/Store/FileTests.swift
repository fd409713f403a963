import GRDB
import Glibc
import Testing

@testable import BluesCore

@Suite final class `Project files` {
  let folder: String
  let path: String

  init() throws {
    var name = Array("/tmp/blues-file-XXXXXX".utf8CString)
    let made = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    folder = try #require(made)
    path = "\(folder)/blues.db"
  }

  deinit {
    for ending in ["", "-wal", "-shm", ".before-layout-\(Migration.newest)"] {
      unlink(path + ending)
    }
    rmdir(folder)
  }

  @discardableResult
  func create() throws -> Store {
    try Store.create(
      at: path, invocation: .test("init", on: "2020-02-01"), from: .named("blues"), .init())
  }

  /// Opens the file to read and to write, and tells what both said when it was the same.
  func refusal() throws -> StoreProblem? {
    let invocation = try Invocation.test(on: "2020-09-01")
    var said: [StoreProblem?] = []
    for open in [Store.openToRead(at:invocation:), Store.openToWrite(at:invocation:)] {
      do {
        _ = try open(path, invocation)
        said.append(nil)
      } catch let problem as StoreProblem { said.append(problem) }
    }
    return said[0] == said[1] ? said[0] : .failed(detail: "\(said)")
  }

  func write(_ text: String) {
    let descriptor = Glibc.open(path, O_CREAT | O_WRONLY, 0o600)
    _ = text.withCString { Glibc.write(descriptor, $0, strlen($0)) }
    close(descriptor)
  }

  @Test func `a new file is its owner's alone and holds the project`() throws {
    try create()
    var found = stat()
    #expect(stat(path, &found) == 0)
    #expect(found.st_mode & 0o777 == 0o600)
    let reader = try Store.openToRead(at: path, invocation: .test(on: "2020-09-01"))
    #expect(try reader.project.overview().project.acronym == "BLUES")
    #expect(
      try reader.dump() == Store.openToWrite(at: path, invocation: .test(on: "2020-09-01")).dump())
  }

  @Test func `a reader has one view, whatever is changed meanwhile`() throws {
    let writer = try create()
    let reader = try Store.openToRead(at: path, invocation: .test(on: "2020-09-01"))
    #expect(try reader.partners.one(.init("AV")).city != "Nîmes")
    _ = try writer.partners.set(.init("AV"), ["city": "Nîmes"])
    #expect(try reader.partners.one(.init("AV")).city != "Nîmes")
    let later = try Store.openToRead(at: path, invocation: .test(on: "2020-09-01"))
    #expect(try later.partners.one(.init("AV")).city == "Nîmes")
  }

  @Test func `a reader cannot write`() throws {
    try create()
    let reader = try Store.openToRead(at: path, invocation: .test(on: "2020-09-01"))
    #expect(throws: StoreProblem.readOnly(path: path)) {
      try reader.partners.set(.init("AV"), ["city": "Nîmes"])
    }
  }

  @Test func `what has the name already is not replaced`() throws {
    write("mine")
    #expect(throws: StoreProblem.alreadyThere(path: path)) { try create() }
    #expect(try refusal() == .notAProject(path: path))
  }

  @Test func `a template that lacks something leaves no file`() throws {
    #expect(throws: ProjectProblem.self) {
      try Store.create(
        at: path, invocation: .test("init", on: "2020-02-01"), from: .named("empty"), .init())
    }
    #expect(try refusal() == .missing(path: path))
    #expect(rmdir(folder) == 0)
  }

  @Test func `a folder that is not there is told`() throws {
    let lost = "\(folder)/none/blues.db"
    #expect(
      throws: StoreProblem.cannotCreate(path: lost, detail: "No such file or directory")
    ) {
      try Store.create(
        at: lost, invocation: .test("init", on: "2020-02-01"), from: .named("blues"), .init())
    }
  }

  @Test func `another program's database is refused`() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE operation (id INTEGER)") }
    try queue.close()
    #expect(try refusal() == .notAProject(path: path))
  }

  @Test func `a newer layout is refused with both numbers`() throws {
    let store = try create()
    try store.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
    try store.queue.close()
    #expect(try refusal() == .newer(path: path, found: 99, known: Migration.newest))
  }

  @Test(arguments: [-1, 0, Int(Int32.min)])
  func `a layout with a number that none has is damage`(number: Int) throws {
    let store = try create()
    try store.queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = \(number)")
    }
    try store.queue.close()
    #expect(
      try refusal() == .damaged(path: path, detail: "its layout has the number \(number)"))
  }

  @Test(arguments: Trials.some(of: Array(1..<Migration.newest)))
  func `a layout that the tables are not of is damage, and leaves no copy`(number: Int) throws {
    let store = try create()
    try store.queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = \(number)")
    }
    try store.queue.close()
    #expect(
      try refusal()
        == .damaged(
          path: path, detail: "it says its layout is \(number), but its tables are of another"))
    #expect(access("\(path).before-layout-\(Migration.newest)", F_OK) != 0)
    // What it holds is as it was.
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = \(Migration.newest)") }
    try queue.close()
    #expect(try refusal() == nil)
  }

  @Test func `a folder, a pipe or a device is no project, and is not waited for`() throws {
    let invocation = try Invocation.test(on: "2020-09-01")
    #expect(mkfifo(path, 0o600) == 0)
    for place in [path, folder, "/dev/null", "/dev/zero"] {
      #expect(throws: StoreProblem.notAFile(path: place)) {
        try Store.openToRead(at: place, invocation: invocation)
      }
      #expect(throws: StoreProblem.notAFile(path: place)) {
        try Store.openToWrite(at: place, invocation: invocation)
      }
    }
    #expect(throws: StoreProblem.missing(path: "/dev/null/blues.db")) {
      try Store.openToRead(at: "/dev/null/blues.db", invocation: invocation)
    }
  }

  @Test func `two commands in one file see each other's changes`() throws {
    let one = try create()
    let other = try Store.openToWrite(at: path, invocation: .test(on: "2020-09-02"))
    _ = try one.partners.set(.init("AV"), ["city": "Nîmes"])
    _ = try other.partners.set(.init("AV"), ["city": "Arles"])
    #expect(try one.partners.one(.init("AV")).city == "Arles")
    #expect(try one.history.steps().map(\.id) == [3, 2, 1])
  }
}

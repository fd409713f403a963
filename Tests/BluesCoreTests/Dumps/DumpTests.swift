import Basics
import Foundation
import GRDB
import Testing

@testable import BluesCore

@Suite struct `A dump` {
  private let folder: ProjectFolder
  private let text: [UInt8]

  init() throws {
    folder = try ProjectFolder()
    text = try Self.text(of: .rich())
  }

  private static func text(of store: Store) throws -> [UInt8] {
    var text: [UInt8] = []
    try store.textDump.write { text += $0 }
    return text
  }

  @discardableResult
  private func load(
    _ text: [UInt8], as name: String = "copy.db", piece: Int = 1000, isRehearsal: Bool = false
  )
    throws -> Store?
  {
    var rest = text[...]
    return try DumpLoad.create(
      at: folder.path(name), invocation: .test(on: "2020-09-01", isRehearsal: isRehearsal)
    ) {
      let next = Array(rest.prefix(piece))
      rest = rest.dropFirst(piece)
      return next
    }
  }

  @Test func `has one record a line, in order, and no line that is not a record`() throws {
    let lines = text.split(separator: UInt8(ascii: "\n"))
    #expect(
      String(decoding: lines[0], as: UTF8.self)
        == "{\"dump\":1,\"layout\":\(Migration.newest),\"rows\":\(lines.count - 1)}")
    for line in lines {
      #expect(try JSONSerialization.jsonObject(with: Data(line)) is [String: Any])
    }
    let tables = lines.dropFirst().compactMap { DumpLine($0)?.value(of: "table") }
    #expect(tables.count == lines.count - 1)
    #expect(text.last == UInt8(ascii: "\n"))
  }

  @Test(arguments: [1, 7, 1 << 20])
  func `that is loaded is the same project, and its dump the same text`(piece: Int) throws {
    let rich = try Store.rich()
    let copy = try #require(try load(text, piece: piece))
    #expect(try copy.dump() == rich.dump())
    #expect(try Self.text(of: copy) == text)
    #expect(try copy.history.steps() == rich.history.steps())
    #expect(try copy.contacts.search("ana").map(\.code) == rich.contacts.search("ana").map(\.code))
    #expect(try copy.integrity.faults() == [])
    _ = try copy.history.undo()
    #expect(try folder.names().filter { $0.hasPrefix("copy.db.") } == [])
  }

  @Test func `has the key of the stop list, so that nobody on it comes in again`() throws {
    let rich = try Store.rich()
    let contact = try #require(try rich.contacts.all().first)
    _ = try rich.stopList.add(contact.code, because: "Objection")
    let copy = try #require(try load(Self.text(of: rich)))
    #expect(try copy.stopList.has(contact.known))
  }

  @Test func `of a dry run leaves no file`() throws {
    #expect(try load(text, isRehearsal: true) == nil)
    #expect(try folder.names() == [])
  }

  @Test func `is not loaded over a file`() throws {
    try folder.write(Data("mine".utf8), to: "copy.db")
    #expect(throws: StoreProblem.alreadyThere(path: folder.path("copy.db"))) { try load(text) }
  }

  private static let head = "{\"dump\":1,\"layout\":\(Migration.newest)}\n"

  /// Second lines, and what is wrong with them.
  private static let refused: [(line: String, fault: String)] = [
    (#"{"table":"sqlite_schema","id":1}"#, "its table is not one of a project"),
    (#"{"table":"contact_search_data","id":1}"#, "its table is not one of a project"),
    (#"{"id":1}"#, "its table is not one of a project"),
    (#"{"table":"partner","id":1,"evil":1}"#, "partner has no column evil"),
    (#"{"table":"partner","code":"A"}"#, "its number is missing"),
    (#"{"table":"file","id":1,"id":1}"#, "it is not a record as a dump has them"),
    (#"{"table":"file","id":1e3}"#, "it is not a record as a dump has them"),
    (#"{"table":"file","id":01}"#, "it is not a record as a dump has them"),
    (#"{"table":"file","id":1} "#, "it is not a record as a dump has them"),
    (#"{"table":"file","id":[1]}"#, "it is not a record as a dump has them"),
    (#"{"table":"file","x":"\ud800"}"#, "it is not a record as a dump has them"),
    (
      #"{"table":"file","id":1,"number":"x"}"#,
      "column number of file is a number, and the line has a text"
    ),
    (
      #"{"table":"file","id":1,"number":"7"}"#,
      "column number of file is a number, and the line has a text"
    ),
    (
      #"{"table":"organisation","id":1,"turnover":5000000}"#,
      "column turnover of organisation is a text, and the line has a number"
    ),
    (
      #"{"table":"organisation","id":1,"name":"A","employees":12}"#,
      "column employees of organisation is a text, and the line has a number"
    ),
    (
      #"{"table":"stop_key","id":1,"key":7}"#,
      "column key of stop_key is a text, and the line has a number"
    ),
    (#"{"table":"file","id":2,"number":7,"first_number":0}"#, "it breaks a rule of file: id = 1"),
  ]

  @Test(arguments: 0..<17)
  func `from anybody is refused by its line, and nothing is left`(number: Int) throws {
    let (line, fault) = Self.refused[number]
    #expect(throws: DumpProblem.line(2, fault), "\(line)") {
      try load(Array("\(Self.head)\(line)\n".utf8))
    }
    #expect(try folder.names() == [])
  }

  /// One line of each table, with the place of each value in it.
  private func values() throws -> [(
    line: Int, table: String, column: String, value: DumpLine.Value
  )] {
    var seen: Set<String> = []
    return text.split(separator: UInt8(ascii: "\n")).enumerated().dropFirst().flatMap {
      number, line in
      guard let line = DumpLine(line), case .text(let table)? = line.value(of: "table"),
        seen.insert(table).inserted
      else { return [(line: Int, table: String, column: String, value: DumpLine.Value)]() }
      return line.members.dropFirst().map { (number, table, $0.name, $0.value) }
    }
  }

  @Test func `with a value of another kind is refused with its table and column`() throws {
    for (number, table, column, value) in Trials.some(of: try values()) {
      var lines = text.split(separator: UInt8(ascii: "\n")).map(Array.init)
      let member = "\"\(column)\":"
      let line = String(decoding: lines[number], as: UTF8.self)
      let start = try #require(line.range(of: member)?.upperBound)
      let (other, fault): (String, String)
      switch value {
      case .integer(let was):
        (other, fault) = (
          line.replacingCharacters(
            in: start..<line.index(start, offsetBy: "\(was)".count), with: "\"\(was)\""),
          "is a number, and the line has a text"
        )
      case .text:
        (other, fault) = (
          line.replacingCharacters(in: start..., with: "7}"), "is a text, and the line has a number"
        )
      }
      lines[number] = Array(other.utf8)
      #expect(throws: DumpProblem.line(number + 1, "column \(column) of \(table) \(fault)")) {
        try load(Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")])
      }
    }
    #expect(try folder.names() == [])
  }

  @Test func `that is not one, or not whole, is refused`() throws {
    let file = #"{"table":"file","id":1,"number":7,"first_number":0}"#
    let batch =
      #"{"table":"batch","operation":7,"file_name":"","source":"","rows_read":0,"created":0,"#
      + #""updated":0,"unchanged":0,"rejected":0}"#
    let lost = "a row of batch refers to one that is missing"
    let texts: [(String, DumpProblem)] = [
      ("", .notADump), ("hello\n", .notADump), ("{}\n", .notADump),
      ("{\"dump\":1,\"layout\":3}\n", .otherLayout(3)),
      ("\(Self.head)\(file)", .line(2, "the text is cut off here")),
      ("\(Self.head)\(file)\n", .whole("it has no project")),
      ("\(Self.head)\(file)\n\(batch)\n", .whole(lost)),
    ]
    for (text, problem) in texts {
      #expect(throws: problem, "\(text)") { try load(Array(text.utf8)) }
      #expect(try folder.names() == [])
    }
  }

  @Test func `with a line twice or without one is refused`() throws {
    let lines = text.split(separator: UInt8(ascii: "\n")).map(Array.init)
    let end = [UInt8(ascii: "\n")]
    let contact = try #require(
      lines.firstIndex { String(decoding: $0, as: UTF8.self).hasPrefix(#"{"table":"contact","#) })
    let twice = lines[...contact] + lines[contact...]
    #expect(
      throws: DumpProblem.line(contact + 2, "a line before it has the same id in contact")
    ) {
      try load(Array(twice.joined(separator: end)) + end)
    }
    let last = lines.dropLast()
    let count = lines.count - 1
    #expect(
      throws: DumpProblem.whole("it has \(count - 1) rows, and its first line says \(count)")
    ) {
      try load(Array(last.joined(separator: end)) + end)
    }
    #expect(try folder.names() == [])
  }

  @Test func `of old, without the number of its rows, is loaded`() throws {
    let first = try #require(text.firstIndex(of: UInt8(ascii: "\n")))
    let copy = try #require(try load(Array(Self.head.utf8) + text[(first + 1)...]))
    #expect(try Self.text(of: copy) == text)
  }

  @Test(arguments: Trials.seeds(60))
  func `with any byte changed is loaded or refused, never with a crash`(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    var bytes = text
    for _ in 0...random.upTo(3) {
      bytes[random.upTo(bytes.count)] = UInt8(truncatingIfNeeded: random.upTo(256))
    }
    do {
      let copy = try load(bytes)
      #expect(copy != nil)
    } catch let problem as any Problem {
      #expect([.badData, .failed].contains(problem.kind), "\(problem)")
      #expect(try folder.names() == [])
    }
  }

  @Test func `keeps every text to the byte`() throws {
    let store = try Store.blues()
    let texts = ["\u{1}\u{7F}", "\"\\/\n\r\t", "e\u{301}é", "😀\u{202E}", "\u{FFFF}", ""]
    for text in texts {
      try store.set("UPDATE partner SET city = ? WHERE code = 'AV'", [text])
      let copy = try #require(try load(Self.text(of: store), as: "\(UUID().uuidString).db"))
      let found = try copy.read {
        try String.fetchOne($0, sql: "SELECT city FROM partner WHERE code = 'AV'")
      }
      #expect(Array((found ?? "?").utf8) == Array(text.utf8))
    }
  }
}

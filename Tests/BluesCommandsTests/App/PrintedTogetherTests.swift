import Basics
import Testing

@testable import BluesCommands
@testable import Documents

/// Several PDF files out of one start of the program that prints them.
@Suite struct `Printed together` {
  private static let day: Day = "2021-03-31"

  @Test func `each document is the same as printed by itself, whatever its day`() throws {
    // The decimals of a column are made even in a page: 0 and 1.25 are 0.00 and 1.25.
    let figures = Document(
      schema: "x", title: "Figures",
      blocks: [
        .table(
          Table(
            noun: "a", columns: [Column("a", "A")], rows: [[.decimal("0")], [.decimal("1.25")]]))
      ])
    let documents = [
      figures, Engines.document, Engines.wide,
      Document(schema: "x", title: "Plain", blocks: [.paragraph("Text.")]),
    ]
    var told: [Int] = []
    let files = PrintedTogether.files(of: documents, day: Self.day) { told.append($0) }
    #expect(told.last == 4)
    let rendering = Rendering(format: .pdf, day: Self.day, engines: EngineProcess.run)
    #expect(try files == documents.map { try $0.bytes(rendering) })
  }

  @Test func `one that fails leaves the others`() throws {
    let good = Engines.document.printing(Self.day)
    let bad = EngineCall(.weasyprint, ["--no-such-option"], input: [], instant: 0)
    let program = try #require(ProgramPath.find("weasyprint"))
    let python = try #require(PrintedTogether.interpreter(of: program))
    let files = try PrintedTogether.run([bad, good, bad], by: python) { _ in }
    #expect(files.map { $0 == nil } == [true, false, true])
    #expect(try files[1] == EngineProcess.run(good))
  }

  @Test func `each of many files stands in its own place, whatever numbers are open`() throws {
    // So many that their numbers here are those of others' places there.
    var files: [Int32: MemoryFile] = [:]
    for place in stride(from: Int32(100), to: 300, by: 2) {
      files[place] = try MemoryFile(Array("text of \(place)".utf8))
      files[place + 1] = try MemoryFile()
    }
    let copying =
      "import os\nfor place in range(100, 300, 2): os.write(place + 1, os.read(place, 99))"
    let child = try EngineChild(
      ["/usr/bin/python3", "-I", "-c", copying], files: files, said: 2, instant: 0)
    #expect(child.wait(seconds: 60).code == 0)
    for place in stride(from: Int32(100), to: 300, by: 2) {
      let copied = try #require(files[place + 1]).bytes()
      #expect(String(decoding: copied, as: UTF8.self) == "text of \(place)")
    }
  }

  @Test func `a single document is left to a run of its own`() {
    #expect(PrintedTogether.files(of: [Engines.document], day: Self.day) == [nil])
    #expect(PrintedTogether.files(of: [], day: Self.day) == [])
  }

  @Test(
    arguments: [
      ("#!/usr/bin/python3\nimport re\n", ["/usr/bin/python3"]),
      ("#!/usr/bin/env python3.11\n", ["/usr/bin/env", "python3.11"]),
      ("#! /opt/venv/bin/python -s\n", nil), ("#!/bin/sh\npython\n", nil),
      ("#!/usr/bin/python3", nil), ("\u{7F}ELF\n", nil), ("", nil),
    ] as [(String, [String]?)])
  func `only a script of Python says which Python runs it`(
    _ text: String, words: [String]?
  ) throws {
    let folder = try Folder()
    let file = try OutputFile(folder("weasyprint"), overwriting: false)
    try file.append(Array(text.utf8))
    try file.finish()
    #expect(PrintedTogether.interpreter(of: folder("weasyprint")) == words)
    #expect(PrintedTogether.interpreter(of: folder("none")) == nil)
  }
}

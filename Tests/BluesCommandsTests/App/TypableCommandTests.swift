import Glibc
import Testing

@testable import BluesCommands
@testable import BluesCore

/// What `blues` prints to be typed is read by `blues` as it stands.
@Suite struct `Commands that are printed to be typed` {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    #expect(Launch.run(["init", "--db", folder("p.db"), "-o", folder("init.txt")]) == 0)
    for line in [
      "partner label add L1 NP --level gold --obtained 2019-03-01 --valid-to 2021-02-28",
      "partner label add L2 AV --level silver --valid-to 2021-12-31",
      "wp action add ACT1 Ask --owner NP --due 2020-11-15", "wp action add ACT2 Call --owner AV",
      "wp d add D1.1 Study --due M2", "wp ms add MS1 Start --due M3",
      "wp risk add R1 Nobody", "wp risk occur R1", "wp i add I1 Trained --target 5",
      "wp a add A1 Training --type training --from 2020-05-05",
      "wp review add RV1 Review --due M12",
    ] {
      #expect(try run(line) == 0, "\(line)")
    }
  }

  private func run(_ line: String) throws -> Int32 {
    Launch.run(
      try Self.words(line) + ["--db", folder("p.db"), "-o", folder("out.txt"), "--force"])
  }

  /// The words of a line as a shell takes them apart: blanks, and double quotes.
  private static func words(_ line: String) throws -> [String] {
    var words: [String] = []
    var (word, isQuoted, isWord) = ("", false, false)
    for character in line {
      switch character {
      case "\"":
        isQuoted.toggle()
        isWord = true
      case " " where !isQuoted:
        if isWord { words.append(word) }
        (word, isWord) = ("", false)
      default:
        word.append(character)
        isWord = true
      }
    }
    #expect(!isQuoted, "\(line)")
    return isWord ? words + [word] : words
  }

  private func check(_ command: String) throws {
    let words = try Self.words(command)
    #expect(words.first == "blues", "\(command)")
    #expect(throws: Never.self, "\(command)") { _ = try Launch.parse(Array(words.dropFirst())) }
  }

  /// The last column of an answer as CSV, which is the command.
  private func commands(_ line: String) throws -> [String] {
    _ = try run("\(line) --format csv")
    return try folder.text("out.txt").split(separator: "\n").dropFirst().compactMap { line in
      if let quoted = line.ranges(of: ",\"blues ").last {
        return String(line[quoted.lowerBound...].dropFirst(2).dropLast())
          .replacing("\"\"", with: "\"")
      }
      return line.ranges(of: ",blues ").last.map { String(line[$0.lowerBound...].dropFirst()) }
    }
  }

  @Test func `next prints whole commands`() throws {
    let printed = try commands("next --all")
    #expect(printed.count >= 8)
    for command in printed { try check(command) }
    #expect(printed.contains { $0.hasPrefix("blues wp action done ACT2") })
    let renewal = try #require(printed.first { $0.hasPrefix("blues partner label renew L1") })
    // Two years from today, as the first term was.
    #expect(renewal.contains(" --valid-to 20"))
  }

  @Test func `a renewal as it is printed keeps an end`() throws {
    let line = try #require(try commands("next --all").first { $0.contains("label renew L1") })
    #expect(try run(String(line.dropFirst(6))) == 0)
    #expect(try run("partner label list --columns code,valid_to --format csv --no-header") == 0)
    let text = try folder.text("out.txt")
    #expect(text.split(separator: "\n").first.map { $0.count } == "L1,2022-02-28".count)
  }

  @Test func `the check of a period prints whole commands`() throws {
    #expect(try run("report period check RP1") == 6)
    let printed = try commands("report period check RP1")
    #expect(printed.count >= 3)
    for command in printed { try check(command) }
  }

  @Test(arguments: [
    PeriodProblem.unknown("RP1", known: []).hint,
    PeriodProblem.notLast("RP1").hint.map { String($0.drop { $0 != "," }.dropFirst(7)) },
    RecordProblem.unknown("RP1", noun: "period", known: [], command: "project period").hint,
    RecordProblem.unknown("R1", noun: "risk", known: [], command: "workpackage risk").hint,
  ])
  func `a hint that is a command is a whole one`(hint: String?) throws {
    try check(try #require(hint))
  }

  @Test func `a code that is taken names the command that changes it`() throws {
    let hint = RecordProblem.taken("R3", command: "workpackage risk").hint
    #expect(hint == "change it with blues workpackage risk set R3, or choose another code")
    let missing = RecordProblem.refused(
      option: "left-on", value: "", expected: "a day", known: [])
    #expect(missing.message == "--left-on needs a day.")
  }
}

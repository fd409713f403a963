import Tabular
import Testing

@testable import BluesCore

@Suite struct `Hints of imports, typed as printed` {
  /// The words of a line as a shell takes them apart.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = line[...]
    while let next = rest.popFirst() {
      if let open = quote {
        if next == open { quote = nil } else { word = (word ?? "") + String(next) }
      } else if next == "\"" || next == "'" {
        (quote, word) = (next, word ?? "")
      } else if next == "\\" {
        word = (word ?? "") + (rest.popFirst().map(String.init) ?? "")
      } else if next == " " || next == ";" {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(next)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  @Test(arguments: [
    "Country x", "Countr\n(ISO)", "Countr\r\n(ISO)", "Countr \"ISO\"", "Countr $ISO",
    "Countr 'ISO'",
    "Countr 'I' \"S\"", "Countr=x", "Countr\u{7}x", "Countr `x` \\ !", "\tCountrx  y ",
    "Countr\u{200B}x",
  ])
  func `the column goes where the hint says`(heading: String) throws {
    let left = try #require(
      throws: MappingProblem.self,
      performing: {
        try Mapping.settle(
          header: ["Firma", heading], width: 2, fields: ContactHeadings.fields, request: .test(),
          sample: [["Aqua", "Germany"], ["Bora", "Spain"]], known: ContactHeadings.known)
      })
    let words = Self.words(left.hint ?? "")
    let at = try #require(words.firstIndex(of: "--map"))
    let assignment = try #require(ImportRequest.Assignment(words[at + 1]))
    #expect(assignment.field == "country")
    let settled = try Mapping.settle(
      header: ["Firma", heading], width: 2, fields: ContactHeadings.fields,
      request: .test(map: [words[at + 1]]), known: ContactHeadings.known)
    #expect(settled.columns.map(\.target.fields) == [["organisation"], ["country"]])
  }

  @Test func `a line break in a heading is a blank, however lines end`() {
    #expect(
      Mapping.headings(["Land\r\n(ISO)", "Land\n(ISO)", "  Land \t(ISO) "], width: 3)
        == ["Land (ISO)", "Land (ISO)", "Land (ISO)"])
  }

  @Test func `a heading that stands twice is named by its number`() {
    let problem = MappingProblem.leftOver(
      [.init(number: 3, heading: "Mail", proposal: "email", isTwice: true)], known: ["email"])
    #expect(problem.hint?.hasPrefix("--map \"3=email\"; ") == true)
  }

  @Test func `a heading that begins with a dash is named by its number`() {
    let problem = MappingProblem.leftOver(
      [.init(number: 2, heading: "-Mail", proposal: "email")], known: ["email"])
    #expect(problem.hint?.hasPrefix("--map \"2=email\"; ") == true)
  }

  @Test func `the other sheets are named as they are typed`() throws {
    let problem = MappingProblem.leftOver(
      [.init(number: 1, heading: "x", proposal: nil)], known: ["email"],
      otherSheets: ["Liste 2", "Kontakte \"neu\""])
    #expect(
      problem.hint?.hasPrefix("another sheet: --sheet \"Liste 2\" or --sheet 'Kontakte \"neu\"'; ")
        == true)
  }
}

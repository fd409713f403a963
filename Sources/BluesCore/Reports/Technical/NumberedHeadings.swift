internal import Documents

/// Headings of a report with numbers that close up where a section is left out.
struct NumberedHeadings {
  private let headings: [String: String]
  /// The new number of each heading of the template that is there.
  private var given: [String: String] = [:]
  private var counts: [String: Int] = [:]
  private(set) var blocks: [Block] = []

  init(_ sections: ReportSections) {
    let pairs =
      sections.chapters.map { ($0.number, $0.heading) }
      + sections.sections.compactMap { section in section.number.map { ($0, section.heading) } }
    headings = Dictionary(pairs) { first, _ in first }
  }

  /// Adds a section of the template with what is in it; the headings above it come before.
  ///
  /// Answers its number in this report.
  @discardableResult
  mutating func add(_ number: String, _ content: [Block]) -> String {
    let parts = number.split(separator: ".").map(String.init)
    for depth in parts.indices {
      let path = parts[...depth].joined(separator: ".")
      guard given[path] == nil else { continue }
      give(path, under: parts[..<depth].joined(separator: "."), headings[path] ?? "")
    }
    blocks += content
    return given[number] ?? ""
  }

  /// Adds a heading below a section of the template, with a number of its own.
  @discardableResult
  mutating func add(under number: String, _ heading: String, _ content: [Block]) -> String {
    let path = "\(number)/\(counts[number, default: 0])"
    give(path, under: number, heading)
    blocks += content
    return given[path] ?? ""
  }

  private mutating func give(_ path: String, under parent: String, _ heading: String) {
    counts[parent, default: 0] += 1
    let above = given[parent].map { "\($0)." } ?? ""
    let number = "\(above)\(counts[parent] ?? 1)"
    given[path] = number
    blocks.append(
      .numbered("\(number) \(heading)", level: number.split(separator: ".").count))
  }
}

extension Block {
  /// A heading of part B; the title of the report is above level 1.
  static func numbered(_ heading: String, level: Int) -> Block {
    .heading(heading, level: level + 1)
  }

  /// What a report says where a text that it needs was not written yet.
  static func missingText(_ key: ReportTextKey) -> Block {
    .note("Not written yet. Write it with: blues report text edit \(key.words)", .warning)
  }
}

/// The text of a Word document as Markdown: headings by their styles, paragraphs, lists, tables, links,
/// bold and italic words.
package enum WordMarkdown {
  /// Whether bytes are those of a zip archive, as a Word document is one.
  package static func isDocument(_ bytes: [UInt8]) -> Bool { FileKind(head: bytes) == .zip }

  /// - Throws: `PublishedProblem` for what is no Word document or cannot be read.
  package static func read(_ bytes: [UInt8]) throws -> String {
    do {
      let archive = try ZipArchive(bytes)
      guard archive.names.contains("word/document.xml") else {
        throw PublishedProblem.unknownKind
      }
      let visitor = WordVisitor(
        styles: try WordStyles.read(archive), lists: try WordLists.read(archive),
        links: try WordLinks.read(archive))
      try XMLPart.read("word/document.xml", of: archive, by: visitor)
      guard visitor.markdown.utf8.contains(where: { $0 > 0x20 }) else {
        throw PublishedProblem.empty
      }
      return visitor.markdown
    } catch let problem as TabularProblem {
      switch problem {
      case .encryptedWorkbook: throw PublishedProblem.encrypted
      case .tooLarge: throw PublishedProblem.tooLarge(most: PublishedText.mostText)
      case .damagedWorkbook(let part, let detail):
        throw PublishedProblem.damaged(detail: "\(part): \(detail)")
      case .doctypeRefused(let part):
        throw PublishedProblem.damaged(detail: "\(part) declares a document type")
      default: throw PublishedProblem.damaged(detail: "it is not a document")
      }
    }
  }
}

/// Gathers the paragraphs of a Word document as blocks of Markdown.
private final class WordVisitor: XMLVisitor {
  private let styles: WordStyles
  private let lists: WordLists
  private var links: WordLinks
  private(set) var markdown = ""
  private var bytes = 0
  private var elements = 0
  private var isItemLast = false

  /// A run of letters that look alike.
  private var run = WordRun()
  private var paragraph: [WordRun] = []
  private var role: WordStyles.Role?
  private var level = 0
  private var list: String?
  private var isInText = false
  private var isInInstruction = false
  private var isInRunProperties = false
  /// The cells of the row and the rows of the table that are open; tables inside tables are text.
  private var rows: [[String]] = []
  private var cells: [String] = []
  private var cell: [String] = []
  private var tables = 0

  init(styles: WordStyles, lists: WordLists, links: WordLinks) {
    self.styles = styles
    self.lists = lists
    self.links = links
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws {
    elements += 1
    guard elements < TableLimit.elements.most / 6 else { throw TabularProblem.tooLarge(.elements) }
    switch name {
    case "p": begin()
    case "pStyle": role = attributes["val"].flatMap { styles.roles[$0] }
    case "ilvl": level = min(attributes.number("val") ?? 0, 8)
    case "numId": list = attributes["val"]
    case "r":
      run = WordRun()
      run.link = links.current
    case "hyperlink": links.begin(attributes["id"])
    case "fldSimple": links.begin(instruction: attributes["instr"] ?? "")
    case "fldChar": links.mark(attributes["fldCharType"] ?? "")
    case "instrText": isInInstruction = true
    case "rPr": isInRunProperties = true
    case "b", "i":
      guard isInRunProperties else { return }
      let isOn = !["0", "false", "off"].contains(attributes["val"] ?? "")
      if name == "b" { run.isBold = isOn } else { run.isItalic = isOn }
    case "t": isInText = true
    case "tab": if !isInRunProperties, run.text.last != " " { run.text += " " }
    case "br", "cr": run.text += "\n"
    case "tbl": tables += 1
    case "tr": if tables == 1 { cells = [] }
    case "tc": if tables == 1 { cell = [] }
    default: break
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) throws {
    if isInInstruction { return links.add(String(decoding: piece, as: UTF8.self)) }
    guard isInText else { return }
    bytes += piece.count
    guard bytes <= PublishedText.mostText else { throw TabularProblem.tooLarge(.unpackedBytes) }
    run.text += String(decoding: piece, as: UTF8.self)
  }

  func end(_ name: String) throws {
    switch name {
    case "t": isInText = false
    case "instrText": isInInstruction = false
    case "hyperlink", "fldSimple": links.end()
    case "rPr": isInRunProperties = false
    case "r": add(run)
    case "p": close()
    case "tc": if tables == 1 { cells.append(cell.joined(separator: " ")) }
    case "tr": if tables == 1 { rows.append(cells) }
    case "tbl": closeTable()
    default: break
    }
  }

  private func begin() {
    paragraph = []
    role = nil
    level = 0
    list = nil
  }

  private func add(_ run: WordRun) {
    guard !run.text.isEmpty else { return }
    if let last = paragraph.last, last.looksLike(run) {
      paragraph[paragraph.count - 1].text += run.text
    } else {
      paragraph.append(run)
    }
  }

  private func close() {
    let isHeading = if case .heading = role { true } else { false }
    let words = WordRun.trimmed(paragraph.map { $0.markdown(isPlain: isHeading) }.joined())
    guard !words.isEmpty else { return }
    guard tables == 0 else {
      cell.append(words.split(separator: "\n").joined(separator: " "))
      return
    }
    if case .heading(let level) = role {
      let line = words.split(separator: "\n").joined(separator: " ")
      return append("\(String(repeating: "#", count: min(level, 6))) \(line)", isItem: false)
    }
    // Two blanks before a line end keep it.
    let text = WordRun.escapedStart(
      words.split(separator: "\n").map { WordRun.trimmed(String($0)) }.joined(separator: "  \n"))
    let isListed = list.map { $0 != "0" } ?? false
    var isNumbered: Bool?
    if isListed, let list {
      isNumbered = lists.isNumbered(list, level: level)
    } else if list == nil, case .item(let numbered) = role {
      isNumbered = numbered
    }
    guard let isNumbered else { return append(text, isItem: false) }
    let mark = isNumbered ? "1. " : "- "
    let indent = String(repeating: " ", count: level * 3)
    let lines = text.split(separator: "\n").joined(separator: "\n\(indent)   ")
    append(indent + mark + lines, isItem: true)
  }

  /// A pipe table, its first row the headings.
  private func closeTable() {
    tables -= 1
    guard tables == 0 else { return }
    let width = rows.map(\.count).max() ?? 0
    let lines = rows.map { row in
      let full = row + Array(repeating: "", count: width - row.count)
      return "| \(full.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |"
    }
    rows = []
    guard let head = lines.first, width > 0 else { return }
    let rule = "|" + String(repeating: " --- |", count: width)
    append(([head, rule] + lines.dropFirst()).joined(separator: "\n"), isItem: false)
  }

  private func append(_ block: String, isItem: Bool) {
    if !markdown.isEmpty { markdown += isItem && isItemLast ? "\n" : "\n\n" }
    markdown += block
    isItemLast = isItem
  }
}

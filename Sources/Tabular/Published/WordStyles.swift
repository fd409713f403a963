/// What the styles of a Word document say of its paragraphs: which are headings, which are items.
final class WordStyles: XMLVisitor {
  /// What a style makes of a paragraph.
  enum Role: Equatable {
    case heading(Int)
    case item(isNumbered: Bool)
  }

  /// By the id of the style, which other languages translate; its name they do not.
  private(set) var roles: [String: Role] = [:]
  private var style: String?

  static func read(_ archive: ZipArchive) throws -> WordStyles {
    let styles = WordStyles()
    if archive.names.contains("word/styles.xml") {
      try XMLPart.read("word/styles.xml", of: archive, by: styles)
    }
    return styles
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws {
    switch name {
    case "style": style = attributes["styleId"]
    case "name":
      guard let style, let name = attributes["val"]?.lowercased() else { return }
      roles[style] = Self.role(named: name)
    case "outlineLvl":
      guard let style, roles[style] == nil, let level = attributes.number("val"), level < 9 else {
        return
      }
      roles[style] = .heading(level + 1)
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}

  func end(_ name: String) throws {
    if name == "style" { style = nil }
  }

  private static func role(named name: String) -> Role? {
    if name == "title" { return .heading(1) }
    if name.hasPrefix("heading ") { return Int(name.dropFirst(8)).map { .heading($0) } }
    if name.hasPrefix("list bullet") { return .item(isNumbered: false) }
    if name.hasPrefix("list number") { return .item(isNumbered: true) }
    return nil
  }
}

/// Which lists of a Word document are numbered.
final class WordLists: XMLVisitor {
  /// Whether a level of a list is numbered, by the list's number.
  private var lists: [String: String] = [:]
  private var numbered: [String: Set<Int>] = [:]
  private var definition: String?
  private var level = 0
  private var list: String?

  static func read(_ archive: ZipArchive) throws -> WordLists {
    let lists = WordLists()
    if archive.names.contains("word/numbering.xml") {
      try XMLPart.read("word/numbering.xml", of: archive, by: lists)
    }
    return lists
  }

  func isNumbered(_ list: String, level: Int) -> Bool {
    lists[list].map { numbered[$0]?.contains(level) == true } ?? false
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws {
    switch name {
    case "abstractNum": definition = attributes["abstractNumId"]
    case "lvl": level = attributes.number("ilvl") ?? 0
    case "numFmt":
      guard let definition, let format = attributes["val"], format != "bullet", format != "none"
      else { return }
      numbered[definition, default: []].insert(level)
    case "num": list = attributes["numId"]
    case "abstractNumId":
      if let list { lists[list] = attributes["val"] }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}

  func end(_ name: String) throws {
    switch name {
    case "abstractNum": definition = nil
    case "num": list = nil
    default: break
    }
  }
}

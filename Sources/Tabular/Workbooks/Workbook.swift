/// The parts of a workbook that its sheets refer to.
struct Workbook {
  /// A tab, and the part that holds its cells; chart sheets have none.
  struct Sheet {
    let name: String
    let visibility: SheetVisibility
    let part: String?

    var isHidden: Bool { visibility != .visible }
  }

  let sheets: [Sheet]
  let strings: SharedStrings
  let formats: NumberFormats
  let epoch: ExcelDate.Epoch

  init(_ archive: ZipArchive) throws {
    let book = try Self.mainPart(of: archive)
    let related = try Relationships(of: book, in: archive)
    let contents = WorkbookContents()
    try XMLPart.read(book, of: archive, by: contents)
    sheets = contents.sheets.map { sheet in
      let relation = related.all[sheet.relation]
      // Sheets of old macros hold cells like any other.
      let isTable = relation?.kind == "worksheet" || relation?.kind == "xlMacrosheet"
      return Sheet(
        name: sheet.name, visibility: sheet.visibility, part: isTable ? relation?.part : nil)
    }
    epoch = contents.epoch
    strings = SharedStrings()
    formats = NumberFormats()
    if let part = related.part(of: "sharedStrings"), archive.contains(part) {
      try XMLPart.read(part, of: archive, by: strings)
    }
    if let part = related.part(of: "styles"), archive.contains(part) {
      try XMLPart.read(part, of: archive, by: formats)
    }
  }

  /// The part that lists the sheets.
  private static func mainPart(of archive: ZipArchive) throws -> String {
    // Some broken copies lack this part or have it garbled; the sheets are where they always are.
    let related = try? Relationships(of: "", in: archive)
    let part = related?.part(of: "officeDocument") ?? "xl/workbook.xml"
    if part.hasSuffix(".bin") { throw TabularProblem.notATable(.binaryWorkbook) }
    guard archive.contains(part), part.hasSuffix(".xml"), !part.hasPrefix("word/") else {
      let isOpen = archive.contains("mimetype") && archive.contains("content.xml")
      throw TabularProblem.notATable(isOpen ? .openDocument : .otherArchive)
    }
    return part
  }

  /// The sheet asked for by name or number, else the first that can be seen.
  func sheet(_ asked: String?) throws(TabularProblem) -> (index: Int, sheet: Sheet) {
    let found: Int?
    if let asked {
      let named = sheets.firstIndex { Array($0.name.utf8) == Array(asked.utf8) }
      let alike = sheets.indices.filter { Self.key(sheets[$0].name) == Self.key(asked) }
      found =
        named ?? (alike.count == 1 ? alike[0] : nil)
        ?? Int(asked).flatMap { sheets.indices.contains($0 - 1) ? $0 - 1 : nil }
    } else {
      found =
        sheets.firstIndex { !$0.isHidden && $0.part != nil }
        ?? sheets.firstIndex { $0.part != nil }
    }
    guard let found else {
      throw .unknownSheet(name: asked ?? "", known: sheets.map(\.name))
    }
    return (found, sheets[found])
  }

  /// A name without regard to case and blanks around it.
  private static func key(_ name: String) -> String {
    let trimmed = CardText.trimmed(Array(name.utf8))
    return String(decoding: trimmed, as: UTF8.self).lowercased()
  }
}

/// The list of sheets.
private final class WorkbookContents: XMLVisitor {
  var sheets: [(name: String, visibility: SheetVisibility, relation: String)] = []
  var epoch = ExcelDate.Epoch.year1900

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr":
      if let flag = attributes["date1904"], flag == "1" || flag == "true" { epoch = .year1904 }
    case "sheet":
      let state = attributes["state"] ?? "visible"
      sheets.append(
        (
          attributes["name"] ?? "", SheetVisibility(rawValue: state) ?? .hidden,
          attributes["id"] ?? ""
        ))
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end(_ name: String) {}
}

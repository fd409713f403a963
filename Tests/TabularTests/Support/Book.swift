/// A workbook for tests, written part by part.
struct Book {
  var sheets: [(name: String, state: String, xml: String)] = []
  var strings: String?
  var styles: String?
  var is1904 = false

  /// A workbook of one sheet with these rows.
  init(rows: String = "", after: String = "") {
    if !rows.isEmpty { add("List", rows: rows, after: after) }
  }

  mutating func add(
    _ name: String, state: String = "visible", rows: String, before: String = "",
    after: String = ""
  ) {
    sheets.append((name, state, "\(before)<sheetData>\(rows)</sheetData>\(after)"))
  }

  var zip: Zip {
    var zip = Zip()
    zip.add(
      "_rels/.rels",
      Self.relations(["<Relationship Id='r' Type='x/officeDocument' Target='xl/workbook.xml'/>"]))
    var relations: [String] = []
    var list = ""
    for (index, sheet) in sheets.enumerated() {
      relations.append(
        "<Relationship Id='s\(index)' Type='x/worksheet' Target='worksheets/\(index).xml'/>")
      list += "<sheet name='\(sheet.name)' sheetId='\(index + 1)' state='\(sheet.state)' "
      list += "r:id='s\(index)'/>"
      zip.add("xl/worksheets/\(index).xml", "<worksheet>\(sheet.xml)</worksheet>")
    }
    if let strings {
      relations.append("<Relationship Id='a' Type='x/sharedStrings' Target='/xl/strings.xml'/>")
      zip.add("xl/strings.xml", strings)
    }
    if let styles {
      relations.append("<Relationship Id='b' Type='x/styles' Target='../xl/styles.xml'/>")
      zip.add("xl/styles.xml", styles)
    }
    zip.add("xl/_rels/workbook.xml.rels", Self.relations(relations))
    let epoch = is1904 ? "<workbookPr date1904='1'/>" : ""
    zip.add("xl/workbook.xml", "<workbook xmlns:r='y'>\(epoch)<sheets>\(list)</sheets></workbook>")
    return zip
  }

  var bytes: [UInt8] { zip.bytes }

  private static func relations(_ all: [String]) -> String {
    "<Relationships>\(all.joined())</Relationships>"
  }
}

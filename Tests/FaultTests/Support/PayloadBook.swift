import Documents
import Foundation

/// A workbook whose parts say what a spreadsheet program would not write.
struct PayloadBook {
  /// The sheet's XML behind its rows.
  var after = ""
  var strings = "<sst><si><t>organisation</t></si></sst>"
  /// Names of parts beside those a workbook needs.
  var others: [String] = []

  func data() throws -> Data {
    var data = Data()
    var zip = ZipWriter(instant: "2020-06-01T12:00:00Z") { data.append(contentsOf: $0) }
    for (name, text) in parts { try zip.add(name, Array(text.utf8)) }
    for name in others { try zip.add(name, Array("x".utf8)) }
    try zip.finish()
    return data
  }

  private var parts: [(String, String)] {
    [
      (
        "_rels/.rels",
        "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='xl/workbook.xml'/>"
          + "</Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns:r='y'><sheets><sheet name='A' sheetId='1' r:id='s'/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='s' Type='x/worksheet' Target='s.xml'/>"
          + "<Relationship Id='t' Type='x/sharedStrings' Target='t.xml'/></Relationships>"
      ),
      (
        "xl/s.xml",
        "<worksheet><sheetData><row><c t='s'><v>0</v></c><c t='str'><v>email</v></c></row>"
          + "<row><c t='str'><v>Acme</v></c><c t='str'><v>a@example.org</v></c></row></sheetData>"
          + "\(after)</worksheet>"
      ),
      ("xl/t.xml", strings),
    ]
  }
}

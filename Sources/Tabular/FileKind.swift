/// What a file is by its first bytes, whatever its name says.
package enum FileKind: Equatable, Sendable {
  case binaryWorkbook
  case cards
  case compoundFile
  case gzip
  case json
  case openDocument
  case otherArchive
  case pdf
  case text
  case zip

  init(head: some Collection<UInt8>) {
    let head = Array(head.prefix(4))
    switch head {
    case [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]: self = .zip
    case [0xD0, 0xCF, 0x11, 0xE0]: self = .compoundFile
    case [0x25, 0x50, 0x44, 0x46]: self = .pdf
    default: self = head.starts(with: [0x1F, 0x8B, 0x08]) ? .gzip : .text
    }
  }

  /// What a text is by its first bytes in UTF-8.
  init(text: some Collection<UInt8>) {
    let start = text.drop { CardText.isBlank($0) || LineEnds.isEnd($0) }
    let line = start.prefix { !LineEnds.isEnd($0) }
    if CardFolding.depth(of: Array(line)) == 1 {
      self = .cards
    } else {
      self = JSONStart.opens(start) ? .json : .text
    }
  }

  var name: String {
    switch self {
    case .binaryWorkbook: "a binary workbook (.xlsb)"
    case .cards: "a file of vCards"
    case .compoundFile: "an old Office document"
    case .gzip: "compressed with gzip"
    case .json: "JSON"
    case .openDocument: "an OpenDocument file"
    case .otherArchive: "a zip archive without a workbook in it"
    case .pdf: "a PDF"
    case .text: "text"
    case .zip: "a zip archive"
    }
  }

  var wayOut: String? {
    switch self {
    case .binaryWorkbook, .compoundFile, .openDocument:
      "Open it in a spreadsheet program and save it as .xlsx or as CSV (UTF-8)."
    case .gzip, .otherArchive, .zip: "Unpack it and import the table inside."
    case .pdf: "Ask for the list as a spreadsheet."
    case .cards, .json, .text: nil
    }
  }
}

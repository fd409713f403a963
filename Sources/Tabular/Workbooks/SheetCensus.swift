import Glibc

/// The tags of a sheet, counted in its bytes without reading it.
///
/// A few hundred kilobytes can hold millions of cells. Going through them to learn that there are
/// too many takes seconds; counting their tags takes a tenth of that.
enum SheetCensus {
  /// Elements that a sheet is seen to have before it is counted; few sheets come to this.
  static let from = 400_000

  /// Throws where the sheet has more than any table; a tag that two pieces share is not seen, and
  /// nor is a name with a prefix, both of which the reading itself counts.
  static func check(_ part: String, of archive: ZipArchive) throws(TabularProblem) {
    var elements = 0
    var rows = 0
    var cells = 0
    try archive.read(part) { piece throws(TabularProblem) in
      guard let base = piece.baseAddress else { return }
      var place = 0
      while let tag = memchr(base + place, 0x3C, piece.count - place) {
        place = UnsafeRawPointer(tag) - UnsafeRawPointer(base) + 1
        guard place + 3 < piece.count else { break }
        let next = base + place
        elements += next[0] == UInt8(ascii: "/") ? 0 : 1
        if next[0] == UInt8(ascii: "c"), isEnd(next[1]) { cells += 1 }
        if next[0] == UInt8(ascii: "r"), next[1] == UInt8(ascii: "o"),
          next[2] == UInt8(ascii: "w"), isEnd(next[3])
        {
          rows += 1
        }
      }
      guard cells <= TableLimit.cells.most else { throw .tooLarge(.cells) }
      guard rows <= TableLimit.rows.most else { throw .tooLarge(.rows) }
      guard elements <= TableLimit.elements.most else { throw .tooLarge(.elements) }
    }
  }

  /// Whether the name of an element is over: what follows is a blank, a slash or the tag's end.
  private static func isEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }
}

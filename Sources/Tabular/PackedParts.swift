/// The parts of a zip archive one after the other, unpacked, such as those of a workbook.
///
/// A part that cannot be read is passed by, since the others may well be.
package struct PackedParts: Sequence, IteratorProtocol {
  private let archive: ZipArchive
  private var names: [String]

  /// Reads the archive at a path.
  ///
  /// - Throws: `TabularProblem` for what is no archive, or is larger than files may be.
  package init(_ path: String) throws {
    var input = try RawInput(source: .file(at: path))
    archive = try ZipArchive(input.readAll(most: .fileBytes))
    names = archive.names.sorted().reversed()
  }

  package mutating func next() -> [UInt8]? {
    while let name = names.popLast() {
      var bytes: [UInt8] = []
      do throws(TabularProblem) {
        try archive.read(name) { piece throws(TabularProblem) in bytes += piece }
        return bytes
      } catch { continue }
    }
    return nil
  }
}

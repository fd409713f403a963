internal import BluesCore
internal import Tabular

/// Reads mapping files from disk.
enum MappingFileAccess {
  /// More than any mapping needs; what is larger is another file.
  private static let most = 1 << 20

  static func read(_ path: String) throws -> MappingFile {
    let name = ImportOptions.lastPart(path)
    var bytes: [UInt8] = []
    do throws(TabularProblem) {
      let source = try ByteSource.file(at: path)
      var count = 0
      repeat {
        count = try source.next(into: &bytes)
      } while count > 0 && bytes.count <= most
    } catch {
      throw ListProblem(file: name, problem: error)
    }
    guard bytes.count <= most else {
      throw MappingFileProblem(message: "\(name): the file is too large for a mapping file.")
    }
    return try MappingFile(text: bytes, name: name)
  }
}

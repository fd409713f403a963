internal import BluesCore
internal import Tabular

/// Reads mapping files from disk.
enum MappingFileAccess {
  static func read(_ path: String) throws -> MappingFile {
    let name = ListFile.lastPart(path)
    var bytes: [UInt8] = []
    do throws(TabularProblem) {
      let source = try ByteSource.regularFile(at: path)
      var count = 0
      repeat {
        count = try source.next(into: &bytes)
      } while count > 0 && bytes.count <= MappingFile.mostBytes
    } catch {
      throw ListProblem(file: name, problem: error)
    }
    guard bytes.count <= MappingFile.mostBytes else {
      throw MappingFileProblem(message: "\(name): the file is too large for a mapping file.")
    }
    return try MappingFile(text: bytes, name: name)
  }
}

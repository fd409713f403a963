internal import BluesCore
internal import Tabular

/// Reads a file of settings or text whole.
enum SmallFile {
  /// - Throws: `ListProblem` where it cannot be read, `MappingFileProblem` where it is larger than
  ///   what it is for can be.
  static func read(_ path: String, most: Int, for use: String) throws -> [UInt8] {
    try HeldOutputs.refuse(reading: path)
    let name = ListFile.lastPart(path)
    var bytes: [UInt8] = []
    do throws(TabularProblem) {
      let source = try ByteSource.regularFile(at: path)
      var count = 0
      repeat {
        count = try source.next(into: &bytes)
      } while count > 0 && bytes.count <= most
    } catch {
      throw ListProblem(file: name, problem: error)
    }
    guard bytes.count <= most else {
      throw MappingFileProblem(message: "\(name): the file is too large for \(use).")
    }
    return bytes
  }
}

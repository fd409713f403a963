internal import BluesCore
internal import Tabular

/// Reads a file of settings or text whole.
enum SmallFile {
  static func read(_ path: String, most: Int) throws -> [UInt8] {
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
      throw MappingFileProblem(message: "\(name): the file is larger than \(most / 1_024) KiB.")
    }
    return bytes
  }
}

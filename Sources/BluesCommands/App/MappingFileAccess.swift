internal import BluesCore

/// Reads mapping files from disk.
enum MappingFileAccess {
  static func read(_ path: String) throws -> MappingFile {
    try MappingFile(
      text: SmallFile.read(path, most: MappingFile.mostBytes, for: "a mapping file"),
      name: ListFile.lastPart(path))
  }
}

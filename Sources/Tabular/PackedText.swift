/// The bytes of one file, which may be packed alone in a zip archive.
package struct PackedText {
  /// The name of the file inside the archive; nil where it is not packed.
  package let name: String?
  package let bytes: [UInt8]

  /// Reads the whole source, and unpacks it where it is an archive of one file.
  ///
  /// - Throws: `TabularProblem` for what cannot be read, and for an archive of several files.
  package static func read(_ source: ByteSource) throws(TabularProblem) -> PackedText {
    var input = try RawInput(source: source)
    let bytes = try input.readAll(most: .fileBytes)
    guard FileKind(head: bytes) == .zip else { return PackedText(name: nil, bytes: bytes) }
    let archive = try ZipArchive(bytes)
    let names = archive.names.filter { !$0.hasSuffix("/") }
    guard names.count == 1 else { throw .notATable(.otherArchive) }
    var unpacked: [UInt8] = []
    try archive.read(names[0]) { piece throws(TabularProblem) in unpacked += piece }
    return PackedText(name: names[0], bytes: unpacked)
  }
}

/// The container of Office documents before 2007, in which protected workbooks still come.
enum CompoundFile {
  /// Whether the container holds an encrypted package; then it is a .xlsx with a password.
  static func isEncryptedWorkbook(_ bytes: [UInt8]) -> Bool {
    let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    return contains(name, in: bytes)
  }

  /// Directory entries stand on boundaries of 128 bytes.
  private static func contains(_ name: [UInt8], in bytes: [UInt8]) -> Bool {
    stride(from: 0, to: bytes.count - name.count, by: 128).contains { start in
      bytes[start..<start + name.count].elementsEqual(name)
    }
  }
}

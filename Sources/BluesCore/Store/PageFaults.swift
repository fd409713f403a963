internal import GRDB

extension Database {
  /// What SQLite finds wrong with the pages and indexes of the file, a line each; none where all is
  /// sound.
  ///
  /// - Throws: `DatabaseError` where the disk could not be read, which SQLite lists as if it were a fault
  ///   of the file.
  func pageFaults(most: Int) throws -> [String] {
    let lines = try String.fetchAll(self, sql: "PRAGMA integrity_check(\(most))")
      .flatMap { $0.split(separator: "\n").map(String.init) }
      .filter { $0 != "ok" && !$0.hasPrefix("*** in database ") }
    for line in lines {
      guard
        let code = line.ranges(of: "error code=").last.flatMap({ Int32(line[$0.upperBound...]) })
      else { continue }
      let result = ResultCode(rawValue: code).primaryResultCode
      if [.SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_NOMEM].contains(result) {
        throw DatabaseError(resultCode: result)
      }
    }
    return lines
  }
}

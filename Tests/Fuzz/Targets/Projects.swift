internal import BluesCore

/// Changes of a project file, four bytes for each (a place, and what is put there), leave a file that
/// is read or refused, and undone or not.
func fuzzProjects(_ bytes: [UInt8]) -> CInt {
  var file = Ground.bytes
  for start in stride(from: 0, to: bytes.count - 3, by: 4) {
    let place = bytes[start..<start + 3].reduce(0) { $0 << 8 | Int($1) }
    file[place % file.count] = bytes[start + 3]
  }
  Ground.write(file)
  defer { Ground.remove() }
  Ground.tolerating {
    let store = try Store.openToRead(at: Ground.path, invocation: Ground.invocation)
    _ = try store.history.steps()
    _ = try store.statements.ledger(withUnrated: true)
    _ = try store.statusReport.content([:])
  }
  Ground.tolerating {
    let store = try Store.openToWrite(at: Ground.path, invocation: Ground.invocation)
    _ = try store.history.undo()
  }
  return 0
}

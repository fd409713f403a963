internal import BluesCore

/// Lines behind those of a sound dump, or behind its first alone, are loaded or refused.
func fuzzDumps(_ bytes: [UInt8]) -> CInt {
  let lines = bytes.count % 2 == 0 ? Ground.dump.prefix(1) : Ground.dump[...]
  Ground.load(Array(lines.joined(separator: [0x0A])) + [0x0A] + bytes)
  return 0
}

/// Any bytes as what the last step changed are loaded or refused, and undone, redone or refused then.
func fuzzChangesets(_ bytes: [UInt8]) -> CInt {
  let mark = Array(#""changeset":""#.utf8)
  var lines = Ground.dump
  guard let number = lines.lastIndex(where: { !$0.ranges(of: mark).isEmpty }),
    let start = lines[number].ranges(of: mark).first?.upperBound,
    let end = lines[number][start...].firstIndex(of: UInt8(ascii: "\""))
  else { preconditionFailure("the dump has no step") }
  let digits = Array("0123456789abcdef".utf8)
  lines[number].replaceSubrange(
    start..<end, with: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  Ground.load(Array(lines.joined(separator: [0x0A])) + [0x0A]) { store in
    _ = try store.history.steps()
    _ = try store.integrity.faults()
    Ground.tolerating { _ = try store.history.undo() }
    Ground.tolerating { _ = try store.history.redo() }
  }
  return 0
}

import Testing

/// One call that breaks.
struct Fault: CustomStringConvertible {
  /// How it breaks; the names are the shim's.
  enum Mode: String, CaseIterable {
    case kill, torn, EIO, ENOSPC, EMFILE, EACCES, EOPNOTSUPP, ENOMEM, short
  }

  /// Which calls are counted; the names are the shim's.
  enum Kind: String {
    case changing, reaching, syncing, mapping, allocating
  }

  let mode: Mode
  let call: Int
  /// Every later call fails too.
  var lasts = false
  var kind = Kind.changing

  var environment: [String: String] {
    var variables = [
      "LD_PRELOAD": Built.shim, "FAULT_AT": "\(call)", "FAULT_MODE": mode.rawValue,
      "FAULT_KIND": kind.rawValue,
    ]
    if lasts { variables["FAULT_LASTS"] = "1" }
    return variables
  }

  var description: String {
    "\(mode) at \(kind) call \(call)\(lasts ? " and after" : "")"
  }

  /// Points spread evenly over all calls with each of the modes, that pass or last.
  static func spread(
    _ count: Int, over calls: Int, _ modes: [Mode], _ kind: Kind = .changing,
    lasting: [Bool] = [false]
  ) -> [Fault] {
    let each = modes.count * lasting.count
    let all = calls * each
    let points = min(count, all)
    return (0..<points).map { index in
      let place = index * (all - 1) / max(1, points - 1)
      return Fault(
        mode: modes[place % modes.count], call: 1 + place / each,
        lasts: lasting[place / modes.count % lasting.count], kind: kind)
    }
  }
}

extension Command.Ending {
  /// Expects that a failure ended with a code of its own and one sentence, never with a signal.
  func expectSentence(_ fault: Fault) {
    // What SQLite cannot read for an error of the disk it calls damaged: 65, or 6 where a figure that
    // cannot be computed for that keeps a period from being locked.
    let reading: [Int32] = fault.kind == .reaching && fault.mode == .EIO ? [65, 6] : []
    #expect(([0, 1, 73, 74, 75, 77] + reading).contains(code), "\(fault): \(self)")
    guard code != 0 else { return }
    let sentences = complaint.split(separator: "\n").filter { $0.hasPrefix("blues: ") }
    #expect(sentences.count == 1 && sentences[0].hasSuffix("."), "\(fault): \(complaint)")
  }
}

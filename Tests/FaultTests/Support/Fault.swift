import Testing

/// One call that breaks.
struct Fault: CustomStringConvertible {
  /// How it breaks; the names are the shim's.
  enum Mode: String, CaseIterable {
    case kill, torn, EIO, ENOSPC, EMFILE, EACCES, EOPNOTSUPP, short
  }

  let mode: Mode
  let call: Int
  /// Every later call fails too.
  var lasts = false
  /// Counted are the calls that reach files, not those that change them.
  var reaching = false

  var environment: [String: String] {
    var variables = [
      "LD_PRELOAD": Built.shim, "FAULT_AT": "\(call)", "FAULT_MODE": mode.rawValue,
    ]
    if lasts { variables["FAULT_LASTS"] = "1" }
    if reaching { variables["FAULT_REACH"] = "1" }
    return variables
  }

  var description: String {
    "\(mode) at \(reaching ? "reaching " : "")call \(call)\(lasts ? " and after" : "")"
  }

  /// Points spread evenly over all calls, with each point's mode in turn.
  static func spread(
    _ count: Int, over calls: Int, _ modes: [Mode], reaching: Bool = false
  ) -> [Fault] {
    let points = min(count, calls)
    return (0..<points).map { index in
      Fault(
        mode: modes[index % modes.count], call: 1 + index * (calls - 1) / max(1, points - 1),
        reaching: reaching)
    }
  }

  /// A fault that passes and one that does not, in turn.
  static func alternating(_ faults: [Fault]) -> [Fault] {
    faults.enumerated().map { index, fault in
      var fault = fault
      fault.lasts = index % 2 == 1
      return fault
    }
  }
}

extension Command.Ending {
  /// Expects that a failure ended with a code of its own and one sentence, never with a signal.
  func expectSentence(_ fault: Fault) {
    // What SQLite cannot read for an error of the disk it calls damaged: 65.
    let reading: [Int32] = fault.reaching && fault.mode == .EIO ? [65] : []
    #expect(([0, 1, 73, 74, 75, 77] + reading).contains(code), "\(fault): \(self)")
    guard code != 0 else { return }
    let sentences = complaint.split(separator: "\n").filter { $0.hasPrefix("blues: ") }
    #expect(sentences.count == 1 && sentences[0].hasSuffix("."), "\(fault): \(complaint)")
  }
}

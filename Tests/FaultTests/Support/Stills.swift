import Foundation

/// What a command leaves in its folder when it is killed, at many of its calls in one run.
///
/// A file has, after a kill, the bytes the system held for it at that moment; a copy of them
/// taken at the call is the same, and spares a process for each point.
struct Stills {
  let shop: Workshop
  let points: [Fault]

  /// Runs the command once on the files and takes a still at each of so many of its calls.
  init(_ words: [String], on files: [String: Data], points count: Int) throws {
    let calls = try Workshop(files).calls(words)
    points = Fault.spread(count, over: calls, [.kill, .torn])
    shop = try Workshop(files)
    let stills = try Workshop()
    let list = points.map { "\($0.call)\($0.mode == .torn ? "t" : "")" }.joined(separator: " ")
    let ending = try Command(
      [Built.blues] + words, in: shop.folder,
      with: ["LD_PRELOAD": Built.shim, "FAULT_STILLS": stills.folder, "FAULT_POINTS": list]
    ).run()
    guard ending.code == 0 else { throw Workshop.UnexpectedEnding(ending: ending) }
    self.stills = stills
  }

  private let stills: Workshop

  /// Hands over each still as a folder of its own, which goes afterwards.
  func each<Answer>(_ body: (Fault, Workshop) throws -> Answer) throws -> [Answer] {
    try points.map { point in
      try body(point, Workshop(takingOver: stills.path("\(point.call)")))
    }
  }
}

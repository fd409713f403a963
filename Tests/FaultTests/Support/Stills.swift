import Foundation

/// What a command leaves in its folder when it is killed, at many of its calls in one run.
///
/// A file has, after a kill, the bytes the system held for it at that moment; a copy of them
/// taken at the call is the same, and spares a process for each point.
struct Stills {
  private let shop: Workshop
  private let points: [Fault]

  /// Runs the command on the files and hands over a still of each of so many of its calls, in
  /// their order, each as a folder of its own, which goes afterwards.
  ///
  /// The command is run once for some hundreds of points: that many copies fit a disk.
  static func each<Answer>(
    _ count: Int, of words: [String], on files: [String: Data],
    _ body: (Fault, Workshop) throws -> Answer
  ) throws -> [Answer] {
    let calls = try Workshop(files).calls(words)
    let points = Fault.spread(count, over: calls, [.kill, .torn])
    var answers: [Answer] = []
    for start in stride(from: 0, to: points.count, by: atOnce) {
      let some = Array(points[start..<min(start + atOnce, points.count)])
      answers += try Stills(words, on: files, points: some).each(body)
    }
    return answers
  }

  private static let atOnce = 300

  /// Runs the command once on the files and takes a still at each of the points.
  private init(_ words: [String], on files: [String: Data], points: [Fault]) throws {
    self.points = points
    shop = try Workshop(files)
    let stills = try Workshop()
    let list = points.map(Self.name(of:)).joined(separator: " ")
    let ending = try Command(
      [Built.blues] + words, in: shop.folder,
      with: ["LD_PRELOAD": Built.shim, "FAULT_STILLS": stills.folder, "FAULT_POINTS": list]
    ).run()
    guard ending.code == 0 else { throw Workshop.UnexpectedEnding(ending: ending) }
    self.stills = stills
  }

  private static func name(of point: Fault) -> String {
    "\(point.call)\(point.mode == .torn ? "t" : "")"
  }

  private let stills: Workshop

  private func each<Answer>(_ body: (Fault, Workshop) throws -> Answer) throws -> [Answer] {
    try points.map { point in
      try body(point, Workshop(takingOver: stills.path(Self.name(of: point))))
    }
  }
}

import Foundation
import Testing

/// A command in a folder, held to leave all it does or nothing whichever of its calls fails.
enum Job: String, CaseIterable {
  case starting, importing, exporting, replacing, undoing

  var words: [String] {
    switch self {
    case .starting: ["init", "--template", "blues"]
    case .importing: ["partner", "contact", "import", "list.csv", "-o", "answer.txt"]
    case .exporting: ["partner", "contact", "export", "-o", "contacts.csv"]
    case .replacing: ["partner", "contact", "export", "--force", "-o", "contacts.csv"]
    case .undoing: ["undo", "-o", "answer.txt"]
    }
  }

  /// The file its answer goes to.
  var output: String? { words.contains("-o") ? words.last : nil }

  func files() throws -> [String: Data] {
    switch self {
    case .starting: [:]
    case .importing: ["blues.db": try Stock.fresh(), "list.csv": Stock.list(rows: 60)]
    case .exporting: ["blues.db": try Stock.planned()]
    case .replacing: ["blues.db": try Stock.planned(), "contacts.csv": Data("old\n".utf8)]
    case .undoing: ["blues.db": try Stock.planned()]
    }
  }

  /// The project and the answer as a folder holds them.
  struct State: Equatable {
    var project: Inspection?
    var answer: Data?
  }

  func state(of shop: Workshop) throws -> State {
    let names = try shop.names()
    return State(
      project: names.contains("blues.db") ? try Inspection.of(shop.project) : nil,
      answer: try output.flatMap { names.contains($0) ? try shop.read($0) : nil })
  }

  /// Lets so many of its calls fail, one in each run.
  func sweep(_ points: Int, _ modes: [Fault.Mode], reaching: Bool) throws {
    let files = try files()
    let before = try state(of: Workshop(files))
    let untouched = try Workshop(files)
    #expect(try untouched.command(words).run().code == 0)
    let after = try state(of: untouched)
    let calls = try Workshop(files).calls(words, reaching: reaching)
    let faults = Fault.spread(points, over: calls, modes, reaching: reaching)
    for fault in Fault.alternating(faults) {
      let shop = try Workshop(files)
      let ending = try shop.command(words, fault: fault).run()
      ending.expectSentence(fault)
      let found = try state(of: shop)
      if ending.code == 0 {
        #expect(found == after, "\(self), \(fault)")
      } else if found.project != before.project, self == .starting, fault.lasts {
        // Neither could the name that it had already be taken away.
        #expect(found == after, "\(self), \(fault)")
      } else if found.project != before.project {
        #expect(found == State(project: after.project, answer: before.answer), "\(self), \(fault)")
        #expect(ending.complaint.contains("hint: the change is made"), "\(self), \(fault)")
      } else {
        // A name that was taken over has no way back.
        let mayBe = self == .replacing ? [before.answer, after.answer] : [before.answer]
        #expect(mayBe.contains(found.answer), "\(self), \(fault): \(ending)")
      }
      let strays = try shop.strays().filter { $0 != output }
      #expect(strays.allSatisfy { isBeyondRemoval($0, fault) }, "\(self), \(fault): \(strays)")
    }
  }

  /// Whether a file is what the command wrote in, which stays where its removal fails too.
  private func isBeyondRemoval(_ name: String, _ fault: Fault) -> Bool {
    guard !fault.reaching else { return false }
    return name.hasPrefix("blues.db.new-")
      || fault.lasts && name.hasPrefix("\(output ?? "blues.db").part-")
  }
}

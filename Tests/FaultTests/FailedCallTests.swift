import Foundation
import Testing

/// What a command says and leaves when the system refuses one of its calls.
@Suite struct `A command whose disk fails` {
  let importing = ["partner", "contact", "import", "list.csv"]

  @Test(arguments: [Fault.Mode.EIO, .ENOSPC])
  func `an import succeeds with its rows, or says why and leaves none`(_ mode: Fault.Mode) throws {
    try sweep(
      importing, on: ["blues.db": Stock.fresh(), "list.csv": Stock.list(rows: 60)], 60, [mode],
      before: Inspection(steps: 1), after: Inspection(contacts: 60, searched: 60, steps: 2))
  }

  @Test func `a write that is done by half is taken up again`() throws {
    let files = ["blues.db": try Stock.fresh(), "list.csv": Stock.list(rows: 60)]
    let calls = try Workshop(files).calls(importing)
    for fault in Fault.spread(20, over: calls, [.short]) {
      let shop = try Workshop(files)
      #expect(try shop.command(importing, fault: fault).run().code == 0, "\(fault)")
      let whole = Inspection(contacts: 60, searched: 60, steps: 2)
      #expect(try Inspection.of(shop.project) == whole, "\(fault)")
    }
  }

  @Test(arguments: [Fault.Mode.EIO, .ENOSPC])
  func `submitting succeeds, or says why and changes nothing`(_ mode: Fault.Mode) throws {
    try sweep(
      ["workpackage", "deliverable", "submit", "D1.1"], on: ["blues.db": Stock.planned()], .max,
      [mode], before: Inspection(steps: 2), after: Inspection(steps: 3, submitted: 1))
  }

  @Test(arguments: [Fault.Mode.EIO, .ENOSPC])
  func `a project that cannot be written is not there`(_ mode: Fault.Mode) throws {
    let starting = ["init", "--template", "blues"]
    let calls = try Workshop().calls(starting)
    for fault in Fault.alternating(Fault.spread(30, over: calls, [mode])) {
      let shop = try Workshop()
      let ending = try shop.command(starting, fault: fault).run()
      ending.expectSentence(fault)
      let isThere = try shop.names().contains("blues.db")
      #expect(isThere || ending.code != 0, "\(fault)")
      if isThere { #expect(try Inspection.of(shop.project) == Inspection(steps: 1), "\(fault)") }
      // Where the removal itself fails, what it was laid out in stays, under a name of its own.
      let strays = try shop.strays()
      #expect(fault.lasts || strays.allSatisfy { $0.hasPrefix("blues.db.new-") }, "\(fault)")
    }
  }

  @Test(.enabled(if: SmallDisk.isPossible, "a small disk can be mounted by root only"))
  func `an import onto a full disk leaves the project as it was`() throws {
    for kilobytes in stride(from: 1000, through: 2200, by: 80) {
      let disk = try SmallDisk(kilobytes: kilobytes)
      try disk.shop.write(Stock.fresh(), to: "blues.db")
      let lists = try Workshop(["list.csv": Stock.list(rows: 1000)])
      let ending = try disk.shop.command(
        ["partner", "contact", "import", lists.path("list.csv")]
      ).run()
      if ending.code != 0 {
        #expect(ending.code == 74, "\(kilobytes) kB: \(ending)")
        #expect(
          ending.complaint.hasPrefix("blues: The disk that holds "), "\(kilobytes) kB: \(ending)")
      }
      let copy = try Workshop(disk.files())
      let state = try Inspection.of(copy.project)
      #expect(
        state
          == (ending.code == 0
            ? Inspection(contacts: 1000, searched: 1000, steps: 2) : Inspection(steps: 1)),
        "\(kilobytes) kB")
    }
  }

  private func sweep(
    _ words: [String], on files: [String: Data], _ points: Int, _ modes: [Fault.Mode],
    before: Inspection, after: Inspection
  ) throws {
    let calls = try Workshop(files).calls(words)
    let faults = Fault.spread(points, over: calls, modes)
    for fault in Fault.alternating(faults) {
      let shop = try Workshop(files)
      let ending = try shop.command(words, fault: fault).run()
      ending.expectSentence(fault)
      let state = try Inspection.of(shop.project)
      #expect(state == after || state == before && ending.code != 0, "\(fault): \(ending)")
      #expect(try shop.strays() == [], "\(fault)")
    }
  }
}

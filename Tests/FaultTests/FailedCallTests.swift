import Foundation
import Testing

/// What a command says and leaves when the system refuses one of its calls.
@Suite struct `A command whose disk fails` {
  let importing = ["partner", "contact", "import", "list.csv"]

  @Test(arguments: Job.allCases)
  func `is done, or says why and has done nothing, whichever change of a file fails`(
    _ job: Job
  ) throws {
    let course = try Course(job)
    let points = try course.sweep(Proof.count(2, full: .max), [.EIO], .changing)
    let more = try course.sweep(Proof.count(1, full: 60), [.ENOSPC], .changing)
    Proof.tell("\(job): \(points + more) changes of files failed")
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

  @Test(.enabled(if: SmallDisk.isPossible, "a small disk can be mounted by root only"))
  func `an import onto a full disk leaves the project as it was`() throws {
    for kilobytes in stride(from: 1160, through: 2360, by: 80) {
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

  @Test(.enabled(if: SmallDisk.isPossible, "a small disk can be mounted by root only"))
  func `a command that reads answers on a full disk`() throws {
    let disk = try SmallDisk(kilobytes: 2400)
    try disk.shop.write(Stock.fresh(), to: "blues.db")
    let commands = [["partner", "list"], ["history"], ["report", "status"], ["check"]]
    let before = try commands.map { try disk.shop.command($0).run() }
    #expect(before.map(\.code) == [0, 0, 0, 0])
    let filler = try Command(
      ["/bin/sh", "-c", "dd if=/dev/zero of=filler bs=4k 2>/dev/null; true"], in: disk.shop.folder
    ).run()
    #expect(filler.code == 0)
    #expect(try commands.map { try disk.shop.command($0).run() } == before)
    let ending = try disk.shop.command(["partner", "set", "AV", "--city", "Lyon"]).run()
    #expect(ending.code == 74)
    try FileManager.default.removeItem(atPath: disk.shop.path("filler"))
    #expect(try commands.map { try disk.shop.command($0).run() } == before)
    #expect(
      try disk.shop.command(["partner", "set", "AV", "--city", "Lyon"]).run().code == 0)
  }
}

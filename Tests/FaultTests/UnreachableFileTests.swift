import Foundation
import Testing

/// What a command leaves when a file cannot be opened, read, closed, named or removed.
@Suite struct `A command that cannot reach its files` {
  @Test(arguments: Job.allCases)
  func `is done, or says why and has done nothing, whichever opening or reading fails`(
    _ job: Job
  ) throws {
    let course = try Course(job)
    let points = try course.sweep(
      Proof.count(3, full: .max), [.EMFILE, .EACCES, .EIO], .reaching)
    Proof.tell("\(job): \(points) calls that reach files failed")
  }

  @Test(arguments: Job.allCases)
  func `is done, or says why and has done nothing, without memory`(_ job: Job) throws {
    let course = try Course(job)
    let maps = try course.sweep(Proof.count(2, full: .max), [.ENOMEM], .mapping)
    let points = try course.sweep(Proof.count(1, full: 60), [.ENOMEM], .allocating)
    Proof.tell("\(job): \(maps) maps and \(points) allocations failed")
  }

  @Test func `an output file has no name before it is whole`() throws {
    let job = Job.exporting
    let whole = try Workshop(job.files())
    #expect(try whole.command(job.words).run().code == 0)
    let answer = try whole.read("contacts.csv")
    let found = try Stills.each(.max, of: job.words, on: job.files()) { point, shop in
      let names = try shop.strays()
      #expect(names.isEmpty || names == ["contacts.csv"], "\(point)")
      if !names.isEmpty { #expect(try shop.read("contacts.csv") == answer, "\(point)") }
      return !names.isEmpty
    }
    #expect(found.first == false && found.last == true)
  }

  @Test(arguments: [Job.exporting, .overwriting])
  func `a disk without nameless files holds the output all the same`(_ job: Job) throws {
    let files = try job.files()
    let whole = try Workshop(files)
    #expect(try whole.command(job.words).run().code == 0)
    let calls = try Workshop(files).calls(job.words, .reaching)
    let refused = try (1...calls).filter { call in
      let fault = Fault(mode: .EMFILE, call: call, kind: .reaching)
      let shop = try Workshop(files)
      let ending = try shop.command(job.words, fault: fault).run()
      return ending.complaint
        == "blues: \(job.output ?? "") cannot be created: Too many open files.\n"
    }
    #expect(refused.count == 1)
    for call in refused {
      let shop = try Workshop(files)
      let fault = Fault(mode: .EOPNOTSUPP, call: call, kind: .reaching)
      #expect(try shop.command(job.words, fault: fault).run().code == 0)
      #expect(try job.standing(of: shop) == job.standing(of: whole))
    }
  }
}

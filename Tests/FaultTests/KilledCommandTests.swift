import Foundation
import Testing

/// What a command leaves that was killed at one of its calls.
@Suite struct `A killed command` {
  @Test(arguments: Job.allCases)
  func `has happened wholly or not at all, and leaves nothing that the next does not clear`(
    _ job: Job
  ) throws {
    let course = try Course(job, rows: Proof.count(60, full: 600))
    let found = try Stills.each(
      Proof.count(10, full: 2000), of: job.words, on: job.files(rows: course.rows)
    ) { point, shop in try course.isDone(shop, "\(point)") }
    Proof.tell("\(job) killed at \(found.count) points")
    guard course.changesProject else { return }
    // The change is absent up to one call and there from then on.
    let first = found.firstIndex(of: true) ?? found.endIndex
    #expect(first > 0 && first < found.endIndex && found[first...].allSatisfy(\.self), "\(job)")
  }

  @Test func `a process that dies importing leaves all or nothing`() throws {
    let course = try Course(.importing)
    let calls = try course.workshop().calls(course.job.words)
    for fault in Fault.spread(Proof.count(8, full: 200), over: calls, [.kill, .torn]) {
      let shop = try course.workshop()
      #expect(try shop.command(course.job.words, fault: fault).run().wasKilled)
      _ = try course.isDone(shop, "\(fault)")
    }
  }

  @Test func `what a killed start left does not stand in the way of the next`() throws {
    let starting = Job.starting.words
    let calls = try Workshop().calls(starting)
    for fault in Fault.spread(8, over: calls, [.kill, .torn]) {
      let shop = try Workshop()
      #expect(try shop.command(starting, fault: fault).run().wasKilled)
      let isThere = try shop.names().contains("blues.db")
      #expect(try shop.command(starting).run().code == (isThere ? 5 : 0), "\(fault)")
      #expect(try Inspection.of(shop.project) == Inspection(steps: 1), "\(fault)")
      #expect(try shop.strays() == [], "\(fault)")
    }
  }
}

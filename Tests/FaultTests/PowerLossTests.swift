import Foundation
import Testing

@testable import BluesCore

/// What is on the disk when the power fails while a command runs, or when a sync fails.
@Suite struct `The power fails` {
  private static let losses: [Disk.Loss] =
    Proof.isFull ? Disk.Loss.allCases : [.all, .half, .reordered]

  @Test(arguments: Job.allCases)
  func `the project is as before or as after, and as after once the command has ended`(
    _ job: Job
  ) throws {
    let course = try Course(job)
    let shop = try course.workshop()
    let record = try DiskRecord(of: job.words, in: shop)
    #expect(record.ending.code == 0)
    var disk = Disk(try job.files(), numbers: record.numbers)
    var random = SplitMix64(state: 11)
    var states = States(course)
    let step = max(1, record.events.count / Proof.count(2, full: 400))
    for (place, event) in record.events.enumerated() where disk.take(event) {
      // In full every turn of the disk, and writes at even distances.
      guard place % step == step - 1 || Proof.isFull && !event.isWrite else { continue }
      for loss in Self.losses {
        try states.expect(disk.state(losing: loss, &random), "event \(place), \(loss) lost")
      }
    }
    for loss in Self.losses {
      try states.expect(disk.state(losing: loss, &random), "the end, \(loss) lost", isEnded: true)
    }
    Proof.tell("\(job): \(states.count) states of the disk, \(states.different) different")
  }

  @Test(arguments: Job.allCases)
  func `a sync that fails is never trusted again`(_ job: Job) throws {
    let course = try Course(job)
    let calls = try course.workshop().calls(job.words, .syncing)
    let faults = Fault.spread(Proof.count(1, full: .max), over: calls, [.EIO], .syncing)
    var random = SplitMix64(state: 13)
    for fault in faults {
      let shop = try course.workshop()
      let record = try DiskRecord(of: job.words, in: shop, fault: fault)
      record.ending.expectSentence(fault)
      var disk = Disk(try job.files(), numbers: record.numbers)
      var states = States(course)
      for event in record.events { _ = disk.take(event) }
      for loss in Self.losses {
        try states.expect(
          disk.state(losing: loss, &random), "\(fault), \(loss) lost",
          isEnded: record.ending.code == 0, telling: record.ending.output)
      }
    }
    Proof.tell("\(job): \(faults.count) syncs failed")
  }

  /// States of a disk, each looked at once.
  private struct States {
    let course: Course
    private(set) var count = 0
    private var known: Set<String> = []

    var different: Int { known.count }

    init(_ course: Course) { self.course = course }

    mutating func expect(
      _ state: Disk.State, _ point: String, isEnded: Bool = false, telling said: String = ""
    ) throws {
      count += 1
      let key = state.contents.map { "\($0.names) \(FileDigest(of: Array($0.bytes)).sha256)" }
        .joined(separator: "\n")
      guard known.insert("\(isEnded)\n\(key)").inserted else { return }
      let shop = try Workshop(state)
      guard isEnded else {
        _ = try course.isDone(shop, point, losingNames: true, telling: said)
        return
      }
      let found = try course.job.standing(of: shop)
      #expect(found.project == course.after.project, "\(course.job), \(point)")
      for (name, text) in course.after.files where !Course.isTold(name, said) {
        #expect(found.files[name] == text, "\(course.job), \(point): \(name)")
      }
    }
  }
}

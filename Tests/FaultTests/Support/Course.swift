import Testing

/// A command with what its folder holds before and after it: what a broken run has to leave is one
/// of the two.
struct Course {
  let job: Job
  let before: Standing
  let after: Standing
  let rows: Int

  init(_ job: Job, rows: Int = 60) throws {
    self.job = job
    self.rows = rows
    let shop = try Workshop(job.files(rows: rows))
    before = try job.standing(of: shop)
    let ending = try shop.command(job.words).run()
    guard ending.code == 0 else { throw Workshop.UnexpectedEnding(ending: ending) }
    after = try job.standing(of: shop)
  }

  func workshop() throws -> Workshop { try Workshop(job.files(rows: rows)) }

  /// Whether the command changes the project, not files beside it alone.
  var changesProject: Bool { before.project != after.project }

  /// Expects a folder to be as before or as after, and tells which.
  ///
  /// What only a second run of the same command clears may be there, such as a half backup under a
  /// name of its own; where the power failed, what has lost its second name may stay.
  func isDone(
    _ shop: Workshop, _ point: String, losingNames: Bool = false, telling said: String = ""
  ) throws -> Bool {
    let found = try job.standing(of: shop)
    #expect([before.project, after.project].contains(found.project), "\(job), \(point)")
    expectWhole(found, point, telling: said)
    let strays = found.strangers(to: before, after)
    let half = strays.filter { before.files[$0] != nil || after.files[$0] != nil }
    #expect(half == [], "\(job), \(point)")
    if !strays.isEmpty, !losingNames {
      // Another day, on which a backup has another name.
      _ = try Command(
        [Built.blues] + job.words, in: shop.folder, with: ["BLUES_TODAY": "2020-06-02"]
      ).run()
      let left = try job.standing(of: shop).files.keys.filter(strays.contains)
      #expect(left == [], "\(job), \(point)")
    }
    return changesProject && found.project == after.project
  }

  /// Expects that what is gone or changed has what takes its place beside it.
  private func expectWhole(_ found: Standing, _ point: String, telling said: String) {
    for name in before.files.keys where found.files[name] == nil {
      #expect(after.files[name] == nil, "\(job), \(point): \(name) is gone")
    }
    let isDone = changesProject && found.project == after.project
    let isGone = before.files.keys.contains { found.files[$0] == nil }
    guard isDone || isGone else { return }
    for (name, text) in after.files where name != job.output && !Self.isTold(name, said) {
      #expect(found.files[name] == text, "\(job), \(point): \(name)")
    }
  }

  /// Whether an erasure tells of a copy that it cannot clean; the person is out of the project.
  static func isTold(_ name: String, _ said: String) -> Bool {
    said.contains("cannot be changed") && said.contains(name)
  }

  /// Lets so many of its calls of a kind fail, one in each run, once and for ever.
  @discardableResult
  func sweep(_ points: Int, _ modes: [Fault.Mode], _ kind: Fault.Kind) throws -> Int {
    let calls = try workshop().calls(job.words, kind)
    let faults = Fault.spread(points, over: calls, modes, kind, lasting: [false, true])
    for fault in faults {
      let shop = try workshop()
      let ending = try shop.command(job.words, fault: fault).run()
      if kind == .allocating, ending.code >= 128 {
        // The runtime stops a program that gets no memory, which is as if it had been killed.
        _ = try isDone(shop, "\(fault)")
        continue
      }
      ending.expectSentence(fault)
      // An export says that it is not in the history, as of a project that may only be read.
      if ending.code == 0, ending.complaint.contains("Not noted in the history") { continue }
      let found = try job.standing(of: shop)
      if ending.code == 0, !ending.output.contains("cannot be changed") {
        #expect(found == after, "\(job), \(fault): \(ending)")
      } else if try isDone(shop, "\(fault)", telling: ending.output), ending.code != 0 {
        // Neither could the name that it had already be taken away.
        let isNew = before.project == nil && fault.lasts
        #expect(
          isNew || ending.complaint.contains("hint: the change is made"),
          "\(job), \(fault): \(ending)")
      }
    }
    return faults.count
  }
}

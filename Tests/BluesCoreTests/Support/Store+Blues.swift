import Basics
import Testing

@testable import BluesCore

extension Day {
  /// A day of a test, written as ISO text.
  static func of(_ text: String) throws -> Day { try #require(Day(iso: text)) }
}

extension Invocation {
  /// What a test does on a day, at noon.
  static func test(_ command: String = "test", on day: String, isRehearsal: Bool = false) throws
    -> Invocation
  {
    Invocation(
      command: command, who: "tester", at: "\(day)T12:00:00Z", today: try .of(day),
      isRehearsal: isRehearsal)
  }
}

extension Store {
  /// The BLUES partnership in memory, started on its first day and used on another.
  static func blues(on day: String = "2020-09-01") throws -> Store {
    try bluesPattern.get().copyInMemory().on(day)
  }

  /// Laid out once and copied for each test, since laying it out takes longer than most tests.
  private static let bluesPattern = Result { try newBlues() }

  /// The same in a file of its own number.
  static func newBlues() throws -> Store {
    let store = try Store.inMemory(invocation: .test("init", on: "2020-02-01"))
    _ = try store.project.start(from: .named("blues"), .init())
    return try store.on("2020-09-01")
  }

  /// The same project, used on another day.
  func on(_ day: String, _ command: String = "test") throws -> Store {
    acting(try .test(command, on: day))
  }

  /// The same project, where nothing that is done stays done.
  func rehearsing() -> Store {
    var invocation = invocation
    invocation.isRehearsal = true
    return acting(invocation)
  }

  /// The same project under another act.
  func acting(_ invocation: Invocation) -> Store {
    var store = self
    store.invocation = invocation
    return store
  }
}

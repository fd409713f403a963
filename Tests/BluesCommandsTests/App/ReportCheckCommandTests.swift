import ArgumentParser
import Basics
import Testing

@testable import BluesCommands
@testable import BluesCore

@Suite struct `The commands that a check of a report prints` {
  /// The words of a line as a shell splits them, as far as these lines go.
  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for letter in line {
      if letter == "\"" {
        isQuoted.toggle()
      } else if letter == " ", !isQuoted {
        words.append(word)
        word = ""
      } else {
        word.append(letter)
      }
    }
    return Array((words + [word]).dropFirst())
  }

  @Test func `each can be typed as it is printed`() throws {
    let store = try ExportedStore().store
    _ = try store.risks.add(.init("R1"), ["title": "Travel bans"])
    _ = try store.indicators.add(.init("I1"), ["title": "Firms advised", "target": "40"])
    _ = try store.indicators.add(.init("I2"), ["title": "Jobs", "target": "4"])
    _ = try store.indicators.record(
      .init("I2"), IndicatorReading("1", on: #require(Day(iso: "2020-08-01"))))
    _ = try store.deliverables.add(.init("D1.1"), ["title": "Study", "due": "M6"])
    _ = try store.deliverables.add(.init("D1.2"), ["title": "Plan", "due": "M8"])
    _ = try store.deliverables.submit([.init("D1.2")], on: #require(Day(iso: "2020-08-15")))
    _ = try store.milestones.add(.init("MS1"), ["title": "Start", "due": "M2"])
    _ = try store.actions.add(.init("ACT1"), ["title": "Minutes", "due_on": "2020-08-15"])
    _ = try store.persons.add(.init("NP-1"), ["partner": "NP", "name": "Jana"])
    _ = try store.timesheets.add(
      .init(
        person: "NP-1", worked: #require(WorkDate(stored: "2020-06")),
        workPackage: WorkPackageCode("WP5")),
      #require(Hours("43")))
    _ = try store.activities.add(
      .init("A1"),
      [
        "title": "Fair", "type": "communication", "starts_on": "2020-08-01", "status": "ongoing",
      ])
    for period in ["RP1", "RP2"] {
      let missing = try store.reportCheck.missing(in: period)
      #expect(Set(missing.map(\.requirement)).count >= 9)
      for item in missing {
        #expect(item.command.hasPrefix("blues "))
        #expect(throws: Never.self, "\(item.command)") {
          _ = try Launch.parse(Self.words(item.command))
        }
      }
    }
  }
}

import Basics
import Foundation
import Testing

@testable import BluesCore

/// What a person's row says beside names and numbers, and names in the words of the history.
@Suite struct `Erasing what other texts repeat of a person` {
  let place: ScannedFolder
  let code: String

  init() throws {
    place = try ScannedFolder()
    let store = try place.store(on: "2020-03-01")
    code = try store.contacts.add(
      ContactDraft([
        .givenName: "Ada", .familyName: "Quollwitz", .email: "ada@q.example.org",
        .street: "Kieselgurweg 77", .note: "Memo Nachbarin Schulze",
        .website: "https://quollwitz-privat.example.org",
      ])
    ).code
    _ = try store.baselines.take("Plan of Quollwitz", on: .of("2020-03-01"))
    _ = try store.activities.add(
      .init("A1"), ["title": "Visit at Kieselgurweg 77", "type": "training"])
    _ = try store.activities.set(
      .init("A1"),
      ["outcome": "memo nachbarin schulze; see https://quollwitz-privat.example.org"])
    _ = try store.activities.add(
      .init("A2"), ["title": "The quollwitz case", "type": "training"])
    _ = try store.activities.add(.init("A3"), ["title": "quollwitz came", "type": "training"])
    _ = try store.activities.set(.init("A3"), ["title": "Clean"])
  }

  @Test func `street, website and note go out of every byte`() throws {
    let forms = ScannedFolder.forms([
      "Kieselgurweg 77", "Memo Nachbarin Schulze", "quollwitz-privat", "Plan of Quollwitz",
    ])
    #expect(try place.hits(forms).count > 3)
    let store = try place.store(on: "2020-03-02")
    let erasure = try store.erasures.erase(code, because: "asked")
    #expect(erasure.isFinished == true)
    #expect(try place.hits(forms) == [])
    let activity = try store.activities.one(.init("A1"))
    #expect(activity.title == "Visit at Person \(code)")
    #expect(activity.outcome == "Person \(code); see Person \(code)")
  }

  @Test func `the names of things in the history are rewritten too`() throws {
    let store = try place.store(on: "2020-03-02")
    _ = try store.erasures.erase(code, because: "asked")
    let affected = try store.history.steps().map(\.affected)
    #expect(affected.contains("Plan of Person \(code)"))
    #expect(!affected.contains { $0.lowercased().contains("quollwitz") })
  }

  @Test func `where the family name stays in small letters is told`() throws {
    let erasure = try place.store(on: "2020-03-02").erasures.erase(code, because: "asked")
    let told = erasure.mentions.map { "\($0.place) \($0.count)" }
    #expect(
      told.filter { $0.hasPrefix("activity.") } == [
        "activity.title 1", "activity.title in the history 3",
      ])
  }

  @Test func `a street that somebody else has too stays in other texts`() throws {
    let store = try place.store(on: "2020-03-02")
    _ = try store.contacts.add(
      ContactDraft([.name: "Berta Sanz", .street: "Kieselgurweg 77"]))
    _ = try store.erasures.erase(code, because: "asked")
    #expect(try store.activities.one(.init("A1")).title == "Visit at Kieselgurweg 77")
  }
}

import Basics
import Testing

@testable import BluesCore

@Suite struct `Activities` {
  let store: Store

  init() throws {
    store = try Store.blues()
    _ = try store.tasks.add(.init("T1.1"))
    _ = try store.activities.add(
      .init("A1"),
      [
        "title": "Training on labels", "type": "training", "task": "T1.1", "partners": "NP; av",
        "starts_on": "2020-06-02", "ends_on": "2020-06-03", "place": "En ligne",
        "status": "delivered", "hours": "7,5",
      ])
  }

  private func refusal(_ code: String, _ changes: Changes) throws -> RecordProblem? {
    #expect(throws: RecordProblem.self) { try store.activities.set(.init(code), changes) }
  }

  @Test func `an activity has the work package of its task, and its place is online`() throws {
    let training = try store.activities.one(.init("A1"))
    #expect(training.workPackage == "WP1")
    #expect(training.partners == ["NP", "AV"])
    #expect(training.place == "online")
    #expect(training.hours == 750)
    #expect(training.attendance == "No participants are recorded.")
    #expect(
      try refusal("A1", ["work_package": "WP2"])?.message
        == "--wp takes WP1, to which T1.1 belongs, not \"WP2\".")
  }

  @Test func `it does not end before it begins, and is not delivered before it was`() throws {
    #expect(
      try refusal("A1", ["ends_on": "2020-06-01"])?.message
        == "--to takes a day not before 2020-06-02, not \"2020-06-01\".")
    #expect(
      try refusal("A1", ["starts_on": "2020-09-02", "ends_on": "2020-09-02"])?.message
        == "--status takes planned or another word, as it begins on 2020-09-02, not \"delivered\".")
  }

  @Test func `a day outside the project is told`() throws {
    _ = try store.activities.add(.init("A2"), ["starts_on": "2020-01-31", "ends_on": "2022-02-01"])
    #expect(
      store.invocation.remarks.take() == [
        "A2: 2020-01-31 is before the project starts on 2020-02-01.",
        "A2: 2022-02-01 is after the project ends on 2022-01-31.",
      ])
  }

  @Test func `kinds and audiences are known by the codes and words of both lists`() throws {
    let post = try store.activities.add(
      .init("A2"),
      [
        "kind": "TV / Radio campaign",
        "audiences": "Industry/business partners; Policy makers, citizens | EU institutions",
      ])
    #expect(post.kind == "tv-radio")
    #expect(post.audiences == ["industry", "policy", "citizens", "eu-institutions"])
    #expect(post.type == .communication)
    #expect(try store.activities.add(.init("A3"), ["kind": "Brokerage event"]).kind == "brokerage")
    #expect(
      try store.activities.add(.init("A4"), ["kind": "Clustering activities"]).type
        == .dissemination)
    #expect(try store.activities.add(.init("A5"), ["kind": "training"]).type == .training)
    let refused = try refusal("A2", ["kind": "press-relese"])
    #expect(refused?.hint == "did you mean press-release?")
  }

  @Test func `numbers are in their range`() throws {
    #expect(
      try refusal("A1", ["satisfaction": "5.5"])?.message
        == "--satisfaction takes a number from 1 to 5 with at most two decimals, such as 4.5, not \"5.5\"."
    )
    #expect(
      try refusal("A1", ["reach": "many"])?.message
        == "--reach takes a whole number such as 120, not \"many\".")
    let read = try store.activities.set(
      .init("A1"), ["reach": "1 200", "cost": "1.250,50", "satisfaction": "4.25"])
    #expect([read.reach, read.cost, read.satisfaction] == [1200, 125_050, 425])
  }

  @Test func `a list in another language is understood`() throws {
    let list = """
      Numéro,Nom de l'activité,Type d'activité,Public cible,Date,Date de fin,Partenaires,Résultat,Statut
      A7,Salon de l'eau,exhibition,citoyens,2020-03-02,2020-03-04,AV,40 contacts,réalisé
      A8,Webinaire,website,industry,2020-04-02,,"AV, NP",,geplant
      """
    let taken = try store.importList(
      Activity.register.list, list, .test(map: ["Type d'activité=kind"]))
    #expect(taken.counts == [2, 1, 0, 0, 1])
    #expect(taken.rejected.map(\.rule) == ["audiences"])
    let webinar = try store.activities.one(.init("A8"))
    #expect(webinar.status == .planned)
    #expect(webinar.partners == ["AV", "NP"])
  }

  @Test func `what an activity refers to stays, and so does a meeting with decisions`() throws {
    #expect(throws: RecordProblem.inUse("T1.1", by: [.init(noun: "activity", count: 1)])) {
      try store.tasks.remove(.init("T1.1"))
    }
    _ = try store.decisions.add(.init("DEC1"), ["title": "Go on", "meeting": "A1"])
    #expect(throws: RecordProblem.inUse("A1", by: [.init(noun: "decision", count: 1)])) {
      try store.activities.remove(.init("A1"))
    }
  }
}

import Basics
import Testing

@testable import BluesCore

@Suite struct `Labels of clusters` {
  let store: Store
  let label: LabelCode

  init() throws {
    store = try Store.blues()
    label = try .init("L1")
    _ = try store.labels.add(
      label,
      [
        "partner": "np", "level": "Gold, proven for cluster excellence",
        "obtained_on": "2019-05-31", "valid_to": "2021-05-31", "score": "84",
        "score_governance": "78.5", "improvement_1": "Digital services",
      ])
  }

  @Test func `the renewal begins nine months before the end`() throws {
    let gold = try store.labels.one(label)
    #expect(gold.partner == "NP")
    #expect(gold.level == .gold)
    #expect(gold.nextActionOn?.iso == "2020-08-31")
    #expect(gold.standing == .renew)
    #expect(try store.on("2020-08-30").labels.one(label).standing == .valid)
    #expect(try store.on("2021-06-01").labels.one(label).standing == .ended)
    #expect([gold.score, gold.areas.governance, gold.areas.structure] == [8400, 7850, nil])
  }

  @Test func `a renewal keeps the term before it`() throws {
    let renewed = try store.labels.renew(
      label, on: .of("2020-08-20"), validTo: .of("2023-08-19"), level: .silver)
    #expect(renewed.level == .silver)
    #expect(renewed.score == nil)
    #expect(renewed.improvement1 == nil)
    #expect(renewed.standing == .valid)
    let terms = try store.labels.terms(label)
    #expect(terms.map(\.level) == [.gold])
    #expect(terms.map(\.validTo) == [try .of("2021-05-31")])
    #expect(terms.map(\.score) == [8400])
    #expect(throws: LabelProblem.notLater(label, obtained: try .of("2020-08-20"))) {
      try store.labels.renew(label, on: .of("2020-08-20"), validTo: nil)
    }
    #expect(throws: LabelProblem.endsBeforeStart(label, try .of("2020-08-01"))) {
      try store.labels.renew(label, on: .of("2020-08-25"), validTo: .of("2020-08-01"))
    }
    _ = try store.history.undo()
    #expect(try store.labels.one(label).score == 8400)
    #expect(try store.labels.terms(label) == [])
  }

  @Test func `a label is of a partner, and does not end before it is given`() throws {
    let refused = #expect(throws: RecordProblem.self) { try store.labels.add(.init("L2"), [:]) }
    #expect(refused?.message == "--partner needs the short name of a partner.")
    let days = #expect(throws: RecordProblem.self) {
      try store.labels.set(label, ["valid_to": "2019-05-30"])
    }
    #expect(days?.message == "--valid-to takes a day not before 2019-05-31, not \"2019-05-30\".")
    let used = RecordProblem.inUse(
      "NP", by: [.init(noun: "label", count: 1), .init(noun: "work package", count: 1)])
    #expect(throws: used) { try store.partners.remove(.init("NP")) }
  }

  @Test func `labels and strategies come in by the words of lists`() throws {
    let labels = try store.importList(
      PartnerLabel.register.list,
      "Nummer,Partner,Stufe,Verliehen am,Gültig bis\nL2,AV,Silber,2020-03-01,2022-02-28\n")
    #expect(labels.counts == [1, 1, 0, 0, 0])
    #expect(try store.labels.one(.init("L2")).level == .silver)
    let strategies = try store.importList(
      StrategyPaper.register.list,
      "No,Titre,Partenaire,Type,Statut,Date\nS1,Feuille de route,AV,Plan d'action,adopté,2020-06-30\n"
    )
    #expect(strategies.counts == [1, 1, 0, 0, 0])
    let roadmap = try store.strategies.one(.init("S1"))
    #expect(roadmap.kind == .actionPlan)
    #expect(roadmap.status == .adopted)
    #expect(roadmap.doneOn?.iso == "2020-06-30")
  }
}

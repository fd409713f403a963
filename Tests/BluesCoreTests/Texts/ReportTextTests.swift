import Basics
import Documents
import Testing

@testable import BluesCore

@Suite struct `The texts of reports` {
  let store: Store

  init() throws { store = try Store.blues().on("2021-02-10", "report text set") }

  private func refusal(_ step: () throws -> Void) -> String? {
    do {
      try step()
      return nil
    } catch {
      return (error as? any Problem)?.reason
    }
  }

  private let progress = ReportTextKey("progress", workPackage: .init(number: 1), period: "RP1")

  @Test func `a key is read as it is written`() {
    for text in ["progress.WP1.RP1.NP", "impact.RP2", "final-results", "leaving-work.WP3.A.B Co"] {
      #expect(ReportTextKey(text).description == text)
    }
    let key = ReportTextKey("leaving-work.WP3.A.B Co")
    #expect(key.partner == "A.B Co")
    #expect(key.period == nil)
    #expect(key.words == "leaving-work --wp WP3 --partner \"A.B Co\"")
    #expect(progress.words == "progress --wp WP1 --period RP1")
  }

  @Test func `a text is kept, changed, shown with its history and removed, each one step`() throws {
    let texts = store.reportTexts
    let new = try texts.set(progress, to: "\r\nNine clusters were **audited**.  \r\n\r\n")
    #expect(new.outcome == .new)
    #expect(new.text.text == "Nine clusters were **audited**.")
    let before = try store.dump()
    let changed = try texts.set(
      ReportTextKey("Progress", workPackage: .init(number: 1), period: "rp1"), to: "Ten.")
    #expect(changed.outcome == .changed)
    #expect(changed.text.key == progress)
    #expect(try texts.set(progress, to: "Ten.\n").outcome == .unchanged)
    #expect(
      try texts.changes(of: progress).map(\.summary) == [
        "wrote the text progress.WP1.RP1: 4 words",
        "changed the text progress.WP1.RP1: 4 words → 1 word",
      ])
    _ = try store.history.undo()
    #expect(try store.dump() == before)
    #expect(try texts.one(progress).text == "Nine clusters were **audited**.")
    _ = try store.history.redo()
    #expect(try texts.one(progress).text == "Ten.")
    #expect(try texts.remove(progress) == progress)
    #expect(throws: ReportTextProblem.none(progress)) { try texts.one(progress) }
    #expect(
      refusal { _ = try texts.one(progress) }
        == "Not written yet: progress.WP1.RP1. "
        + "Blues report text edit progress --wp WP1 --period RP1")
  }

  @Test func `what was known on an earlier day is known with its words`() throws {
    _ = try store.on("2021-02-01").reportTexts.set(progress, to: "Early words.")
    _ = try store.on("2021-02-10").reportTexts.set(progress, to: "Late words.")
    let then = try store.asKnown(on: .of("2021-02-05"))
    #expect(try then.reportTexts.one(progress).text == "Early words.")
  }

  @Test func `a section says what its texts are of`() throws {
    let texts = store.reportTexts
    #expect(
      refusal { _ = try texts.set(ReportTextKey("progress", period: "RP1"), to: "x") }
        == "The section progress needs --wp. Give the work package, such as --wp WP1")
    #expect(
      refusal {
        _ = try texts.set(ReportTextKey("impact", period: "RP1", partner: "NP"), to: "x")
      } == "The section impact has no --partner. Leave out --partner")
    #expect(
      refusal { _ = try texts.set(ReportTextKey("progres", period: "RP1"), to: "x") }
        == "Unknown section: progres. Did you mean progress?")
    #expect(
      refusal { _ = try texts.set(ReportTextKey("impact", period: "RP7"), to: "x") }
        == "Unknown period: RP7. Known: RP1, RP2")
  }

  @Test func `a text is not empty, not binary and not endless`() throws {
    let texts = store.reportTexts
    #expect(throws: ReportTextProblem.empty) { try texts.set(progress, to: " \n\t\n") }
    #expect(throws: ReportTextProblem.hasNUL) { try texts.set(progress, to: "a\0b") }
    let long = String(repeating: "é", count: 131_072)
    #expect(try texts.set(progress, to: long).text.text == long)
    #expect(throws: ReportTextProblem.tooLong(262_145, most: 262_144)) {
      try texts.set(progress, to: "\(long)x")
    }
  }

  @Test func `headings are moved below those of the report, code stays`() throws {
    let kept = try store.reportTexts.set(
      progress,
      to: "# Tasks\n\nText\n\nResults\n-------\n\n```\n# no heading\n```\n\n### Deep ###\n\n1. one")
    #expect(kept.isMoved)
    #expect(
      kept.text.text
        == "### Tasks\n\nText\n\n#### Results\n\n```\n# no heading\n```\n\n##### Deep\n\n1. one")
    #expect(try !store.reportTexts.set(progress, to: kept.text.text).isMoved)
  }

  @Test func `a locked period keeps its texts`() throws {
    _ = try store.reportTexts.set(progress, to: "Ten.")
    _ = try store.periodCheck.lock("RP1", on: .of("2021-02-10"), because: "Test")
    let way = "Blues report period reopen RP1 --because \"…\""
    #expect(
      refusal { _ = try store.reportTexts.set(progress, to: "Eleven.") }
        == "RP1 is locked: the text progress.WP1.RP1 cannot change. \(way)")
    #expect(
      refusal { _ = try store.reportTexts.remove(progress) }
        == "RP1 is locked: the text progress.WP1.RP1 cannot change. \(way)")
    #expect(try store.reportTexts.set(progress, to: "Ten.").outcome == .unchanged)
    let kept = try #require(try store.frozenDocuments.find("report-texts", in: "RP1"))
    #expect(kept.content.contains("\"text\": \"Ten.\""))
  }

  @Test func `what was changed while it was edited is not lost`() throws {
    let texts = store.reportTexts
    _ = try texts.set(progress, to: "By another.")
    #expect(throws: ReportTextProblem.meanwhile(progress)) {
      try texts.set(progress, to: "Mine.", before: .some(nil))
    }
    #expect(try texts.set(progress, to: "Mine.", before: "By another.").outcome == .changed)
  }

  @Test func `a report says which texts it needs, and one partner's is enough`() throws {
    let texts = store.reportTexts
    #expect(
      try texts.missing(in: "rp1").map(\.key.description) == [
        "summary-context.RP1", "summary-work.RP1", "summary-impact.RP1", "objectives.RP1",
        "progress.WP1.RP1", "progress.WP2.RP1", "progress.WP3.RP1", "progress.WP4.RP1",
        "progress.WP5.RP1", "impact.RP1",
      ])
    _ = try texts.set(
      ReportTextKey("progress", workPackage: .init(number: 2), period: "RP1", partner: "np"),
      to: "Words.")
    _ = try texts.set(ReportTextKey("impact", period: "RP1"), to: "Words.")
    #expect(
      try texts.missing(in: "RP1").map(\.key.description).suffix(4) == [
        "progress.WP1.RP1", "progress.WP3.RP1", "progress.WP4.RP1", "progress.WP5.RP1",
      ])
    #expect(
      try texts.all().map(\.key.description) == ["progress.WP2.RP1.NP", "impact.RP1"])
  }

  @Test func `the sections of the programme are named once, with their sources`() throws {
    let sections = try store.reportTexts.sections()
    let ids = sections.sections.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count == 24)
    for section in sections.sections {
      #expect(Source.cited(section.sources).count == section.sources.count)
      #expect(!section.guidance.isEmpty)
      #expect(section.guidance.hasSuffix("."))
    }
    #expect(sections.of(.leaving).allSatisfy { $0.partner == .needed })
  }
}

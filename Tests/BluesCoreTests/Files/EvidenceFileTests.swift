import Basics
import Foundation
import Testing

@testable import BluesCore

/// A file that is given with a change is registered behind the record in the same step.
@Suite final class `A file given as evidence` {
  private let home: URL
  private let store: Store
  private let file: String

  init() throws {
    home = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "blues-evidence-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let blues = try Store.blues(on: "2020-12-31")
    store = Store(
      queue: blues.queue, path: home.appending(path: "blues.db").path,
      invocation: blues.invocation, hooks: .rooms)
    _ = try store.deliverables.add(.init("D1.7"), ["title": "Report", "due": "M12"])
    _ = try store.deliverables.add(.init("D1.8"), ["title": "Annex", "due": "M12"])
    file = home.appending(path: "sent.pdf").path
    try Data("abc".utf8).write(to: URL(fileURLWithPath: file))
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  /// The registered files, as record, kind and path, with their digests.
  private func registered() throws -> [String] {
    try store.documents.all().map {
      "\($0.record ?? "") \($0.document.kind) \($0.document.file ?? "") "
        + "\($0.document.digest == FileDigest(of: Array("abc".utf8)))"
    }
  }

  @Test func `stands behind every deliverable that is submitted with it`() throws {
    let steps = try store.history.steps().count
    _ = try store.deliverables.submit(
      [.init("D1.7"), .init("D1.8")], on: .of("2020-12-30"),
      evidence: EvidenceFile(file, kind: "report"))
    #expect(try registered() == ["D1.7 report sent.pdf true", "D1.8 report sent.pdf true"])
    #expect(try store.history.steps().count == steps + 1)
    _ = try store.history.undo()
    #expect(try registered() == [])
  }

  @Test func `stands behind a cost, once, and the cost has its receipt`() throws {
    let cost: Changes = [
      "partner": "NP", "category": "D.1", "work_package": "WP5", "incurred_on": "2020-05-14",
      "description": "Train", "amount": "100", "evidence": "sent.pdf",
    ]
    let evidence = try EvidenceFile(file, kind: CostEvidence.usualKind)
    _ = try store.costs.add(.init("K1"), cost, evidence: evidence)
    #expect(try registered() == ["K1 receipt sent.pdf true"])
    _ = try store.costs.set(.init("K1"), ["note": "Paid"], evidence: evidence)
    #expect(try registered() == ["K1 receipt sent.pdf true"])
    #expect(try store.evidence.rows().map(\.isMissing) == [false])
  }

  @Test func `stands behind an indicator and a milestone`() throws {
    _ = try store.indicators.add(.init("I1"), ["title": "Firms", "target": "5"])
    let reading = IndicatorReading("4", on: try .of("2020-11-01"), evidence: "sent.pdf")
    _ = try store.indicators.record(
      .init("I1"), reading, evidence: EvidenceFile(file, kind: "evidence"))
    _ = try store.milestones.add(.init("MS1"), ["title": "Start", "due": "M3"])
    _ = try store.milestones.achieve(
      [.init("MS1")], on: .of("2020-11-02"), evidence: EvidenceFile(file, kind: "evidence"))
    #expect(try registered() == ["I1 evidence sent.pdf true", "MS1 evidence sent.pdf true"])
  }

  @Test func `that is not there changes nothing`() throws {
    let gone = home.appending(path: "gone.pdf").path
    #expect(throws: FileProblem.self) { try EvidenceFile(gone, kind: "report") }
  }
}

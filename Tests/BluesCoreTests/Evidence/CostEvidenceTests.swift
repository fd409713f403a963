import Basics
import Documents
import Foundation
import Testing

@testable import BluesCore

/// Receipts by the names of their files, the audit pack, and samples.
@Suite final class `The evidence of costs` {
  private let home: URL
  private let store: Store

  init() throws {
    let temporary = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
    home = temporary.appending(path: "blues-evidence-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: home.appending(path: "in"), withIntermediateDirectories: true)
    let blues = try Store.blues(on: "2021-02-10")
    store = Store(
      queue: blues.queue, path: home.appending(path: "blues.db").path,
      invocation: blues.invocation, hooks: .rooms)
    for (code, supplier, invoice, more) in [
      ("K1", "České dráhy", "F-2020-114", ["incurred_on": "2020-05-14"]),
      ("K2", "České dráhy", "F-2020-114", ["incurred_on": "2020-05-14", "category": "D.3"]),
      ("K3", "Hotel Elbe", "0077", ["incurred_on": "2020-05-15"]),
      ("K4", "Hotel Oder", "77", ["incurred_on": "2020-06-15"]),
      ("K5", "Bistro", "9", ["partner": "AV"]), ("K6", "Bistro", "", ["amount": "7.00"]),
    ] as [(String, String, String, [String: String])] {
      _ = try store.costs.add(
        .init(code),
        Costs.texts(
          ["supplier": supplier, "invoice": invoice, "evidence": ""].merging(more) { $1 }))
    }
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  private func write(_ name: String, _ text: String? = nil) throws {
    let url = home.appending(path: "in/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data((text ?? name).utf8).write(to: url)
  }

  private func take(_ store: Store? = nil, copied: Bool = false) throws -> [String] {
    var request = CostEvidence.Request(folder: home.appending(path: "in").path)
    request.isCopied = copied
    return try (store ?? self.store).evidence.importFolder(request).map {
      let file = $0.file.split(separator: "/in/").last.map(String.init) ?? ""
      return "\(file): \($0.finding.rawValue) \($0.costs.joined(separator: ","))"
    }
  }

  private func fill() throws {
    for name in [
      "f2020_0114 rail.pdf", "77 Elbe.pdf", "2020-06-15 77.pdf", "77.pdf", "photo.jpg", "K6.pdf",
      "AV/9.pdf", "NP/9.pdf",
    ] { try write(name) }
  }

  private static let found = [
    "2020-06-15 77.pdf: registered K4", "77 Elbe.pdf: registered K3", "77.pdf: ambiguous K3,K4",
    "AV/9.pdf: registered K5", "K6.pdf: registered K6", "NP/9.pdf: unmatched ",
    "f2020_0114 rail.pdf: registered K1,K2", "photo.jpg: unmatched ",
  ]

  @Test func `files are registered behind the costs of their invoice, in one step`() throws {
    try fill()
    let before = try store.dump()
    #expect(try take(store.rehearsing()) == Self.found)
    #expect(try store.dump() == before)
    #expect(try take() == Self.found)
    #expect(
      try store.history.steps(limit: 1).map(\.summary) == ["registered 5 receipts of 6 costs"])
    #expect(
      try store.documents.all(of: "K2").map {
        "\($0.document.code) \($0.document.kind) \($0.document.file ?? "") \($0.document.dated)"
      } == ["DOC6 receipt in/f2020_0114 rail.pdf 2020-05-14"])
    #expect(try store.evidence.rows().filter(\.isMissing).map(\.cost.code.description) == [])
    #expect(try store.costs.findings().filter { $0.rule == .noEvidence } == [])
    #expect(
      try take() == Self.found.map { $0.replacing("registered", with: "unchanged") })
    _ = try store.history.undo()
    #expect(try store.evidence.rows().filter(\.isMissing).count == 6)
    _ = try store.history.redo()
  }

  @Test func `a file that a cost notes is its receipt, whatever its name has`() throws {
    _ = try store.costs.add(.init("K7"), Costs.texts(["evidence": "receipts/np-07.pdf"]))
    _ = try store.costs.add(.init("K8"), Costs.texts(["evidence": "a/scan 77.pdf"]))
    _ = try store.costs.add(.init("K9"), Costs.texts(["evidence": "b/scan 77.pdf"]))
    let noted = home.appending(path: "in/77.pdf").path
    _ = try store.costs.add(.init("K10"), Costs.texts(["evidence": noted]))
    for name in ["np-07.pdf", "scan 77.pdf", "77.pdf"] { try write(name) }
    #expect(
      try take() == [
        "77.pdf: registered K10", "np-07.pdf: registered K7", "scan 77.pdf: ambiguous K8,K9",
      ])
    #expect(
      try store.costs.findings().filter { $0.rule == .notRegistered }.map(\.cost.description)
        == ["K8", "K9"])
  }

  @Test func `a copy is kept beside the project`() throws {
    try write("9 Bistro.pdf")
    #expect(try take(copied: true) == ["9 Bistro.pdf: registered K5"])
    #expect(
      try store.documents.all(of: "K5").map(\.document.file)
        == ["blues.papers/K5/receipt-1.pdf"])
  }

  @Test func `a folder without files, or of nobody, is refused`() throws {
    #expect(throws: EvidenceProblem.empty(home.appending(path: "in").path)) { try take() }
    try write("XX/9.pdf")
    #expect(throws: EvidenceProblem.noPartner(home.appending(path: "in/XX").path)) { try take() }
  }

  /// The names in an archive, in the order of its files.
  private func names(in bytes: [UInt8]) -> [String] {
    bytes.indices.dropLast(30).filter { bytes[$0...].starts(with: [0x50, 0x4B, 3, 4]) }
      .map { start in
        let end = start + 30 + Int(bytes[start + 26])
        return String(decoding: bytes[start + 30..<end], as: UTF8.self)
      }
  }

  private func pack() throws -> (bytes: [UInt8], receipts: [PackedReceipt], bare: [String]) {
    let pack = try CostPack(store, of: "np", in: "rp1")
    var bytes: [UInt8] = []
    let receipts = try pack.write { bytes += $0 }
    return (bytes, receipts, pack.withoutReceipt(receipts).map(\.source))
  }

  @Test func `the audit pack has the statement, the lines and the receipts`() throws {
    try fill()
    _ = try take()
    _ = try store.costs.set(.init("K3"), ["amount": "11.00"])
    try write("77 Elbe.pdf", "another file")
    try FileManager.default.removeItem(at: home.appending(path: "in/K6.pdf"))
    _ = try store.costs.add(.init("K7"), Costs.texts(["evidence": ""]))
    _ = try store.costs.add(.init("K8"), Costs.texts(["evidence": "Cabinet 3"]))
    let (bytes, receipts, bare) = try pack()
    #expect(
      names(in: bytes) == [
        "index.html", "index.csv", "statement.html", "statement.csv", "lines.csv",
        "timesheets.csv", "sha256.txt", "receipts/K1/receipt-1-f2020_0114 rail.pdf",
        "receipts/K2/receipt-2-f2020_0114 rail.pdf",
        "receipts/K4/receipt-4-2020-06-15 77.pdf",
      ])
    #expect(
      receipts.map(\.fault).compactMap(\.self) == [
        "K3 receipt in/77 Elbe.pdf is not the file that was registered.",
        "K6 receipt in/K6.pdf is missing.",
      ])
    #expect(receipts.last?.note == "Cabinet 3")
    #expect(bare == ["K6", "K7", "K8", "K3"])
    #expect(try pack().bytes == bytes)
    #expect(throws: EvidenceProblem.noCosts("MCICT", "RP1")) {
      try CostPack(store, of: "MCICT", in: "RP1")
    }
  }

  @Test func `the name of a file that nobody registered is no evidence`() throws {
    try fill()
    _ = try take()
    _ = try store.costs.add(.init("K7"), Costs.texts(["evidence": "receipts/np-07.pdf"]))
    _ = try store.costs.add(.init("K8"), Costs.texts(["evidence": "https://example.org/k8.pdf"]))
    #expect(try store.evidence.rows().filter(\.isMissing).map(\.cost.code.description) == ["K7"])
    #expect(
      try store.costs.findings().filter { $0.rule == .notRegistered }.map(\.cost.description)
        == ["K7"])
    let (_, receipts, bare) = try pack()
    #expect(
      receipts.compactMap(\.fault) == [
        "K7 receipt receipts/np-07.pdf is named, and not registered."
      ])
    #expect(bare == ["K7", "K8"])
  }

  @Test func `a sample is the same for the same seed, whatever the order`() throws {
    let (sample, statement) = try store.evidence.sample(of: "NP", in: "RP1", seed: 7)
    let drawn = sample.lines(3).map(\.line.source)
    #expect(drawn.count == 3)
    #expect(CostSample(statement.lines.reversed(), seed: 7).lines(3).map(\.line.source) == drawn)
    #expect(sample.lines(99).count == 5)
    #expect(Array(sample.lines(99).map(\.line.source).prefix(3)) == drawn)
    let orders = Set(
      (1...20).map { CostSample(statement.lines, seed: $0).lines(5).map(\.line.source) })
    #expect(orders.count > 10)
  }

  @Test func `by amount every euro has the same chance`() throws {
    _ = try store.costs.add(.init("K9"), Costs.texts(["amount": "99999.00"]))
    _ = try store.costs.add(.init("K10"), Costs.texts(["amount": "-50.00"]))
    let (sample, statement) = try store.evidence.sample(of: "NP", in: "RP1", seed: 3)
    #expect(sample.byAmount(2).map(\.line.source) == ["K9"])
    let all = sample.byAmount(1_000_000).map(\.line.source)
    #expect(Set(all) == Set(statement.lines.map(\.source)).subtracting(["K10"]))
    #expect(CostSample([], seed: 3).byAmount(2) == [])
  }
}

import Testing

@testable import PostOffice

@Suite struct `Labels of parcels` {
  @Test(arguments: [
    (Label(Self.good, project: ""), "project"),
    (Label(Self.good, project: String(repeating: "x", count: 101)), "project"),
    (Label(Self.good, sender: "N\nP"), "sender"), (Label(Self.good, recipient: "N\0"), "recipient"),
    (Label(Self.good, recipient: "NP"), "recipient"), (Label(Self.good, seq: 0), "number"),
    (Label(Self.good, sha256: [1, 2]), "SHA-256"), (Label(Self.good, signature: []), "signature"),
    (Label(Self.good, signature: [UInt8](repeating: 1, count: 1025)), "signature"),
  ])
  func `one that cannot be kept is refused before anything is sent`(label: Label, part: String) {
    #expect(throws: PostOfficeProblem.unusableLabel(part: part)) { try label.check() }
  }

  @Test func `a whole one is taken`() throws {
    try Self.good.check()
  }

  static let good = Parcel("NP", to: "LC").label
}

extension Label {
  /// A label with some of its parts changed.
  fileprivate init(
    _ label: Label, project: String? = nil, sender: String? = nil, recipient: String? = nil,
    seq: Int64? = nil, sha256: [UInt8]? = nil, signature: [UInt8]? = nil
  ) {
    self.init(
      project: project ?? label.project, sender: sender ?? label.sender,
      recipient: recipient ?? label.recipient, seq: seq ?? label.seq,
      sha256: sha256 ?? label.sha256, signature: signature ?? label.signature)
  }
}

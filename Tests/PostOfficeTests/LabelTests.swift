import Testing

@testable import PostOffice

@Suite struct `Labels of parcels` {
  @Test(arguments: [
    (PostLabel(Self.good, project: ""), "project"),
    (PostLabel(Self.good, project: String(repeating: "x", count: 101)), "project"),
    (PostLabel(Self.good, sender: "N\nP"), "sender"),
    (PostLabel(Self.good, recipient: "N\0"), "recipient"),
    (PostLabel(Self.good, recipient: "NP"), "recipient"), (PostLabel(Self.good, seq: 0), "number"),
    (PostLabel(Self.good, sha256: [1, 2]), "SHA-256"),
    (PostLabel(Self.good, signature: []), "signature"),
    (PostLabel(Self.good, signature: [UInt8](repeating: 1, count: 1025)), "signature"),
  ])
  func `one that cannot be kept is refused before anything is sent`(label: PostLabel, part: String)
  {
    #expect(throws: PostOfficeProblem.unusableLabel(part: part)) { try label.check() }
  }

  @Test func `a whole one is taken`() throws {
    try Self.good.check()
  }

  static let good = Parcel("NP", to: "LC").label
}

extension PostLabel {
  /// A label with some of its parts changed.
  fileprivate init(
    _ label: PostLabel, project: String? = nil, sender: String? = nil, recipient: String? = nil,
    seq: Int64? = nil, sha256: [UInt8]? = nil, signature: [UInt8]? = nil
  ) {
    self.init(
      project: project ?? label.project, sender: sender ?? label.sender,
      recipient: recipient ?? label.recipient, seq: seq ?? label.seq,
      sha256: sha256 ?? label.sha256, signature: signature ?? label.signature)
  }
}

internal import Basics

/// What is written on a parcel for the post: everything but its bytes.
package struct PostLabel: Hashable, Sendable {
  package let project: String
  /// The partner it is from.
  package let sender: String
  /// The partner it is for.
  package let recipient: String
  /// The sender's running number for this recipient, from 1.
  package let seq: Int64
  /// The SHA-256 of the bytes, 32 of them.
  package let sha256: [UInt8]
  /// The sender's signature, carried without looking at it.
  package let signature: [UInt8]

  package init(
    project: String, sender: String, recipient: String, seq: Int64, sha256: [UInt8],
    signature: [UInt8]
  ) {
    self.project = project
    self.sender = sender
    self.recipient = recipient
    self.seq = seq
    self.sha256 = sha256
    self.signature = signature
  }

  /// The most bytes of a name on a label.
  static let longestName = 100
  /// The most bytes of a signature.
  static let longestSignature = 1024

  /// Refuses a label that the post office could not keep, before it is asked.
  func check() throws(PostOfficeProblem) {
    for (part, text) in [("project", project), ("sender", sender), ("recipient", recipient)] {
      let isWritten = (1...Self.longestName).contains(text.utf8.count)
      guard isWritten, !text.unicodeScalars.contains(where: \.isControl) else {
        throw .unusableLabel(part: part)
      }
    }
    guard sender != recipient else { throw .unusableLabel(part: "recipient") }
    guard seq > 0 else { throw .unusableLabel(part: "number") }
    guard sha256.count == 32 else { throw .unusableLabel(part: "SHA-256") }
    guard (1...Self.longestSignature).contains(signature.count) else {
      throw .unusableLabel(part: "signature")
    }
  }
}

/// Where a recipient is in the mail: the last parcel that was fetched.
///
/// A number alone would be wrong after the server was laid out anew or a copy of it was restored.
package struct PostPosition: Hashable, Sendable {
  package let id: Int64
  package let sha256: [UInt8]

  package init(id: Int64, sha256: [UInt8]) {
    self.id = id
    self.sha256 = sha256
  }
}

/// A parcel in the post office, without its bytes.
package struct PostedParcel: Hashable, Sendable {
  package let label: PostLabel
  package let position: PostPosition
  /// By the server's clock, such as `2026-11-29T20:15:00Z`; shown, never decided by.
  package let receivedAt: String
  /// How many bytes it has.
  package let size: Int
}

/// One parcel as it comes out of the post office.
package struct PostDelivery: Hashable, Sendable {
  package let posted: PostedParcel
  package let content: Content

  /// The bytes, or why there are none.
  package enum Content: Hashable, Sendable {
    /// Bytes that have the SHA-256 of the label.
    case whole([UInt8])
    /// They are more than the limit, so they were not asked for.
    case tooLarge
    /// They do not have the SHA-256 of the label.
    case damaged
  }
}

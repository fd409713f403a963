internal import Basics

/// What is written on the outside of a sealed parcel: from whom, to whom, and what proves it.
///
/// Lines of text before the sealed bytes, so that `head` shows it; the signature is of all lines above
/// it, of which one has the SHA-256 of the sealed bytes.
package struct ParcelLabel: Sendable, Equatable {
  /// What all copies of the project have in common.
  package let project: String
  /// Short names of the partners.
  package let sender: String
  package let recipient: String
  package let sequence: Int
  /// Of the sealed bytes.
  package let size: Int
  package let sha256: String
  /// The sender's key.
  package let key: PublicKey
  package let signature: [UInt8]

  private static let heading = "blues parcel 1"
  /// More than any label has.
  private static let longest = 2_000

  /// Signs for bytes that are sealed already.
  init(
    project: String, sender: String, recipient: String, sequence: Int, of sealed: [UInt8],
    by secret: SecretKey
  ) {
    self.project = project
    self.sender = sender
    self.recipient = recipient
    self.sequence = sequence
    size = sealed.count
    sha256 = FileDigest(of: sealed).sha256
    key = secret.publicKey
    signature = secret.sign(
      Self.lines(project, sender, recipient, sequence, sealed.count, sha256, key))
  }

  /// Reads the label at the beginning of a file, and says where the sealed bytes begin.
  ///
  /// - Returns: None where the bytes do not begin with a label.
  static func read(_ bytes: [UInt8]) -> (label: ParcelLabel, start: Int)? {
    let head = bytes.prefix(longest)
    var values: [String: String] = [:]
    var start = head.startIndex
    var isFirst = true
    while let end = head[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let line = String(decoding: head[start..<end], as: UTF8.self)
      start = end + 1
      if isFirst {
        guard line == heading else { return nil }
        isFirst = false
        continue
      }
      if line.isEmpty {
        return ParcelLabel(values).map { ($0, start) }
      }
      guard let colon = line.ranges(of: ": ").first,
        values.updateValue(
          String(line[colon.upperBound...]), forKey: String(line[..<colon.lowerBound])) == nil
      else { return nil }
    }
    return nil
  }

  private init?(_ values: [String: String]) {
    guard values.count == 8, let project = values["project"], project.utf8.count == 32,
      let sender = values["sender"], (try? PartnerCode(sender)) != nil,
      let recipient = values["recipient"], (try? PartnerCode(recipient)) != nil,
      let sequence = values["sequence"].flatMap({ Int($0) }), (1...999_999_999).contains(sequence),
      let size = values["size"].flatMap({ Int($0) }), size > 0,
      let sha256 = values["sha256"], sha256.utf8.count == 64,
      let key = values["key"].flatMap({ try? PublicKey($0) }),
      let signature = values["signature"].flatMap({ [UInt8](hexadecimal: $0) })
    else { return nil }
    self.project = project
    self.sender = sender
    self.recipient = recipient
    self.sequence = sequence
    self.size = size
    self.sha256 = sha256
    self.key = key
    self.signature = signature
  }

  /// The label as it stands before the sealed bytes.
  package var bytes: [UInt8] {
    Self.lines(project, sender, recipient, sequence, size, sha256, key)
      + Array("signature: \(signature.hexadecimal)\n\n".utf8)
  }

  /// Whether the key on it signed it.
  var isSigned: Bool {
    key.verifies(
      signature, of: Self.lines(project, sender, recipient, sequence, size, sha256, key))
  }

  private static func lines(
    _ project: String, _ sender: String, _ recipient: String, _ sequence: Int, _ size: Int,
    _ sha256: String, _ key: PublicKey
  ) -> [UInt8] {
    Array(
      """
      \(heading)
      project: \(project)
      sender: \(sender)
      recipient: \(recipient)
      sequence: \(sequence)
      size: \(size)
      sha256: \(sha256)
      key: \(key.text)

      """.utf8)
  }
}

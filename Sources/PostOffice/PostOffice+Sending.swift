extension PostOffice {
  /// What became of a parcel that was sent.
  package struct Sent: Sendable, Equatable {
    /// False where the post office had it already.
    package let isNew: Bool
    package let link: PostLink
  }

  /// Brings a parcel to the post office, and returns when the server has it on its disk.
  ///
  /// However often it is sent, and wherever a connection breaks, the post office has it once.
  package func send(_ label: PostLabel, _ bytes: [UInt8]) throws(PostOfficeProblem) -> Sent {
    try label.check()
    guard !bytes.isEmpty else { throw .noBytes }
    guard bytes.count <= limit else {
      throw .tooLarge(size: bytes.count, limit: limit)
    }
    guard SHA256.of(bytes) == label.sha256 else { throw .wrongDigest }
    let connection = try enter()
    let partner = try partner(in: label.project, connection)
    guard partner == label.sender else {
      throw .notTheSender(
        connection.role, sender: label.sender, partner: Connection.plain(partner))
    }
    // Looked for first, since the bytes may be many.
    if try has(label, connection) { return Sent(isNew: false, link: connection.link) }
    do throws(PostOfficeProblem) {
      return try put(label, bytes, connection)
    } catch  where error.breakingPlace != nil {
      return try resolve(label, bytes)
    } catch  where error.code == "42501" {
      // Revoked a moment ago.
      throw .notAdmitted(connection.role, project: label.project)
    }
  }

  /// After a break nobody knows whether the parcel is there, so it is looked for, and sent again.
  ///
  /// If the server still works on the first try, the second waits for it and adds nothing.
  private func resolve(_ label: PostLabel, _ bytes: [UInt8]) throws(PostOfficeProblem) -> Sent {
    do throws(PostOfficeProblem) {
      let connection = try enter()
      if try !has(label, connection) { _ = try put(label, bytes, connection) }
      return Sent(isNew: true, link: connection.link)
    } catch {
      throw error.absentPlace.map { .unconfirmed(place: $0) } ?? error
    }
  }

  /// Inserts a parcel, and looks whether it is there: a rule or a trigger can take one away unsaid.
  func put(
    _ label: PostLabel, _ bytes: [UInt8], _ connection: Connection
  ) throws(PostOfficeProblem) -> Sent {
    let isNew = try insert(label, bytes, connection)
    guard try has(label, connection) else { throw .notKept(place: connection.place) }
    return Sent(isNew: isNew, link: connection.link)
  }

  private func has(_ label: PostLabel, _ connection: Connection) throws(PostOfficeProblem) -> Bool {
    try connection.ask(
      """
      SELECT FROM blues_post.parcel
      WHERE project = $1 AND sender = $2 AND recipient = $3 AND seq = $4::bigint AND sha256 = $5
      """, label.key
    ).rows > 0
  }

  private func insert(
    _ label: PostLabel, _ bytes: [UInt8], _ connection: Connection
  ) throws(PostOfficeProblem) -> Bool {
    try connection.ask(
      """
      INSERT INTO blues_post.parcel (project, sender, recipient, seq, sha256, signature, body)
      VALUES ($1, $2, $3, $4::bigint, $5, $6, $7) ON CONFLICT DO NOTHING
      """, label.key + [.bytes(label.signature), .bytes(bytes)]
    ).changes > 0
  }
}

extension PostLabel {
  /// What makes a parcel once.
  fileprivate var key: [Given] {
    [.text(project), .text(sender), .text(recipient), .number(seq), .bytes(sha256)]
  }
}

extension PostOfficeProblem {
  /// Where the server may have done what it was asked without our knowing.
  fileprivate var breakingPlace: String? {
    switch self {
    case .lost(let place), .silent(let place, _): place
    default: nil
    }
  }

  /// Where a server is that cannot be asked now.
  fileprivate var absentPlace: String? {
    switch self {
    case .unreachable(let place, _), .busy(let place): place
    default: breakingPlace
    }
  }
}

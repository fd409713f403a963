extension PostOffice {
  /// What a fetch brought.
  package struct Fetched: Sendable, Equatable {
    /// The last parcel that was handed on; where the next fetch goes on.
    package let position: PostPosition?
    package let count: Int
    /// Whether it began with the first parcel although a position was given: the post office does
    /// not have that parcel, since it was laid out anew or restored from a copy.
    package let isFromStart: Bool
    /// The partner whose mail it is.
    package let recipient: String
    package let link: PostLink
  }

  /// Hands on the parcels for us after a position, in the order of their arrival, one at a time.
  ///
  /// One that is too large or damaged comes without bytes, and those after it come all the same.
  package func fetch(
    project: String, since position: PostPosition?, limit: Int = largest,
    each: (PostDelivery) throws -> Void
  ) throws -> Fetched {
    let connection = try enter()
    let recipient = try partner(in: project, connection)
    let isKnown = try position.map { try has($0, project, recipient, connection) } ?? true
    var last = isKnown ? position : nil
    var count = 0
    try connection.stream(
      """
      SELECT \(Self.columns), CASE WHEN octet_length(body) <= $4::bigint THEN body END
      FROM blues_post.parcel
      WHERE project = $1 AND recipient = $2 AND parcel.id > $3::bigint
      ORDER BY parcel.id
      """,
      [.text(project), .text(recipient), .number(last?.id ?? 0), .number(Int64(limit))]
    ) { answer in
      let posted = Self.posted(answer, row: 0)
      try each(PostDelivery(posted: posted, content: Self.content(answer, posted, limit)))
      last = posted.position
      count += 1
    }
    return Fetched(
      position: last, count: count, isFromStart: !isKnown, recipient: recipient,
      link: connection.link)
  }

  /// The labels of all parcels from us and for us, in the order of their arrival.
  ///
  /// Refused where we are not the partner that is given.
  package func labels(
    project: String, as copy: String? = nil
  ) throws(PostOfficeProblem) -> [PostedParcel] {
    let connection = try enter()
    let partner = try partner(in: project, connection)
    if let copy, copy != partner {
      throw .otherMail(connection.role, partner: Connection.plain(partner), copy: copy)
    }
    let answer = try connection.ask(
      """
      SELECT \(Self.columns) FROM blues_post.parcel
      WHERE project = $1 AND $2 IN (sender, recipient) ORDER BY parcel.id
      """, [.text(project), .text(partner)])
    return (0..<answer.rows).map { Self.posted(answer, row: $0) }
  }

  private static let columns = """
    parcel.id::text, project, sender, recipient, seq::text, sha256, signature,
    to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    octet_length(body)::text
    """

  private static func posted(_ answer: Answer, row: Int32) -> PostedParcel {
    let sha256 = answer.bytes(5, row: row) ?? []
    return PostedParcel(
      label: PostLabel(
        project: answer.text(1, row: row), sender: answer.text(2, row: row),
        recipient: answer.text(3, row: row), seq: answer.number(4, row: row), sha256: sha256,
        signature: answer.bytes(6, row: row) ?? []),
      position: PostPosition(id: answer.number(0, row: row), sha256: sha256),
      receivedAt: Connection.plain(answer.text(7, row: row)),
      size: Int(answer.number(8, row: row)))
  }

  /// The bytes, checked by us: the server is not believed.
  private static func content(_ answer: Answer, _ posted: PostedParcel, _ limit: Int)
    -> PostDelivery.Content
  {
    guard posted.size <= limit, answer.size(9) <= limit else { return .tooLarge }
    guard let bytes = answer.bytes(9), SHA256.of(bytes) == posted.label.sha256 else {
      return .damaged
    }
    return .whole(bytes)
  }

  private func has(
    _ position: PostPosition, _ project: String, _ recipient: String, _ connection: Connection
  ) throws(PostOfficeProblem) -> Bool {
    try connection.ask(
      """
      SELECT FROM blues_post.parcel
      WHERE project = $1 AND recipient = $2 AND parcel.id = $3::bigint AND sha256 = $4
      """,
      [.text(project), .text(recipient), .number(position.id), .bytes(position.sha256)]
    ).rows > 0
  }
}

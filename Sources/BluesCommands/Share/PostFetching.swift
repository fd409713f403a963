internal import Basics
internal import BluesCore
internal import PostOffice

/// Brings the parcels for a copy into a folder, each once.
struct PostFetching {
  let folder: String
  let project: String
  let organisation: String
  private(set) var lines: [PostedLine] = []

  init(folder: String, project: String, organisation: String) {
    self.folder = folder
    self.project = project
    self.organisation = organisation
  }

  /// Fetches what the folder does not have; what it has decides, not a number that is kept.
  ///
  /// So nothing is missed where a copy of the project, of the folder or of the server was restored.
  ///
  /// - Returns: How the way was protected; nil where nothing was to be fetched.
  mutating func fetch(from office: PostOffice) throws -> PostLink? {
    let labels = try office.labels(project: project).filter { $0.label.recipient == organisation }
    var before: PostPosition?
    var isWanted: Set<PostPosition> = []
    for parcel in labels {
      if CarriedParcel.isThere(path(of: parcel.label), sha256: parcel.label.sha256.hexadecimal) {
        lines.append(line(parcel.label, .there))
        if isWanted.isEmpty { before = parcel.position }
      } else {
        isWanted.insert(parcel.position)
      }
    }
    guard !isWanted.isEmpty else { return nil }
    var fetched: [PostedLine] = []
    let outcome = try office.fetch(project: project, since: before) { delivery in
      guard isWanted.contains(delivery.posted.position) else { return }
      fetched.append(try take(delivery))
    }
    lines += fetched
    return outcome.link
  }

  private func take(_ delivery: PostDelivery) throws -> PostedLine {
    let label = delivery.posted.label
    switch delivery.content {
    case .tooLarge:
      return line(label, .refused, "It has \(delivery.posted.size) bytes, which is too large.")
    case .damaged: return line(label, .refused, "Its bytes do not have the SHA-256 of its label.")
    case .whole(let bytes):
      let path = path(of: label)
      let parcel: CarriedParcel
      do {
        parcel = try CarriedParcel(bytes: bytes, from: path)
      } catch let problem as any Problem {
        return line(label, .refused, problem.sentence)
      }
      guard PostLabel(of: parcel) == label else {
        return line(label, .refused, "The label inside is another one.")
      }
      try parcel.write(to: path)
      return line(label, .fetched)
    }
  }

  private func path(of label: PostLabel) -> String {
    let name = CarriedParcel.name(
      sender: label.sender.asFileName, recipient: label.recipient.asFileName,
      sequence: Int(label.seq), sha256: label.sha256.hexadecimal)
    return "\(folder)/\(name)"
  }

  private func line(
    _ label: PostLabel, _ outcome: PostedLine.Outcome, _ detail: String? = nil
  ) -> PostedLine {
    PostedLine(
      file: path(of: label), partner: label.sender, sequence: Int(label.seq), outcome: outcome,
      detail: detail)
  }
}

extension PostLabel {
  /// What the post office has of a parcel; its SHA-256 is of the whole file.
  init(of parcel: CarriedParcel) {
    self.init(
      project: parcel.label.project, sender: parcel.label.sender,
      recipient: parcel.label.recipient, seq: Int64(parcel.label.sequence),
      sha256: parcel.sha256, signature: parcel.label.signature)
  }
}

extension PostOffice {
  /// Brings a parcel to the post office.
  func send(_ parcel: CarriedParcel) throws -> Sent {
    try send(PostLabel(of: parcel), parcel.bytes)
  }
}

extension String {
  /// With letters, digits, points and hyphens alone: what a server says is not trusted in a path.
  fileprivate var asFileName: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "_" })
  }
}

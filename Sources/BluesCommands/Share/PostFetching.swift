internal import Basics
internal import BluesCore
internal import PostOffice

/// Brings the parcels for a copy into a folder, each once.
struct PostFetching {
  private var folder: PostFolder
  let project: String
  let organisation: String
  private(set) var lines: [PostedLine] = []
  /// How many were refused at an earlier fetch, and are left where they are.
  private(set) var refusedBefore = 0

  init(folder: PostFolder, project: String, organisation: String) {
    self.folder = folder
    self.project = project
    self.organisation = organisation
  }

  /// Where the parcels are listed that are left where they are.
  var list: String { folder.list }

  /// Fetches what the folder does not have; what it has decides, not a number that is kept.
  ///
  /// So nothing is missed where a copy of the project, of the folder or of the server was restored.
  ///
  /// - Returns: How the way was protected; nil where nothing was to be fetched.
  mutating func fetch(from office: PostOffice) throws -> PostLink? {
    let labels = try office.labels(project: project, as: organisation)
      .filter { $0.label.recipient == organisation }
    var before: PostPosition?
    var isWanted: Set<PostPosition> = []
    for parcel in labels {
      let sha256 = parcel.label.sha256.hexadecimal
      if let path = folder.file(sha256: sha256) {
        lines.append(line(parcel.label, .there, at: path))
      } else if folder.isRefused(sha256: sha256) {
        refusedBefore += 1
      } else {
        isWanted.insert(parcel.position)
        continue
      }
      if isWanted.isEmpty { before = parcel.position }
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

  private mutating func take(_ delivery: PostDelivery) throws -> PostedLine {
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
        try folder.refuse(sha256: label.sha256.hexadecimal)
        return line(label, .refused, problem.sentence)
      }
      guard PostLabel(of: parcel) == label else {
        try folder.refuse(sha256: label.sha256.hexadecimal)
        return line(label, .refused, "The label inside is another one.")
      }
      try parcel.write(to: path)
      return line(label, .fetched, at: path)
    }
  }

  private func path(of label: PostLabel) -> String {
    folder.place(
      sender: label.sender, recipient: label.recipient, sequence: Int(label.seq),
      sha256: label.sha256.hexadecimal)
  }

  private func line(
    _ label: PostLabel, _ outcome: PostedLine.Outcome, _ detail: String? = nil,
    at path: String? = nil
  ) -> PostedLine {
    PostedLine(
      file: path ?? self.path(of: label), partner: label.sender, sequence: Int(label.seq),
      outcome: outcome, detail: detail)
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

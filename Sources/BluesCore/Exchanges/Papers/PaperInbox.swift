internal import Basics

/// A folder of papers, sorted by exchange and kind: `EX-001/closing-report.pdf`.
struct PaperInbox {
  /// A file that its place says is a paper.
  struct Found {
    let path: String
    let code: ExchangeCode
    let kind: PaperKind
  }

  private(set) var found: [Found] = []
  /// The files that no exchange or no kind is known of, with the reason.
  private(set) var refused: [(path: String, reason: String)] = []

  /// Looks through a folder of exchanges, or through that of one exchange.
  init(_ folder: String) throws {
    let name = String(decoding: Self.last(of: folder), as: UTF8.self)
    if name.asciiLowered.hasPrefix("ex"), let code = try? ExchangeCode(name) {
      try readExchange(folder, code)
    } else {
      for entry in try FolderListing.entries(of: folder) {
        let path = "\(folder)/\(entry)"
        guard FolderListing.isFolder(path) else {
          refused.append((path, "It is in no folder of an exchange, such as EX-001."))
          continue
        }
        guard let code = try? ExchangeCode(entry) else {
          refused.append((path, "Not an exchange: \(entry). Name the folder as EX-001."))
          continue
        }
        try readExchange(path, code)
      }
    }
    found.sort { ($0.code, Self.place(of: $0.kind)) < ($1.code, Self.place(of: $1.kind)) }
  }

  /// The files of one exchange; a folder in it is named by the kind of all that is in it.
  private mutating func readExchange(_ folder: String, _ code: ExchangeCode) throws {
    for entry in try FolderListing.entries(of: folder) {
      let path = "\(folder)/\(entry)"
      guard FolderListing.isFolder(path) else {
        take(path, code, FolderListing.stem(of: entry))
        continue
      }
      for file in try FolderListing.entries(of: path) {
        let inner = "\(path)/\(file)"
        guard !FolderListing.isFolder(inner) else {
          refused.append((inner, "It is a folder; put its files one level higher."))
          continue
        }
        take(inner, code, entry)
      }
    }
  }

  private mutating func take(_ path: String, _ code: ExchangeCode, _ name: String) {
    do throws(PaperProblem) {
      found.append(Found(path: path, code: code, kind: try Self.kind(named: name)))
    } catch {
      if case .unknownKind = error {
        refused.append((path, error.sentence))
      } else {
        refused.append((path, error.reason))
      }
    }
  }

  /// The kind that a file's name begins with: `travel-proof`, `travel`, `travel-proof-2`,
  /// `travel-proof (boarding pass)`.
  private static func kind(named name: String) throws(PaperProblem) -> PaperKind {
    let lowered = name.asciiLowered
    let longest = PaperKind.all.filter { kind in
      guard lowered.hasPrefix(kind.kind) else { return false }
      let next = lowered.utf8.dropFirst(kind.kind.utf8.count).first
      return next.map { !$0.isAlphanumeric } ?? true
    }.max { $0.kind.utf8.count < $1.kind.utf8.count }
    if let longest { return longest }
    return try .named(name)
  }

  private static func place(of kind: PaperKind) -> Int {
    PaperKind.all.firstIndex(of: kind) ?? PaperKind.all.count
  }

  private static func last(of path: String) -> Substring.UTF8View {
    (path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...])
  }
}

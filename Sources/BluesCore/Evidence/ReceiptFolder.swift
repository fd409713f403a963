package import Basics

/// A folder of receipts: its files, and those of folders in it that are called by a partner.
struct ReceiptFolder {
  /// A file, with the partner whose folder it is in.
  struct Found {
    let path: String
    let name: String
    let partner: String?
  }

  private(set) var found: [Found] = []

  /// Looks through a folder.
  ///
  /// - Throws: `FileProblem` for what cannot be read; `EvidenceProblem` for a folder that no partner has.
  init(_ folder: String, partners: [String]) throws {
    for entry in try FolderListing.entries(of: folder) {
      let path = "\(folder)/\(entry)"
      guard FolderListing.isFolder(path) else {
        found.append(Found(path: path, name: entry, partner: nil))
        continue
      }
      guard let partner = partners.first(where: { $0.asciiRaised == entry.asciiRaised }) else {
        throw EvidenceProblem.noPartner(path)
      }
      for file in try FolderListing.entries(of: path) {
        let inner = "\(path)/\(file)"
        guard !FolderListing.isFolder(inner) else { throw EvidenceProblem.noPartner(inner) }
        found.append(Found(path: inner, name: file, partner: partner))
      }
    }
    guard !found.isEmpty else { throw EvidenceProblem.empty(folder) }
  }
}

/// Why a folder of receipts, or a sample, cannot be taken.
package enum EvidenceProblem: Problem, Equatable {
  case empty(String)
  case noPartner(String)
  case noCosts(String, String)

  package var message: String {
    switch self {
    case .empty(let folder): "\(folder) contains no files."
    case .noPartner(let folder): "\(folder) is not the folder of a partner."
    case .noCosts(let partner, let period): "\(partner) declares no costs in \(period)."
    }
  }

  package var hint: String? {
    switch self {
    case .empty: "name each file by the number of its invoice: F-2020-114 Rail.pdf"
    case .noPartner: "put the files one level higher, or call the folder NP"
    case .noCosts(let partner, let period):
      "blues report financial --partner \(partner) --period \(period)"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .empty, .noPartner: .badData
    case .noCosts: .notFound
    }
  }
}

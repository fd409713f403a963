package import Basics
internal import GRDB

extension Papers {
  /// What is said of all papers of a folder that is imported.
  package struct FolderRequest: Sendable {
    package let folder: String
    package var isCopied = false
    package var dated: Day?
    package var note: String?
    package var signatures = PaperSignatures()

    package init(folder: String) { self.folder = folder }
  }

  /// What came of a folder: every file is registered, known already, or refused with a reason.
  package struct FolderResult: Sendable {
    package let registered: [Paper]
    package let unchanged: Int
    package let refused: [(path: String, reason: String)]

    package var read: Int { registered.count + unchanged + refused.count }
  }

  /// Registers the files of a folder, `EX-001/closing-report.pdf`, as one step.
  ///
  /// A file that is registered already stays as it is, so that a folder which grows can be
  /// imported again.
  ///
  /// - Throws: `FileProblem` for a folder that cannot be read; `PaperProblem` where it has no file,
  ///   or for signatures that fit none.
  package func importFolder(_ request: FolderRequest) throws -> FolderResult {
    let inbox = try PaperInbox(request.folder)
    guard !inbox.found.isEmpty || !inbox.refused.isEmpty else {
      throw PaperProblem.emptyFolder(request.folder)
    }
    let signatures = try request.signatures.of(inbox.found.map(\.kind))
    var refused = inbox.refused
    var papers: [PreparedPaper] = []
    for (file, signed) in zip(inbox.found, signatures) {
      var draft = Draft(kind: file.kind)
      draft.file = file.path
      draft.isCopied = request.isCopied
      draft.dated = request.dated
      draft.note = request.note
      draft.signatures = signed
      do {
        papers.append(try PreparedPaper(file.code, draft, today: store.invocation.today))
      } catch let problem as FileProblem {
        refused.append((file.path, problem.sentence))
      }
    }
    return try register(papers, refused)
  }

  private func register(
    _ papers: [PreparedPaper], _ refused: [(path: String, reason: String)]
  ) throws -> FolderResult {
    try FileCopies.with(store) { copies in
      try store.write { write in
        var (added, unchanged, refused) = ([Paper](), 0, refused)
        for paper in papers {
          do {
            let exchange = try Exchanges.id(paper.code, write.db)
            if try Self.number(of: paper, exchange, write.db) != nil {
              unchanged += 1
            } else {
              added.append(try Self.insert(paper, copies, write))
            }
          } catch ExchangeProblem.unknown(let code, _) {
            refused.append((paper.draft.file ?? "", "Unknown exchange: \(code)."))
          }
        }
        write.records(Self.summary(of: added), affecting: Self.codes(of: added))
        return FolderResult(
          registered: added, unchanged: unchanged, refused: refused.sorted { $0.path < $1.path })
      }
    }
  }
}

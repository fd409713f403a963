internal import Basics

/// A paper to register whose days are checked and whose file is read, so that the change itself
/// waits for no disk.
struct PreparedPaper {
  let code: ExchangeCode
  let draft: Papers.Draft
  /// Its file as it is now; none for a paper that is kept elsewhere.
  let file: FileToRegister?

  /// What its file was when it was read.
  var digest: FileDigest? { file?.digest }

  init(_ code: ExchangeCode, _ draft: Papers.Draft, today: Day) throws {
    let days = draft.signatures.map(\.on) + [draft.dated].compactMap(\.self)
    if let late = days.max(), late > today { throw PaperProblem.inTheFuture(late, today: today) }
    if draft.file == nil {
      guard !draft.isCopied else { throw PaperProblem.nothingToCopy }
      guard draft.note?.trimmed.isEmpty == false else {
        throw PaperProblem.placeMissing(kind: draft.kind.kind)
      }
    }
    self.code = code
    self.draft = draft
    file = try draft.file.map { try FileToRegister(path: $0) }
  }
}

package import Basics

/// Why the text of a published file cannot be read.
package enum PublishedProblem: Problem, Equatable {
  case damaged(detail: String)
  case empty
  case encrypted
  /// A PDF whose letters are pictures, or numbers of glyphs that are no letters.
  case noLetters
  case tooLarge(most: Int)
  case unknownKind

  package var message: String {
    switch self {
    case .damaged(let detail): "The file is damaged: \(detail)."
    case .empty: "The file has no text."
    case .encrypted: "The file is protected by a password."
    case .noLetters: "The text of this PDF cannot be read: its letters are pictures or codes."
    case .tooLarge(let most): "The file has more than \(most >> 20) MiB, as it is or unpacked."
    case .unknownKind: "The file is not HTML, DOCX, ODT, PPTX, PDF or text."
    }
  }

  package var hint: String? {
    switch self {
    case .damaged: "open it in its program and save it again"
    case .empty: nil
    case .encrypted: "save a copy without the password"
    case .noLetters: "check the document it was made from, or copy its text into a .txt file"
    case .tooLarge: "copy its text into a .txt file"
    case .unknownKind: "save it as one of these; an old DOC or PPT as DOCX or PPTX"
    }
  }

  package var kind: ProblemKind { .badData }
}

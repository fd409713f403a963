package import Basics
package import Documents

/// A letter in Markdown with fields in braces, such as `Dear {salutation} {family_name},`.
package struct LetterTemplate: Sendable {
  /// More than any letter needs.
  package static let mostBytes = 1 << 20

  /// A piece of the letter: text as it is, or the name of a field.
  enum Piece: Equatable, Sendable {
    case text(String)
    case field(String)
  }

  let pieces: [Piece]

  /// Reads a letter; its fields have to be columns of contacts.
  package init(text: [UInt8], name: String, columns: [Column]) throws {
    guard let text = String(validating: text, as: UTF8.self) else {
      throw LetterProblem.notText(name)
    }
    let known = columns.map(\.name)
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      pieces.append(.text(String(rest[..<open])))
      let inner = rest[rest.index(after: open)...]
      guard let close = inner.firstIndex(where: { $0 == "}" || $0.isNewline }), inner[close] == "}"
      else {
        pieces.append(.text("{"))
        rest = inner
        continue
      }
      let field = String(inner[..<close]).trimmed
      guard known.contains(field) else {
        let line = text[..<open].count(where: \.isNewline) + 1
        throw LetterProblem.unknownField(name, line: line, field, known: known)
      }
      pieces.append(.field(field))
      rest = inner[inner.index(after: close)...]
    }
    pieces.append(.text(String(rest)))
    self.pieces = pieces
  }

  /// Whether what comes next is the first of its line, of an item of a list or of a quotation.
  private static func startsLine(after letter: String) -> Bool {
    letter.reversed().prefix { !$0.isNewline }.allSatisfy {
      " \t>-+*#.)".contains($0) || $0.isNumber
    }
  }

  /// The letter for one contact; what is not known leaves nothing, and no blank too many.
  func filled(_ fields: [Field<Contact>], for contact: Contact) -> String {
    var letter = ""
    for piece in pieces {
      switch piece {
      case .text(let text):
        letter += letter.last == " " || letter.isEmpty ? String(text.drop { $0 == " " }) : text
      case .field(let name):
        guard let field = fields.first(where: { $0.column.name == name }) else { continue }
        letter += Prose.literal(
          field.cell(contact).shown, startsLine: Self.startsLine(after: letter))
      }
    }
    return letter
  }
}

/// Why a letter cannot be written.
package enum LetterProblem: Problem, Equatable {
  case notText(String)
  case unknownField(String, line: Int, String, known: [String])

  package var message: String {
    switch self {
    case .notText(let name): "\(name) is not UTF-8 text."
    case .unknownField(let name, let line, let field, _):
      "\(name):\(line): contacts have no field \(field)."
    }
  }

  package var hint: String? {
    guard case .unknownField(_, _, let field, let known) = self else { return nil }
    return MappingFileProblem.hint(nearTo: field, in: known)
  }

  package var kind: ProblemKind { .badData }
}

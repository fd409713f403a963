package import Basics
internal import Documents

extension CustomReport {
  /// The file of a description, and the line of each of its settings.
  package struct Source: Sendable, Equatable {
    let name: String
    let lines: [Line]

    /// A setting with its texts.
    struct Line: Sendable, Equatable {
      let number: Int
      let key: String
      let texts: [String]
    }
  }

  /// A problem of the list with the line of the file that asks for it, as `costs.toml:3: …`.
  package func placed(_ problem: any Problem) -> any Problem {
    guard problem.kind == .usage else { return problem }
    var line = source.lines.first { $0.key == "list" }
    switch problem as? ListingProblem {
    case .unknownColumn(let column, _, _): line = self.line(of: column) ?? line
    case .wrongValue(let column, let value, _): line = self.line(of: column, value) ?? line
    case .malformedCondition(let text): line = self.line(of: text) ?? line
    case nil: break
    }
    return MappingFileProblem(
      in: source.name, line: line?.number, problem.message, hint: problem.hint)
  }

  /// A problem of a setting with its line of the file.
  func problem(of key: String, _ sentence: String, hint: String? = nil) -> MappingFileProblem {
    MappingFileProblem(
      in: source.name, line: source.lines.first { $0.key == key }?.number, sentence, hint: hint)
  }

  /// The first setting besides the list whose texts have all the words.
  private func line(of words: String...) -> Source.Line? {
    source.lines.first { line in
      line.key != "list" && line.texts.contains { text in words.allSatisfy(text.contains) }
    }
  }
}

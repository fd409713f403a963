internal import ArgumentParser
internal import BluesCore

/// A word of `paper add`: a kind, `KIND=FILE`, or one more exchange.
struct PaperWord: ExpressibleByArgument, Equatable {
  let text: String

  init(argument text: String) { self.text = text }
}

/// The exchanges and the papers that the words of `paper add` name.
struct PaperWords {
  let codes: [ExchangeCode]
  let papers: [(kind: PaperKind, file: String?)]

  /// Reads `EX-002 KIND FILE`, or `EX-002 KIND=FILE KIND=FILE`, behind the first exchange.
  init(_ code: ExchangeCode, _ words: [String]) throws {
    var codes = [code]
    var rest = words[...]
    while let word = rest.first, let code = try? ExchangeCode(word) {
      codes.append(code)
      rest.removeFirst()
    }
    self.codes = codes
    guard let first = rest.first else {
      throw PaperProblem.kindMissing(words.last ?? "\(code)")
    }
    if !first.contains("=") {
      let kind = try PaperKind.named(first)
      guard rest.count <= 2 else { throw PaperProblem.kindMissing(first) }
      papers = [(kind, rest.dropFirst().first)]
    } else {
      papers = try rest.map { word in
        guard let equals = word.firstIndex(of: "=") else { throw PaperProblem.kindMissing(word) }
        let file = String(word[word.index(after: equals)...])
        return (try PaperKind.named(String(word[..<equals])), file.isEmpty ? nil : file)
      }
    }
  }
}

extension PaperCommand {
  /// Who signed, and when, as it is typed; without a party all who must.
  struct SignedBy: Sendable {
    let party: PaperParty?
    let on: DateExpression
  }
}

extension Store {
  /// The signatures with the days that their expressions mean in this project.
  func signatures(_ signed: [PaperCommand.SignedBy]) throws -> PaperSignatures {
    let all = try signed.last { $0.party == nil }.map { try day($0.on) }
    return PaperSignatures(
      all: all,
      named: try signed.compactMap { signed in
        try signed.party.map { ($0, try day(signed.on)) }
      })
  }
}

extension Read {
  static let paperKind = argument { try PaperKind.named($0) }
  static let paperParty = argument { text in
    guard let party = PaperParty(rawValue: text) else { throw PaperProblem.unknownParty(text) }
    return party
  }
  static let signature = argument { text in
    guard let equals = text.firstIndex(of: "=") else {
      throw ValidationError("\(text) has no equals sign. Write it as host=2021-03-01.")
    }
    let name = String(text[..<equals])
    let party = PaperParty(rawValue: name)
    guard party != nil || name == "all" else { throw PaperProblem.unknownParty(name) }
    let day = String(text[text.index(after: equals)...])
    return PaperCommand.SignedBy(party: party, on: try DateExpression(day))
  }
}

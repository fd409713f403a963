internal import ArgumentParser
internal import Basics

/// A word of the command line that is no UTF-8 where a text is wanted; names of files may be.
enum UnreadWord: Problem, Equatable {
  /// What the word is for, the place of the first such byte from 1 on, and the byte as `\xE9`.
  case notUTF8(String, place: Int, byte: String)

  var message: String {
    switch self {
    case .notUTF8(let what, let place, let byte):
      "\(what) is not UTF-8: byte \(place) is \(byte)."
    }
  }

  var hint: String? { "type it in a terminal that is set to UTF-8" }

  var kind: ProblemKind { .usage }

  /// - Throws: `notUTF8` for the first word that is not.
  static func refuse(_ words: [String], of command: any ParsableCommand.Type) throws {
    // The parser is asked for its arguments only where a word has such a byte.
    guard words.contains(where: { bad($0) != nil }) else { return }
    let described = ArgumentDescription.of(command)
    let positional = described.filter(\.isPositional)
    var (taken, isTerminated) = (0, false)
    var open: ArgumentDescription?
    for word in words {
      if let option = open {
        open = nil
        try check(word, option, called: option.longNames.first ?? "the value")
      } else if isTerminated || word == "-" || !word.hasPrefix("-") {
        let argument = taken < positional.count ? positional[taken] : positional.last
        taken += 1
        try check(word, argument, called: "Argument \(taken)")
      } else if word == "--" {
        isTerminated = true
      } else {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let option = described.first { $0.isCalled(String(parts[0])) }
        if let value = parts.dropFirst().first {
          try check(String(value), option, called: String(parts[0]))
        } else if option?.takesValue == true {
          open = option
        } else {
          try check(word, nil, called: "Option")
        }
      }
    }
  }

  private static func check(
    _ word: String, _ argument: ArgumentDescription?, called name: String
  ) throws {
    guard argument?.isFile != true, let (place, byte) = bad(word) else { return }
    throw notUTF8(name, place: place, byte: byte)
  }

  /// The first byte that is no UTF-8.
  private static func bad(_ word: String) -> (place: Int, byte: String)? {
    var place = 1
    for scalar in word.unicodeScalars {
      if FileName.isEscape(scalar) { return (place, FileName.hex(scalar)) }
      place += UTF8.width(scalar)
    }
    return nil
  }
}

internal import ArgumentParser

/// A command whose options had other names, or have other names in commands alike.
///
/// Scripts go on using them; help and completion do not offer them.
protocol RenamedOptions {
  /// The names as they are now, by the older ones.
  static var renamed: [String: String] { get }
}

/// Puts the names of options as they are now in the place of older ones.
enum OptionNames {
  /// The words of a command with its options as they are called now; what follows `--` is no option.
  static func current(
    _ words: [String], of command: any ParsableCommand.Type
  ) -> [String] {
    // Whether a type has a protocol is a search of the runtime (decision 0002).
    guard words.contains(where: { $0.hasPrefix("--") }),
      let renamed = (command as? any RenamedOptions.Type)?.renamed
    else { return words }
    let end = words.firstIndex(of: "--") ?? words.endIndex
    return words[..<end].enumerated().map { index, word in
      let name = word.prefix { $0 != "=" }
      // What has no value is the wish for the version of the program.
      let next = index + 1 < end ? words[index + 1] : "-"
      if word == "--version", next.hasPrefix("-") { return word }
      return renamed[String(name)].map { $0 + word.dropFirst(name.count) } ?? word
    } + words[end...]
  }
}

import Foundation

/// One file of the sources, read as text.
struct SourceFile: Sendable {
  /// The path below `Sources`, such as `BluesCore/Store/Store.swift`.
  let path: String
  let lines: [String]
  /// The lines without comments and without what stands in quotes.
  let code: [String]

  var target: String { folders[0] }
  /// The room inside the target; empty for a file that is in none.
  var room: String { folders.count > 2 ? folders[1] : "" }
  /// The folder inside the room; empty for a file that is in none.
  var innerRoom: String { folders.count > 3 ? folders[2] : "" }
  var name: String { folders.last ?? "" }
  private var folders: [String] { path.split(separator: "/").map(String.init) }

  /// The modules the file imports.
  var imports: [String] {
    code.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy(Self.isAccess)
      else { return nil }
      return words[(place + 1)...].first.map(String.init)
    }
  }

  private static func isAccess(_ word: Substring) -> Bool {
    ["internal", "package", "public", "private", "fileprivate", "@testable"].contains(word)
  }

  /// The whole words of a line of code.
  static func words(_ line: String) -> Set<Substring> {
    Set(line.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
  }

  /// Every file of the sources in the order of their paths.
  static let all: [SourceFile] = {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources").path
    let paths = FileManager.default.subpaths(atPath: root) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let data = FileManager.default.contents(atPath: "\(root)/\(path)") else { return nil }
      return SourceFile(path: path, text: String(decoding: data, as: UTF8.self))
    }
  }()

  static func of(_ target: String) -> [SourceFile] { all.filter { $0.target == target } }

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var stripper = CodeStripper()
    code = lines.map { stripper.code(of: $0) }
  }

  /// The texts of the file, with the numbers of their lines.
  ///
  /// A text is what is between the first and the last quote of a line, or a whole line between
  /// triple quotes. Comments have none.
  var texts: [(line: Int, text: String)] {
    var isInText = false
    return lines.enumerated().compactMap { index, line in
      if line.components(separatedBy: "\"\"\"").count == 2 {
        isInText.toggle()
        return nil
      }
      if isInText { return (index + 1, line) }
      guard !line.drop(while: \.isWhitespace).hasPrefix("//"),
        let first = line.firstIndex(of: "\""), let last = line.lastIndex(of: "\"")
      else { return nil }
      return (index + 1, String(line[first...last]))
    }
  }

  /// `path:line` of every line of code that the condition finds.
  func places(_ condition: (String) -> Bool) -> [String] {
    code.enumerated().filter { condition($1) }.map { "\(path):\($0.offset + 1)" }
  }
}

/// Takes comments and texts out of lines that come in order; code inside `\(…)` goes with its text.
struct CodeStripper {
  private var isInText = false

  mutating func code(of line: String) -> String {
    if line.contains("\"\"\"") {
      let isOneLine = line.components(separatedBy: "\"\"\"").count == 3
      if isInText {
        isInText = false
        return ""
      }
      isInText = !isOneLine
      return line.components(separatedBy: "\"\"\"")[0]
    }
    guard !isInText else { return "" }
    var code = ""
    var isQuoted = false
    var isEscaped = false
    for character in line {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" && isQuoted {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
        code.append(character)
        continue
      }
      guard !isQuoted else { continue }
      code.append(character)
      if code.hasSuffix("//") { return String(code.dropLast(2)) }
    }
    return code
  }
}

/// A page of documentation: its headings, the code it shows, and the words it puts in back ticks.
struct MarkdownPage {
  /// A block of code that says which file it is from: ```` ```swift Sources/… ````.
  struct Excerpt {
    /// Line of the page it begins in, counted from 1.
    let line: Int
    let file: String
    let lines: [String]

    /// The first of its lines that a text does not have in this order; nil where it has all.
    ///
    /// Lines follow one another in the text as they do here, but where `…` leaves some out.
    func stranger(in text: [String]) -> String? {
      let text = text.map(Self.trimmed)
      var parts: [[String]] = [[]]
      for line in lines.map(Self.trimmed) where !line.isEmpty {
        if line == "…" { parts.append([]) } else { parts[parts.count - 1].append(line) }
      }
      let filled = text.filter { !$0.isEmpty }
      var from = filled.startIndex
      for part in parts where !part.isEmpty {
        let place = filled.indices[from...].first { filled[$0...].starts(with: part) }
        guard let place else {
          return part.first { !filled.contains($0) } ?? part[0]
        }
        from = place + part.count
      }
      return nil
    }

    private static func trimmed(_ line: String) -> String {
      let front = line.drop { $0 == " " }
      return String(front.reversed().drop { $0 == " " }.reversed())
    }
  }

  let path: String
  /// The parts of links to headings: `add-a-record` for `## Add a record`.
  private(set) var anchors: Set<String> = []
  private(set) var excerpts: [Excerpt] = []
  /// What stands between back ticks outside blocks of code.
  private(set) var quoted: [String] = []

  init(_ path: String) throws {
    self.init(path, try Repository.read(path))
  }

  init(_ path: String, _ text: String) {
    self.path = path
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      let line = lines[index].drop { $0 == " " }
      guard line.hasPrefix("```") else {
        if line.hasPrefix("#") { anchors.insert(Self.anchor(String(line))) }
        let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
        for place in pieces.indices where !place.isMultiple(of: 2) {
          quoted.append(String(pieces[place]))
        }
        continue
      }
      let first = index + 1
      index += 1
      while index < lines.count, !lines[index].drop(while: { $0 == " " }).hasPrefix("```") {
        index += 1
      }
      let words = line.split(separator: " ")
      guard words.count == 2 else { continue }
      excerpts.append(
        Excerpt(line: first, file: String(words[1]), lines: Array(lines[first..<index])))
    }
  }

  /// The part of a link to a heading, as GitHub makes it.
  static func anchor(_ heading: String) -> String {
    let words = heading.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
    return String(
      words.compactMap { sign in
        if sign == " " { return "-" }
        return sign.isLetter || sign.isNumber || sign == "-" || sign == "_" ? sign : nil
      })
  }
}

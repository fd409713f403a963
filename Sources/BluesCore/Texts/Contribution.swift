internal import Basics
package import Documents

/// A Markdown file with texts of a report: made for a partner to fill in, and taken back.
package struct Contribution: Sendable, Equatable {
  /// A heading of the file, and what is below it.
  struct Part: Equatable {
    let heading: String
    let text: String
  }

  /// The title of the file; nil where it begins with a heading of a text.
  let title: String?
  let parts: [Part]

  /// One text below its key.
  init(_ key: ReportTextKey, _ text: String) {
    title = nil
    parts = [Part(heading: key.description, text: text)]
  }

  /// Reads a file: the title, then the headings of the level of the one behind it, and what is below
  /// each; deeper ones belong to the texts.
  package init(reading text: String) {
    let plain = text.replacing("\r\n", with: "\n")
    let marked = plain.hasPrefix("\u{FEFF}") ? String(plain.dropFirst()) : plain
    let lines = MarkdownLines(marked).lines
    let headings = lines.compactMap(\.heading)
    title = headings.first.flatMap { first in
      let words = Self.unmarked(first.title)
      let isDeeper = headings.dropFirst().first.map { $0.level > first.level } ?? false
      let isTitle = AskedTexts.request(titled: words) != nil || first.level == 1 && isDeeper
      return isTitle ? words : nil
    }
    let level = min(2, headings.dropFirst(title == nil ? 0 : 1).first?.level ?? 2)
    var parts: [Part] = []
    var open: (heading: String, lines: [String])?
    func close() {
      guard let open else { return }
      parts.append(Part(heading: open.heading, text: open.lines.joined(separator: "\n")))
    }
    var isTitle = title != nil
    for line in lines {
      guard let heading = line.heading, heading.level <= level || isTitle else {
        open?.lines.append(line.text)
        continue
      }
      if isTitle {
        isTitle = false
        continue
      }
      close()
      open = (Self.unmarked(heading.title), [])
    }
    close()
    self.parts = parts
  }

  /// A title without the attributes that other programs write behind it.
  private static func unmarked(_ title: String) -> String {
    guard title.hasSuffix("}"), let open = title.lastIndex(of: "{") else { return title }
    return String(title[..<open]).trimmed
  }

  /// The text below a heading without the guidance that the template has there, wherever it is.
  package static func written(_ text: String, guidance: String) -> String {
    let key = AskedTexts.folded(guidance)
    var kept: [Substring] = []
    var paragraph: [Substring] = []
    func close() {
      if !paragraph.isEmpty, AskedTexts.folded(paragraph.joined(separator: " ")) == key {
        // What was around it stays one blank line apart.
        if kept.last?.allSatisfy(\.isWhitespace) == true { kept.removeLast() }
      } else {
        kept += paragraph
      }
      paragraph = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        close()
        kept.append(line)
      } else {
        paragraph.append(line)
      }
    }
    close()
    return TextBody.trimmed(kept.joined(separator: "\n"))
  }
}

extension AskedTexts {
  /// The file for a partner to fill in: a heading for each text, its guidance, and what is there.
  package var markdown: String {
    var lines = ["# \(title)", "", introduction, ""]
    for item in items {
      lines += ["## \(item.heading)", "", "> \(item.guidance)", ""]
      if let text = item.text { lines += [text, ""] }
    }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  /// The same as a document, for other formats.
  package var document: Document {
    var blocks: [Block] = [.paragraph(introduction)]
    for item in items {
      blocks += [.section(item.heading), .note(item.guidance, .muted)]
      blocks += item.text.map { ReportText.shown($0) } ?? []
    }
    let data = items.map { item in
      JSONValue.object([
        JSONMember("code", .string(item.key.description)),
        JSONMember("heading", .string(item.heading)),
        JSONMember("guidance", .string(item.guidance)),
        JSONMember("optional", .bool(item.isOptional)),
        JSONMember("text", item.text.map { .string($0) } ?? .null),
      ])
    }
    return Document(
      schema: "blues.asked-texts/1", title: title, blocks: blocks + [.data("texts", .array(data))])
  }

  /// What the file says to the one who fills it in.
  package var introduction: String {
    let until = until.map { " Please send it back by \($0.spoken)." } ?? ""
    return
      "\(project). Write below each heading and leave the headings as they are; a heading with "
      + "nothing below it is left out.\(until)"
  }
}

extension ReportTexts {
  /// Texts as one file, each below its key; taken back by an import.
  package static func markdown(_ texts: [ReportText], project: String) -> String {
    let parts = texts.map { "## \($0.key)\n\n\($0.text)\n" }
    return (["# \(project): texts of reports\n"] + parts).joined(separator: "\n")
  }

  /// A heading of a file that was taken in, and what became of its text.
  package struct Received: Sendable, Equatable {
    package let key: ReportTextKey
    package let heading: String
    package let outcome: Outcome

    package static let fields: [Field<Received>] = [
      Field("code", "Text", "The key of the text.", rank: .main) { .text($0.key.description) },
      Field("heading", "Heading", "The heading in the file.") { .text($0.heading) },
      Field(
        "outcome", "Outcome", "new, changed, unchanged or empty.",
        kind: .words(of: Outcome.self), rank: .key
      ) { .state($0.outcome.rawValue, [.new, .changed].contains($0.outcome) ? .good : .plain) },
    ]
  }

  /// Takes in the texts of a file, all of them or none.
  ///
  /// Each heading is a key, or a heading of the template of the partner and period that the file's
  /// title names, where they are not given. What is left empty stays as it is.
  package func receive(
    _ file: Contribution, from given: AskedTexts.Request
  ) throws -> (request: AskedTexts.Request, received: [Received]) {
    guard !file.parts.isEmpty else { throw ReportTextProblem.noHeading("The file") }
    var request = file.title.flatMap { AskedTexts.request(titled: $0) } ?? given
    request.partner = given.partner ?? request.partner
    request.period = given.period ?? request.period
    let asked: AskedTexts? =
      request.kind != .periodic || request.period != nil ? try asked(request) : nil
    let sections = try sections()
    var unknown: [String] = []
    var meant: [(key: ReportTextKey, part: Contribution.Part, guidance: String)] = []
    for part in file.parts {
      if let item = asked?.item(headed: part.heading) {
        meant.append((item.key, part, item.guidance))
      } else if let section = sections[ReportTextKey(part.heading).section] {
        meant.append((try settled(ReportTextKey(part.heading)), part, section.guidance))
      } else {
        unknown.append(part.heading)
      }
    }
    guard unknown.isEmpty else {
      guard let asked else { throw ReportTextProblem.unaddressed }
      throw ReportTextProblem.unknownHeadings(unknown, known: asked.items.map(\.heading))
    }
    let twice = Dictionary(grouping: meant, by: \.key).values.first { $0.count > 1 }
    if let twice { throw ReportTextProblem.twice(twice[1].part.heading) }
    let received = try store.write { write in
      let context = try RecordContext(write.db, write.invocation, write.hooks)
      var received: [Received] = []
      for (key, part, guidance) in meant {
        let text = Contribution.written(part.text, guidance: guidance)
        let place = try ReportTextPlace(key, context)
        let outcome = try text.isEmpty ? .empty : keep(text, at: place, write)
        received.append(Received(key: place.key, heading: part.heading, outcome: outcome))
      }
      let kept = received.filter { [.new, .changed].contains($0.outcome) }
      write.records(
        "took in \(counted(kept.count, "text"))"
          + (request.partner.map { " of \($0)" } ?? "")
          + (request.period.map { " for \($0)" } ?? ""),
        affecting: kept.map(\.key.description))
      return received
    }
    return (asked?.request ?? request, received)
  }

  /// A text that only differs in its line ends from the present one stays as it is.
  private func keep(
    _ text: String, at place: ReportTextPlace, _ write: Transaction
  ) throws -> Outcome {
    let body = try TextBody(text)
    if let present = try place.present(write.db),
      TextBody.key(present.content) == TextBody.key(body.text)
    {
      return .unchanged
    }
    return try place.keep(body.text, write).outcome
  }
}

internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

extension ReportTextCommand {
  struct Set: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "set", abstract: "Write a text from a file, from standard input or from words.",
      discussion: examples(
        "blues report text set progress --wp WP1 --period RP1 --file wp1.md",
        "blues report text set impact --period RP1 --text \"The impact is as described.\"",
        "blues report text set progress --wp WP1 --period RP1 --file - < wp1.md",
        note: """
          A file is Markdown or plain text in UTF-8, or a Word document. It replaces the text that \
          was there; headings are moved below those of the report.
          """))

    @OptionGroup var text: TextKeyOptions
    @Option(
      help: "The file with the text, as Markdown or a Word document; - is standard input.",
      completion: .file())
    var file: String?
    @Option(name: .customLong("text"), help: "The text itself.")
    var said: String?
    @OptionGroup var write: WriteOptions

    var inputs: [String] { file.map { [$0] } ?? [] }

    func validate() throws {
      guard (file == nil) != (said == nil) else {
        throw ValidationError("Give --file or --text, one of them.")
      }
    }

    func run() throws {
      try change { store in
        let text = try file.map { try TextFile.read($0) } ?? said ?? ""
        return try ReportTextCommand.answer(store.reportTexts.set(self.text.key, to: text))
      }
    }
  }

  struct Edit: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit", abstract: "Edit a text with your editor, and keep what you save.",
      discussion: examples(
        "blues report text edit progress --wp WP1 --period RP1",
        note: """
          VISUAL or EDITOR is opened on a private temporary file that begins with what belongs into \
          the section. When the editor fails or the project refuses the text, the file stays and is \
          named.
          """))

    @OptionGroup var text: TextKeyOptions
    @OptionGroup var write: WriteOptions

    func run() throws {
      let store = try write.project.toRead(for: write.output)
      let texts = store.reportTexts
      let key = try texts.settled(text.key)
      let before = try texts.all().first { $0.key == key }?.text
      let guidance = try texts.sections()[key.section]?.guidance ?? ""
      let saved = try TextEditor().edit("> \(guidance)\n\n\(before.map { "\($0)\n" } ?? "")")
      do {
        let words = Contribution.written(try TextFile.text(saved.text), guidance: guidance)
        if words == before ?? "" {
          TextEditor.remove(saved.file)
          return write.output.chosenFormat == .text
            ? try write.output.show(line: "Nothing was changed in \(key).")
            : try write.output.show(document(key, before))
        }
        try change { store in
          ReportTextCommand.answer(try store.reportTexts.set(key, to: words, before: before))
        }
      } catch let problem as any Problem {
        throw EditorProblem.notKept(problem, file: saved.file)
      }
      if write.isRehearsal {
        Console.say("The edited text is in \(saved.file).")
      } else {
        TextEditor.remove(saved.file)
      }
    }

    private func document(_ key: ReportTextKey, _ text: String?) -> Document {
      Document(
        schema: "blues.report-text/1",
        blocks: [
          .facts(Facts([Fact("code", "Text", .text(key.description))])),
          .data("text", text.map { .string($0) } ?? .null),
        ])
    }
  }

  /// What is answered to a text that was written.
  static func answer(_ kept: ReportTexts.Kept) -> Answer {
    let (key, words) = (kept.text.key, counted(kept.text.words, "word"))
    let sentence =
      switch kept.outcome {
      case .new: "Wrote \(key): \(words)."
      case .changed: "Changed \(key): \(words)."
      case .unchanged, .empty: "\(key) is as it was: \(words)."
      }
    return Answer(
      sentence, kept.text.document(),
      remarks: kept.isMoved
        ? ["Its headings were moved down: levels 1 and 2 are those of the report."] : [])
  }
}

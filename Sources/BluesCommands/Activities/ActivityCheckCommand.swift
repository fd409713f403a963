internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents
internal import Glibc
internal import Tabular

extension ActivityCommand {
  struct Check: ChangingCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check the publicity of activities: emblem, sentence, grant number, disclaimer.",
      discussion: examples(
        "blues workpackage activity check", "blues workpackage activity check A1 A4",
        "blues workpackage activity check A1 --file page.html",
        "blues workpackage activity check A1 --file page.html --keep",
        note: """
          Without a number it checks the activities that are ongoing or delivered, but meetings, \
          by what is recorded: --emblem yes and the like of set. With --file it reads what was \
          published, as HTML, DOCX, ODT, PPTX, PDF or text, and looks for each element and for \
          places of a template that were left unfilled; --keep registers that file as a document \
          of the activity, which project document list shows. It ends with exit 6 when something is \
          missing or not recorded. The answer is printed either way.
          """))

    @Argument(
      help: "The activity, such as A1; several may be named.", transform: { try Read.code($0) })
    var codes: [ActivityCode] = []
    @Option(
      help: "What the activity published: a saved page or a document; - is standard input.",
      completion: .file())
    var file: String?
    @Flag(help: "Register the file as a document of the activity.")
    var keep = false
    @OptionGroup var write: WriteOptions

    var inputs: [String] { file.map { [$0] } ?? [] }

    private var output: OutputOptions { write.output }

    func validate() throws {
      if file != nil, codes.count != 1 {
        throw ValidationError("--file goes with one activity, such as A1.")
      }
      if keep, file == nil || file == "-" {
        throw ValidationError("--keep goes with --file and the name of a file.")
      }
    }

    func run() throws {
      if keep, let file { return try check(keeping: file) }
      let activities = try write.project.toRead(
        for: output, reading: inputs
      ).activities
      let checked =
        try codes.isEmpty ? activities.published() : codes.map { try activities.one($0) }
      let findings =
        try file.map { try read($0, of: checked[0], activities) }
        ?? activities.check(checked)
      try output.show(document(findings, of: checked))
      if !findings.isEmpty { throw ExitCode(ProblemKind.refusedByRule.exitCode) }
    }

    /// Checks a file and registers it, whatever it lacks.
    private func check(keeping file: String) throws {
      try change { store in
        let activity = try store.activities.one(codes[0])
        let findings = try read(file, of: activity, store.activities)
        var draft = try DocumentDraft(kind: "publication")
        draft.file = file
        let kept = try store.documents.add(draft, to: activity.code.description).document
        var answer = Answer(document(findings, of: [activity]))
        answer.remarks = [
          "\(kept.code) of \(activity.code) is the \(kept.kind): \(ListFile.lastPart(file))."
        ]
        answer.exitCode = findings.isEmpty ? 0 : ProblemKind.refusedByRule.exitCode
        return answer
      }
    }

    private func read(
      _ file: String, of activity: Activity, _ activities: Records<Activity>
    ) throws -> [PublicityFinding] {
      let page: PublishedText
      do {
        page = try PublishedText.read(
          file == "-" ? .file(descriptor: STDIN_FILENO) : .file(at: file))
      } catch let problem as any Problem where !(problem is TabularProblem) {
        throw PublishedFileProblem(file: ListFile.lastPart(file), problem: problem)
      }
      return try activities.check(
        activity, text: page.text, images: page.images, hasWords: page.kind != .pdf)
    }

    private func document(_ findings: [PublicityFinding], of checked: [Activity]) -> Document {
      let names = checked.map(\.code.description)
      let all =
        checked.isEmpty
        ? "No activity is ongoing or delivered."
        : "\(checked.count == 1 ? names[0] : "All \(checked.count) activities") "
          + "\(checked.count == 1 ? "has its" : "have their") publicity."
      return Document(
        schema: "blues.activity-check/1",
        blocks: [
          .table(
            Table(
              noun: "findings", emptySentence: all, fields: PublicityFinding.fields,
              rows: findings)),
          .data("activities", .array(names.map { .string($0) })),
        ])
    }
  }
}

/// Why a published file cannot be checked, with its name.
struct PublishedFileProblem: Problem {
  let file: String
  let problem: any Problem

  var message: String { "\(file): \(problem.message)" }
  var hint: String? { problem.hint }
  var kind: ProblemKind { problem.kind }
}

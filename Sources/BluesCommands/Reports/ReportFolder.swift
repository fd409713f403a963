internal import Basics
internal import BluesCore
internal import Documents

/// Writes all reports into a folder, with an index that leads to them.
struct ReportFolder {
  static let formats: [(format: Format, words: String)] = [
    (.html, "web page"), (.pdf, "PDF"), (.docx, "Word"), (.xlsx, "Excel"), (.json, "JSON"),
  ]

  let jobs: [ReportJob]
  let folder: OutputFolder
  let day: Day
  /// The sentence about each engine that is missing or too old, once.
  private(set) var remarks: [String] = []
  /// Whether no report is left out.
  private(set) var isComplete = true
  private var entries: [(job: ReportJob, entry: IndexPage.Entry)] = []
  private var without: Set<Engine> = []

  init(jobs: [ReportJob], folder: OutputFolder, day: Day) {
    self.jobs = jobs
    self.folder = folder
    self.day = day
  }

  /// Makes every report in its formats.
  ///
  /// One that lacks something, that a rule refuses or that an engine fails with is told and left out.
  /// Damage to the project file ends all.
  mutating func write() throws {
    let progress = Progress()
    defer { progress.end() }
    let made = try documents()
    let printed = PrintedTogether.files(of: made.map(\.document), day: day) { number in
      progress.tell(number, of: made.count, "PDF files")
    }
    for (index, (job, document)) in made.enumerated() {
      var files: [IndexPage.File] = []
      for (format, words) in Self.formats {
        let name = "\(job.stem).\(format.traits.endings[0])"
        progress.tell(index + 1, of: made.count, name)
        let ready = format == .pdf ? printed[index] : nil
        guard let bytes = try ready ?? bytes(of: document, format, name) else { continue }
        try folder.write(name, bytes)
        files.append(IndexPage.File(name: name, words: words))
      }
      let title = job.partner.map { "\(job.title), \($0)" } ?? job.title
      entries.append((job, IndexPage.Entry(title: title, about: job.about, files: files)))
    }
  }

  /// The documents that can be made; why one cannot is told.
  private mutating func documents() throws -> [(job: ReportJob, document: Document)] {
    var made: [(job: ReportJob, document: Document)] = []
    for job in jobs {
      do {
        made.append((job, try job.document()))
      } catch let problem as any Problem where problem.kind != .badData {
        isComplete = false
        remarks.append("\(job.stem) is left out: \(problem.message)")
      }
    }
    return made
  }

  /// Writes the page that leads to the files, those of each partner together.
  func writeIndex(_ page: Document) throws {
    let common = entries.filter { $0.job.partner == nil }.map(\.entry)
    var partners: [String] = []
    for entry in entries {
      guard let partner = entry.job.partner, !partners.contains(partner) else { continue }
      partners.append(partner)
    }
    let parts = partners.map { partner in
      IndexPage.Part(
        heading: partner, entries: entries.filter { $0.job.partner == partner }.map(\.entry))
    }
    let index = IndexPage(
      page: page, parts: [IndexPage.Part(heading: "The project", entries: common)] + parts)
    try folder.write("index.html", Array(index.html.utf8))
  }

  /// Nil where the program that the format needs is missing, or fails with this document.
  private mutating func bytes(
    of document: Document, _ format: Format, _ name: String
  ) throws -> [UInt8]? {
    let engine: Engine? = format == .pdf ? .weasyprint : format == .docx ? .pandoc : nil
    if let engine, without.contains(engine) { return nil }
    do {
      return try document.bytes(
        Rendering(format: format, day: day, engines: EngineProcess.run))
    } catch let problem as EngineProblem {
      if problem.kind != .cannotCreate {
        isComplete = false
        remarks.append("\(name) is left out: \(problem.message)")
      } else if without.insert(problem.engine).inserted {
        remarks.append("\(problem.message) \(problem.hint ?? "") adds these files.")
      }
      return nil
    }
  }
}

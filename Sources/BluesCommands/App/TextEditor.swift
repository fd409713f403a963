internal import Basics
internal import Glibc

/// A private temporary file in which a person changes a text with an editor.
struct TextEditor {
  /// The words of the editor, which is run without a shell.
  let program: [String]

  /// `VISUAL`, else `EDITOR`, else `vi`.
  init() {
    let text = Environment.variable("VISUAL") ?? Environment.variable("EDITOR") ?? "vi"
    let words = text.split(separator: " ").map(String.init)
    program = words.isEmpty ? ["vi"] : words
  }

  /// Lets a person change a text; answers what was saved and the file, which is the caller's to
  /// remove.
  ///
  /// - Throws: `EditorProblem`; a text that was saved stays in the file that the problem names.
  func edit(_ text: String) throws -> (text: [UInt8], file: String) {
    let folder = Environment.variable("TMPDIR") ?? "/tmp"
    var name = Array("\(folder)/blues-XXXXXX.md".utf8CString)
    let descriptor = mkstemps(&name, 3)
    let file = name.withUnsafeBufferPointer { $0.baseAddress.map { FileName.text($0) } ?? "" }
    guard descriptor >= 0 else { throw EditorProblem.noFile(folder: folder) }
    let isWritten = Self.write(Array(text.utf8), to: descriptor)
    close(descriptor)
    guard isWritten else {
      unlink(file.fileName)
      throw EditorProblem.noFile(folder: folder)
    }
    let status = try run(on: file)
    guard status == 0 else {
      throw EditorProblem.failed(program[0], status: status, file: file)
    }
    guard let saved = Self.read(file) else { throw EditorProblem.unreadable(file: file) }
    return (saved, file)
  }

  /// Takes the file away once its text is kept.
  static func remove(_ file: String) { unlink(file.fileName) }

  /// Runs the editor to its end on the terminal; answers its exit code.
  private func run(on file: String) throws -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Ctrl-C is the editor's: this command waits for what becomes of it.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGQUIT] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let before = [SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, handler) in before { signal(number, handler) } }
    var words = (program + [file]).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard let name = words[0],
      posix_spawnp(&child, name, nil, &attributes, &words, environ) == 0
    else {
      Self.remove(file)
      throw EditorProblem.notFound(program[0])
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The whole file, up to what no text of a report has.
  private static func read(_ file: String) -> [UInt8]? {
    let descriptor = open(file.fileName, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < 1 << 24 {
      let count = Glibc.read(descriptor, &piece, piece.count)
      guard count >= 0 else { return nil }
      if count == 0 { break }
      bytes += piece.prefix(count)
    }
    return bytes
  }
}

/// Why a text could not be edited, or what was edited not kept.
enum EditorProblem: Problem {
  case notFound(String)
  case failed(String, status: Int32, file: String)
  case noFile(folder: String)
  case unreadable(file: String)
  /// The text was saved by the editor, but the project does not take it.
  case notKept(any Problem, file: String)

  var message: String {
    switch self {
    case .notFound(let program): "The editor was not found: \(program)."
    case .failed(let program, let status, let file):
      "\(program) ended with exit \(status); the project is unchanged, and the text is in \(file)."
    case .noFile(let folder): "A temporary file cannot be written in \(folder)."
    case .unreadable(let file): "The edited text cannot be read: \(file)."
    case .notKept(let problem, let file):
      "\(withOneStop(problem.message)) The edited text is in \(file)."
    }
  }

  var hint: String? {
    switch self {
    case .notFound: "set VISUAL or EDITOR to the editor, or use blues report text set --file"
    case .failed(_, _, let file), .unreadable(let file):
      "blues report text set … --file \(file)"
    case .noFile: "set TMPDIR to a folder that can be written"
    case .notKept(let problem, _): problem.hint
    }
  }

  var kind: ProblemKind {
    switch self {
    case .notFound: .missingInput
    case .failed: .failed
    case .noFile: .cannotCreate
    case .unreadable: .inputOutput
    case .notKept(let problem, _): problem.kind
    }
  }
}

internal import Basics
internal import Documents
internal import Glibc

/// PDF files of several documents, printed in one start of WeasyPrint: it takes longer to start than to
/// print most documents.
enum PrintedTogether {
  /// Documents in one start, each with two open files.
  private static let most = 100

  /// The file of each document, in their order.
  ///
  /// Nil for one that was not printed, which a run of its own then explains; `tell` is told how many are.
  static func files(
    of documents: [Document], day: Day, tell: (Int) -> Void = { _ in }
  ) -> [[UInt8]?] {
    guard documents.count > 1, let program = ProgramPath.find(Engine.weasyprint.program),
      let python = interpreter(of: program)
    else { return documents.map { _ in nil } }
    var files: [[UInt8]?] = []
    for start in stride(from: 0, to: documents.count, by: most) {
      let calls = documents[start..<min(start + most, documents.count)].map { $0.printing(day) }
      files += (try? run(calls, by: python) { tell(start + $0) }) ?? calls.map { _ in nil }
    }
    return files
  }

  /// What each run wrote; nil for one that failed.
  static func run(
    _ calls: [EngineCall], by python: [String], tell: (Int) -> Void
  ) throws -> [[UInt8]?] {
    let seconds = EngineProcess.limit
    let outputs = try calls.map { _ in try MemoryFile() }
    var files = [STDIN_FILENO: try MemoryFile(), STDERR_FILENO: try MemoryFile()]
    var words = python + ["-c", EngineBatch.script]
    for (number, call) in calls.enumerated() {
      let input = EngineCall.firstAttachment + 2 * Int32(number)
      files[input] = try MemoryFile(call.input)
      files[input + 1] = outputs[number]
      words.append(
        EngineBatch.argument(number, call, from: input, to: input + 1, seconds: seconds))
    }
    var said: [UInt8] = []
    let child = try EngineChild(words, files: files, said: STDOUT_FILENO, instant: 0)
    _ = child.wait(seconds: seconds * calls.count) { piece in
      said += piece
      tell(said.count { $0 == UInt8(ascii: "\n") })
    }
    let printed = Set(String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init))
    return try outputs.enumerated().map { number, output in
      guard printed.contains("\(number)") else { return nil }
      let bytes = try output.bytes()
      return bytes.isEmpty ? nil : bytes
    }
  }

  /// The words that run a script of Python, from its first line; nil for what is no such script.
  static func interpreter(of program: String) -> [String]? {
    let descriptor = open(program.fileName, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 2, let end = bytes[..<count].firstIndex(of: UInt8(ascii: "\n")) else {
      return nil
    }
    let line = String(decoding: bytes[..<end], as: UTF8.self)
    guard line.hasPrefix("#!/") else { return nil }
    let words = line.dropFirst(2).split(separator: " ").map(String.init)
    let isPython = words.contains { word in
      word.split(separator: "/").last.map { $0.hasPrefix("python") } ?? false
    }
    return isPython ? words : nil
  }
}

internal import Basics
internal import Documents
internal import Glibc

/// Runs the programs that PDF and Word documents are made with, without a shell and with a time limit.
///
/// What they read and write is in memory, in files without a name: nothing is left behind, however a
/// command ends. They see no more of the environment than where programs are.
enum EngineProcess {
  /// Seconds that one run may take: `BLUES_ENGINE_SECONDS`, else 120.
  static var limit: Int {
    Environment.variable("BLUES_ENGINE_SECONDS").flatMap { Int($0) }.map { max(1, $0) } ?? 120
  }

  static func run(_ call: EngineCall) throws -> [UInt8] {
    let engine = call.engine
    guard let program = ProgramPath.find(engine.program) else {
      throw EngineProblem.missing(engine)
    }
    let (end, output) = try end(of: program, call, seconds: limit)
    guard !end.isLate else { throw EngineProblem.tookTooLong(engine, seconds: limit) }
    let bytes = try output.bytes()
    guard end.code == 0, !bytes.isEmpty else {
      if let version = try version(of: program, engine), engine.isTooOld(version) {
        throw EngineProblem.tooOld(engine, version: version)
      }
      throw EngineProblem.failed(engine, detail: end.lastLine ?? "code \(end.code)")
    }
    return bytes
  }

  /// What the program says of its version.
  private static func version(of program: String, _ engine: Engine) throws -> String? {
    let call = EngineCall(engine, ["--version"], input: [], instant: 0)
    let output = try end(of: program, call, seconds: limit).output
    let text = String(decoding: try output.bytes(), as: UTF8.self)
    return text.split(separator: "\n").first.map { String($0.prefix(80)) }
  }

  /// How a run of a program ends, and what it writes.
  static func end(
    of program: String, _ call: EngineCall, seconds: Int
  ) throws -> (end: EngineChild.End, output: MemoryFile) {
    let output = try MemoryFile()
    var files = [STDIN_FILENO: try MemoryFile(call.input), STDOUT_FILENO: output]
    for (number, attachment) in call.attachments.enumerated() {
      files[EngineCall.firstAttachment + Int32(number)] = try MemoryFile(attachment)
    }
    do {
      let child = try EngineChild(
        [program] + call.arguments, files: files, said: STDERR_FILENO, instant: call.instant)
      return (child.wait(seconds: seconds), output)
    } catch {
      throw EngineProblem.failed(call.engine, detail: error.reason)
    }
  }
}

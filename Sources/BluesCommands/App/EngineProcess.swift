internal import Basics
internal import Documents
internal import Glibc

/// Runs the programs that PDF and Word documents are made with, without a shell and with a time limit.
///
/// What they read and write is in memory, in files without a name: nothing is left behind, however a
/// command ends. They see no more of the environment than where programs are.
enum EngineProcess {
  /// Seconds that one run may take: `BLUES_ENGINE_SECONDS`, else 120.
  private static var limit: Int {
    Environment.variable("BLUES_ENGINE_SECONDS").flatMap { Int($0) }.map { max(1, $0) } ?? 120
  }

  static func run(_ call: EngineCall) throws -> [UInt8] {
    let engine = call.engine
    guard let program = ProgramPath.find(engine.program) else {
      throw EngineProblem.missing(engine)
    }
    let end = try Child(program, call).wait(seconds: limit)
    guard !end.isLate else { throw EngineProblem.tookTooLong(engine, seconds: limit) }
    let bytes = try end.output.bytes()
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
    let text = String(
      decoding: try Child(program, call).wait(seconds: limit).output.bytes(), as: UTF8.self)
    return text.split(separator: "\n").first.map { String($0.prefix(80)) }
  }

  /// How a run ended.
  struct End {
    let output: MemoryFile
    let code: Int32
    let isLate: Bool
    /// The last line that it said on stderr.
    let lastLine: String?
  }

  /// One started program.
  struct Child {
    private let process: pid_t
    private let output: MemoryFile
    /// Where its messages are read; at its end when the program has ended.
    private let messages: Int32

    init(_ program: String, _ call: EngineCall) throws {
      let input = try MemoryFile(call.input)
      let attachments = try call.attachments.map { try MemoryFile($0) }
      output = try MemoryFile()
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { throw Self.failed(call) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      defer { close(ends[1]) }
      messages = ends[0]
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      defer { posix_spawn_file_actions_destroy(&actions) }
      posix_spawn_file_actions_adddup2(&actions, input.descriptor, STDIN_FILENO)
      posix_spawn_file_actions_adddup2(&actions, output.descriptor, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
      for (number, file) in attachments.enumerated() {
        posix_spawn_file_actions_adddup2(
          &actions, file.descriptor, EngineCall.firstAttachment + Int32(number))
      }
      let environment = [
        "PATH=\(Environment.variable("PATH") ?? "/usr/bin:/bin")", "LC_ALL=C.UTF-8", "TZ=UTC",
        "HOME=/nonexistent", "SOURCE_DATE_EPOCH=\(call.instant)", "PYTHONHASHSEED=0",
      ]
      var words = ([program] + call.arguments).map { strdup($0) } + [nil]
      var variables = environment.map { strdup($0) } + [nil]
      defer { for word in words + variables { free(word) } }
      var child = pid_t()
      // An optimised build closes a file once nothing asks for it, and the child still needs these.
      let code = withExtendedLifetime((input, attachments)) {
        posix_spawn(&child, program.fileName, &actions, nil, &words, &variables)
      }
      process = child
      guard code == 0 else {
        close(messages)
        throw EngineProblem.failed(call.engine, detail: String(cString: strerror(code)))
      }
    }

    private static func failed(_ call: EngineCall) -> EngineProblem {
      .failed(call.engine, detail: String(cString: strerror(errno)))
    }

    /// Waits for its end, and ends it where it takes longer.
    func wait(seconds: Int) throws -> End {
      defer { close(messages) }
      let (said, isLate) = listen(until: Self.now() + seconds * 1_000)
      if isLate { kill(process, SIGKILL) }
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      // The upper byte is the code of a program that ended by itself, the lower one a signal.
      let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
      let line = String(decoding: said, as: UTF8.self).split(separator: "\n").last
      return End(
        output: output, code: code, isLate: isLate,
        lastLine: line.map { String($0.prefix(300)) }.map {
          $0.hasSuffix(".") ? String($0.dropLast()) : $0
        })
    }

    /// What it says until its end, or until it is too late.
    private func listen(until deadline: Int) -> (said: [UInt8], isLate: Bool) {
      var said: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 4_096)
      while true {
        let left = deadline - Self.now()
        guard left > 0 else { return (said, true) }
        var watched = pollfd(fd: messages, events: Int16(POLLIN), revents: 0)
        let ready = poll(&watched, 1, Int32(clamping: left))
        if ready < 0, errno != EINTR { return (said, false) }
        guard ready > 0 else { continue }
        let count = read(messages, &piece, piece.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return (said, false) }
        said = Array((said + piece[..<count]).suffix(1 << 16))
      }
    }

    private static func now() -> Int {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
    }
  }
}

import Glibc

/// One run of a program with nothing of the tester's own environment.
struct Command {
  /// How a run ended and what it said.
  struct Ending: Equatable {
    /// The exit code, or 128 and the signal's number.
    let code: Int32
    let output: String
    let complaint: String

    var wasKilled: Bool { code == 128 + SIGKILL }
  }

  /// A program that could not be started.
  struct NotStarted: Error {
    let program: String
    let code: Int32
  }

  let words: [String]
  let folder: String
  let environment: [String: String]

  init(_ words: [String], in folder: String, with extra: [String: String] = [:]) {
    self.words = words
    self.folder = folder
    let standard = [
      "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "BLUES_TODAY": "2020-06-01", "BLUES_USER": "tester",
    ]
    environment = standard.merging(extra) { $1 }
  }

  func run() throws -> Ending {
    try start().end()
  }

  /// Starts the program without waiting for it; its streams go to nameless files, which never
  /// fill up as pipes do.
  func start() throws -> Running {
    let output = Self.namelessFile()
    let complaint = Self.namelessFile()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, complaint, STDERR_FILENO)
    // env changes the folder in the new process; here that would move every test.
    let line = ["/usr/bin/env", "--chdir=\(folder)"] + words
    var arguments: [UnsafeMutablePointer<CChar>?] = line.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process = pid_t()
    let code = posix_spawn(&process, line[0], &actions, nil, &arguments, &variables)
    guard code == 0 else { throw NotStarted(program: words[0], code: code) }
    return Running(process: process, output: output, complaint: complaint)
  }

  private static func namelessFile() -> Int32 {
    var name = Array("/tmp/blues-stream-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  /// A program under way.
  struct Running {
    let process: pid_t
    let output: Int32
    let complaint: Int32

    func end() -> Ending {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 && errno == EINTR {}
      let signal = status & 0x7F
      return Ending(
        code: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: Self.text(output),
        complaint: Self.text(complaint))
    }

    private static func text(_ descriptor: Int32) -> String {
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: Int(lseek(descriptor, 0, SEEK_END)))
      _ = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

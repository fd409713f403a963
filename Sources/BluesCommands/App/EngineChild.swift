internal import Basics
internal import Documents
internal import Glibc

/// A started program that reads and writes files in memory, and is ended when it takes too long.
struct EngineChild {
  private let process: pid_t
  /// Where what it says is read; at its end when the program has ended.
  private let voice: Int32

  /// How a run ended.
  struct End {
    let code: Int32
    let isLate: Bool
    /// The last line that it said.
    let lastLine: String?
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - words: The program's place and its arguments.
  ///   - files: What it finds open, by descriptor.
  ///   - said: The descriptor on which it says what is read here.
  ///   - instant: Seconds since 1970 that it takes for now.
  /// - Throws: `StartFailure` where it does not start, or too many files are open.
  init(_ words: [String], files: [Int32: MemoryFile], said: Int32, instant: Int)
    throws(StartFailure)
  {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw StartFailure(number: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[1]) }
    voice = ends[0]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Lifted above all places first: else a file put into its place could stand where another one is
    // still to be taken from.
    let places = files.mapValues(\.descriptor).merging([said: ends[1]]) { $1 }
    var lifted: [Int32] = []
    defer { for descriptor in lifted { close(descriptor) } }
    for (place, descriptor) in places {
      let high = fcntl(descriptor, F_DUPFD_CLOEXEC, (places.keys.max() ?? 0) + 1)
      guard high >= 0 else {
        let number = errno
        close(ends[0])
        throw StartFailure(number: number)
      }
      lifted.append(high)
      posix_spawn_file_actions_adddup2(&actions, high, place)
    }
    let environment = [
      "PATH=\(Environment.variable("PATH") ?? "/usr/bin:/bin")", "LC_ALL=C.UTF-8", "TZ=UTC",
      "HOME=/nonexistent", "SOURCE_DATE_EPOCH=\(instant)", "PYTHONHASHSEED=0",
    ]
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for word in arguments + variables { free(word) } }
    var child = pid_t()
    // An optimised build closes a file once nothing asks for it, and the child still needs these.
    let code = withExtendedLifetime(files) {
      posix_spawn(&child, words[0].fileName, &actions, nil, &arguments, &variables)
    }
    process = child
    guard code == 0 else {
      close(voice)
      throw StartFailure(number: code)
    }
  }

  /// Waits for its end, and ends it where it takes longer.
  func wait(seconds: Int, hear: ([UInt8]) -> Void = { _ in }) -> End {
    defer { close(voice) }
    let (said, isLate) = listen(until: Self.now() + seconds * 1_000, hear)
    if isLate { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    // The upper byte is the code of a program that ended by itself, the lower one a signal.
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    let line = String(decoding: said, as: UTF8.self).split(separator: "\n").last
    return End(
      code: code, isLate: isLate,
      lastLine: line.map { String($0.prefix(300)) }.map {
        $0.hasSuffix(".") ? String($0.dropLast()) : $0
      })
  }

  /// What it says until its end, or until it is too late: the last of it, and each piece as it comes.
  private func listen(
    until deadline: Int, _ hear: ([UInt8]) -> Void
  ) -> (said: [UInt8], isLate: Bool) {
    var said: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4_096)
    while true {
      let left = deadline - Self.now()
      guard left > 0 else { return (said, true) }
      var watched = pollfd(fd: voice, events: Int16(POLLIN), revents: 0)
      let ready = poll(&watched, 1, Int32(clamping: left))
      if ready < 0, errno != EINTR { return (said, false) }
      guard ready > 0 else { continue }
      let count = read(voice, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return (said, false) }
      hear(Array(piece[..<count]))
      said = Array((said + piece[..<count]).suffix(1 << 16))
    }
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1_000 + Int(time.tv_nsec) / 1_000_000
  }

  /// A program could not be started.
  struct StartFailure: Error {
    /// The system's number of what went wrong.
    let number: Int32

    var reason: String { String(cString: strerror(number)) }
  }
}

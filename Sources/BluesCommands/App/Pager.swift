internal import Glibc

/// Pages an answer that is longer than the screen, on a terminal only.
enum Pager {
  static func isWanted(for bytes: [UInt8]) -> Bool {
    guard Environment.isTerminal(STDIN_FILENO), let height = Environment.height(),
      Environment.width() != nil, program != nil
    else { return false }
    return bytes.count { $0 == UInt8(ascii: "\n") } > height
  }

  /// `BLUES_PAGER`, else `PAGER`, else `less`; an empty or `cat` pager means none.
  private static var program: [String]? {
    let text = Environment.variable("BLUES_PAGER") ?? Environment.variable("PAGER") ?? "less -FRX"
    let words = text.split(separator: " ").map(String.init)
    return words.isEmpty || words[0] == "cat" ? nil : words
  }

  /// Runs the pager by its words, never through a shell; without one the answer is just printed.
  static func show(_ bytes: [UInt8]) {
    var ends: [Int32] = [0, 0]
    guard let program, pipe(&ends) == 0 else { return print(bytes) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, CrashGuard.messages, STDERR_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var words = program.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard let name = words[0], posix_spawnp(&child, name, &actions, nil, &words, environ) == 0
    else {
      close(ends[0])
      close(ends[1])
      return print(bytes)
    }
    close(ends[0])
    signal(SIGPIPE, SIG_IGN)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
      if count <= 0 { break }
      rest = rest.dropFirst(count)
    }
    close(ends[1])
    var status: Int32 = 0
    waitpid(child, &status, 0)
  }

  private static func print(_ bytes: [UInt8]) {
    try? OpenOutput.standard.write(bytes)
  }
}

internal import Glibc

/// One sentence where a defect ends the program: what the language and the libraries print then can
/// show the data they stopped at, personal data among them.
enum CrashGuard {
  /// Where the person is spoken to: standard error, or a copy of it once the guard stands.
  nonisolated(unsafe) private(set) static var messages: Int32 = STDERR_FILENO

  /// Puts the guard up; without a standard error there is nothing to guard.
  static func stand() {
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] {
      signal(number) { _ in CrashGuard.end() }
    }
    let copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    let nothing = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard copy >= 0, nothing >= 0 else { return }
    messages = copy
    dup2(nothing, STDERR_FILENO)
    close(nothing)
  }

  /// What a signal may do: it neither asks for memory nor takes a lock.
  private static func end() -> Never {
    let words: StaticString = """
      blues: A defect in blues ended the command.
      hint: please report what you typed; blues history shows what was done

      """
    _ = write(messages, words.utf8Start, words.utf8CodeUnitCount)
    _exit(70)
  }
}

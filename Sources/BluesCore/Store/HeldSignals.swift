import Glibc

/// Signals that would end the program, held back while a file stands under a name that nobody
/// knows; they take effect when they are let go.
struct HeldSignals {
  private let earlier: sigset_t

  init() {
    var ending = sigset_t()
    sigemptyset(&ending)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&ending, signal) }
    var earlier = sigset_t()
    pthread_sigmask(SIG_BLOCK, &ending, &earlier)
    self.earlier = earlier
  }

  func letGo() {
    var earlier = earlier
    pthread_sigmask(SIG_SETMASK, &earlier, nil)
  }
}

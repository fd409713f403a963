import Glibc
import Testing

@testable import BluesCore

@Suite struct `Signals that are held` {
  @Test func `one that would end the program waits until it is let go`() {
    // Threads of a pool begin with every signal held.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    let signals = HeldSignals()
    var held = sigset_t()
    pthread_sigmask(SIG_SETMASK, nil, &held)
    #expect([SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { sigismember(&held, $0) } == [1, 1, 1, 0])
    signals.letGo()
    pthread_sigmask(SIG_SETMASK, nil, &held)
    #expect([SIGINT, SIGTERM, SIGHUP].map { sigismember(&held, $0) } == [0, 0, 0])
  }
}

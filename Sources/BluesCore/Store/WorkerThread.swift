import Glibc

/// Work done on a thread of its own, which is waited for before the caller goes on.
final class WorkerThread {
  private let work: () -> Void
  private var thread = pthread_t()

  /// Begins the work.
  ///
  /// What it uses is the thread's alone until `join` has returned: the compiler cannot see that,
  /// since the way to a thread leads through a bare pointer.
  init(_ work: @escaping () -> Void) throws {
    self.work = work
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer {
          Unmanaged<WorkerThread>.fromOpaque(pointer).takeUnretainedValue().work()
        }
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
    guard code == 0 else {
      throw StoreProblem.failed(detail: "a second thread cannot be started")
    }
  }

  func join() { pthread_join(thread, nil) }
}

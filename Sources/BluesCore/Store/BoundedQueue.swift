import Glibc

/// Hands things in order from the thread that makes them to the one that waits for them, a few
/// at a time, so that neither runs far ahead.
///
/// Unchecked, because the compiler does not know that the lock guards all that can change.
final class BoundedQueue<Thing: Sendable>: @unchecked Sendable {
  /// How many things may wait; more would only need memory.
  private static var most: Int { 3 }

  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: [Thing] = []
  private var end: Result<Void, any Error>?
  private var isUnwanted = false

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// Gives a thing, when there is room; false when nobody wants more.
  func give(_ thing: Thing) -> Bool {
    locked {
      while waiting.count >= Self.most, !isUnwanted { pthread_cond_wait(changed, lock) }
      if !isUnwanted { waiting.append(thing) }
      return !isUnwanted
    }
  }

  /// Says that nothing more comes, and why if that is an error.
  func finish(_ result: Result<Void, any Error>) {
    locked { end = result }
  }

  /// Takes the next thing, when there is one; nil at the end, or the error that was the end.
  func take() throws -> Thing? {
    try locked {
      while waiting.isEmpty, end == nil { pthread_cond_wait(changed, lock) }
      if !waiting.isEmpty { return waiting.removeFirst() }
      try end?.get()
      return nil
    }
  }

  /// Says that no more is wanted.
  func stop() {
    locked {
      isUnwanted = true
      waiting = []
    }
  }

  private func locked<Value>(_ body: () throws -> Value) rethrows -> Value {
    pthread_mutex_lock(lock)
    defer {
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(lock)
    }
    return try body()
  }
}

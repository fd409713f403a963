internal import Basics
internal import Glibc
internal import Tabular

/// A line on stderr that tells how far a long import is; on a terminal only, after half a second.
final class Progress {
  /// Bytes of the file; nil where that is not known.
  var size: Int?
  private var bytes = 0
  private let start = Progress.now()
  private var shownAt = 0.0
  private let isOn = Environment.isTerminal(CrashGuard.messages)

  func counting(_ source: ByteSource) -> ByteSource {
    source.telling { self.bytes += $0 }
  }

  func tell(rows: Int) {
    let now = Self.now()
    guard isOn, now - start > 0.5, now - shownAt > 0.1 else { return }
    shownAt = now
    let rate = Double(rows) / (now - start)
    var line = "\r\(counted(rows, "row")), \(Int(rate)) a second"
    if let size, size > 0, bytes > 0 {
      let share = min(1, Double(bytes) / Double(size))
      let left = (now - start) * (1 - share) / share
      line += ", \(Int(share * 100)) %, \(Int(left.rounded(.up))) s left"
    }
    say(line + "\u{1B}[K")
  }

  /// Tells which of several things is being made.
  func tell(_ number: Int, of count: Int, _ name: String) {
    let now = Self.now()
    guard isOn, now - start > 0.5 else { return }
    shownAt = now
    say("\r\(number) of \(count): \(name)\u{1B}[K")
  }

  /// Takes the line away.
  func end() {
    guard shownAt > 0 else { return }
    say("\r\u{1B}[K")
  }

  private func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(CrashGuard.messages, $0.baseAddress, $0.count) }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

import Glibc

/// What the build put beside the tests.
enum Built {
  static let folder: String = {
    guard let path = realpath("/proc/self/exe", nil) else { return "." }
    defer { free(path) }
    let text = String(cString: path)
    return text.lastIndex(of: "/").map { String(text[..<$0]) } ?? "."
  }()

  static let blues = "\(folder)/blues"
  /// The program of a build for use, which refuses a command line in a fiftieth of the time.
  static let quickBlues = getenv("BLUES_PROGRAM").map { String(cString: $0) } ?? blues
  static let shim = "\(folder)/libFaultShim.so"
}

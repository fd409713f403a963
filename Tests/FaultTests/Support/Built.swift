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
  static let shim = "\(folder)/libFaultShim.so"
}

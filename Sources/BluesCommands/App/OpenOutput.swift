internal import Basics
internal import Glibc

/// A descriptor that bytes are written to as they come: standard output, a device or a pipe.
final class OpenOutput: Sendable {
  private let descriptor: Int32
  private let name: String
  private let isOurs: Bool

  static let standard = OpenOutput(STDOUT_FILENO, "standard output")

  private init(_ descriptor: Int32, _ name: String, isOurs: Bool = false) {
    self.descriptor = descriptor
    self.name = name
    self.isOurs = isOurs
  }

  deinit { if isOurs { close(descriptor) } }

  /// What the shell opened already, such as `/dev/stdout` or `/dev/fd/63`; nil for other names.
  static func inherited(_ name: String) -> OpenOutput? {
    let number: Int32? =
      switch name {
      case "-", "/dev/stdout": STDOUT_FILENO
      case "/dev/stderr": STDERR_FILENO
      default:
        ["/dev/fd/", "/proc/self/fd/"].first { name.hasPrefix($0) }
          .flatMap { Int32(name.dropFirst($0.count)) }
      }
    guard let number, fcntl(number, F_GETFL) >= 0 else { return nil }
    return number == STDOUT_FILENO ? standard : OpenOutput(number, name)
  }

  /// A device or a pipe, which is written into and stays what it is; a pipe is waited for until a
  /// program reads from it, and that is said.
  static func device(_ name: String) throws -> OpenOutput {
    var found = open(name.fileName, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    if found < 0, errno == ENXIO {
      Console.say("blues: \(name) is a pipe that no program reads from yet; waiting for one")
      found = open(name.fileName, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    } else if found >= 0 {
      _ = fcntl(found, F_SETFL, fcntl(found, F_GETFL) & ~O_NONBLOCK)
    }
    guard found >= 0 else {
      throw OutputProblem.cannotCreate(name, String(cString: strerror(errno)))
    }
    return OpenOutput(found, name, isOurs: true)
  }

  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw OutputProblem.cannotWrite(name, String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(count)
    }
  }
}

internal import Basics
internal import Glibc

/// Where a program is that a command runs.
enum ProgramPath {
  /// The program's place in the folders of `PATH` that are whole paths.
  static func find(_ name: String) -> String? {
    let folders = (Environment.variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin")
      .split(separator: ":").filter { $0.hasPrefix("/") }
    return folders.map { "\($0)/\(name)" }.first { access($0.fileName, X_OK) == 0 }
  }
}

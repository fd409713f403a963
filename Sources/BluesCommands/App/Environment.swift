internal import Basics
internal import BluesCore
internal import Glibc

/// What the process finds around it (environment, clock, terminal), where only the App room looks.
enum Environment {
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = FileName.text(value)
    return text.isEmpty ? nil : text
  }

  /// Today by the machine's clock and zone, or by `BLUES_TODAY`.
  static func today() throws -> Day {
    if let text = variable("BLUES_TODAY") {
      guard let day = Day(iso: text) else { throw EnvironmentProblem.badToday(text) }
      return day
    }
    return Clock.localDay(Clock.now)
  }

  /// This instant in UTC.
  ///
  /// Where `BLUES_TODAY` is set it is noon of that day, so that output repeats; or the end of the
  /// day where the user is, if that comes before noon in Greenwich.
  static func instant() -> String {
    guard let day = variable("BLUES_TODAY").flatMap({ Day(iso: $0) }) else {
      return Clock.text(Clock.now)
    }
    return min("\(day)T12:00:00Z", Clock.text(Clock.end(of: day)))
  }

  static func user() -> String {
    variable("BLUES_USER") ?? variable("USER") ?? variable("LOGNAME") ?? account() ?? "unknown"
  }

  /// The name of the account by the system's own list.
  private static func account() -> String? {
    guard let name = getpwuid(geteuid())?.pointee.pw_name else { return nil }
    let text = String(cString: name)
    return text.isEmpty ? nil : text
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal on stdout; nil when stdout is a file or a pipe.
  static func width() -> Int? { width(of: STDOUT_FILENO) }

  /// The columns of the terminal that something is written to; nil for a file or a pipe.
  static func width(of descriptor: Int32) -> Int? {
    guard isTerminal(descriptor) else { return nil }
    return size(descriptor)?.columns ?? variable("COLUMNS").flatMap { Int($0) } ?? 80
  }

  static func height() -> Int? { size()?.rows }

  private static func size(_ descriptor: Int32 = STDOUT_FILENO) -> (columns: Int, rows: Int)? {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
      return nil
    }
    return (Int(window.ws_col), Int(window.ws_row))
  }

  /// Whether a command without `--db` has a project to work on.
  static var isInProject: Bool {
    projectFile(nil).map { access($0.fileName, F_OK) == 0 } ?? false
  }

  /// Whether something has a name.
  static func isThere(_ path: String) -> Bool { access(path.fileName, F_OK) == 0 }

  /// Whether a path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    var found = stat()
    return stat(path.fileName, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
  }

  /// `--db`, else `BLUES_DB`, else the nearest `blues.db` from here upwards.
  static func projectFile(_ given: String?) -> String? {
    if let path = given ?? variable("BLUES_DB") { return path }
    guard let here = getcwd(nil, 0) else { return nil }
    defer { free(here) }
    var folder = FileName.text(here)
    while true {
      let path = folder == "/" ? "/blues.db" : "\(folder)/blues.db"
      if access(path.fileName, F_OK) == 0 { return path }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
  }
}

/// What is wrong with the environment.
enum EnvironmentProblem: Problem, Equatable {
  case badToday(String)
  case noProject

  var message: String {
    switch self {
    case .badToday(let text): "BLUES_TODAY is not a date: \(text)."
    case .noProject: "No project found: blues.db is missing here and in the folders above."
    }
  }

  var hint: String? {
    switch self {
    case .badToday: "write it as 2021-03-31"
    case .noProject: "blues init --template blues"
    }
  }

  var kind: ProblemKind {
    switch self {
    case .badToday: .usage
    case .noProject: .missingInput
    }
  }
}

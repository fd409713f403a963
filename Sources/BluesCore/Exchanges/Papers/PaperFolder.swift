internal import Basics
internal import GRDB
internal import Glibc

/// Where the papers of a project lie: beside its file, or anywhere else.
struct PaperFolder {
  /// The folder of the project file, as it was named.
  let folder: String
  /// The name of the folder for copies, such as `blues.papers`.
  let copies: String

  init(projectFile: String) {
    folder = Store.folder(of: projectFile)
    let name = projectFile.split(separator: "/").last.map(String.init) ?? "blues.db"
    copies = "\(name.hasSuffix(".db") ? String(name.dropLast(3)) : name).papers"
  }

  /// Where a registered file lies now.
  func path(of file: String) -> String {
    file.utf8.first == UInt8(ascii: "/") ? file : "\(folder)/\(file)"
  }

  /// How a file is registered: from the project's folder when it lies inside, so that both can
  /// move together, and from the root otherwise.
  func registered(_ path: String) throws -> String {
    let whole = try Self.resolved(path)
    let home = Array(try Self.resolved(folder).utf8)
    let inside = home == [UInt8(ascii: "/")] ? home : home + [UInt8(ascii: "/")]
    let bytes = Array(whole.utf8)
    guard bytes.starts(with: inside) else { return whole }
    return String(decoding: bytes.dropFirst(inside.count), as: UTF8.self)
  }

  /// The first free name for a copy: `blues.papers/EX-001/travel-proof-1.pdf`.
  func freeName(_ code: ExchangeCode, _ kind: String, like path: String, from number: Int = 1)
    -> (name: String, number: Int)
  {
    var number = number
    while true {
      let name = "\(copies)/\(code)/\(kind)-\(number)\(Self.ending(of: path))"
      var found = stat()
      if lstat(self.path(of: name).fileName, &found) != 0 { return (name, number) }
      number += 1
    }
  }

  /// Copies a file beside the project, whole or not at all, and never over another one.
  ///
  /// Until the paper is in the register the copy has a second name with the number of the process,
  /// by which a later command tells it from a file that somebody put there; the caller removes it.
  /// The number tells apart the copies that one process makes.
  func copy(
    _ path: String, _ digest: FileDigest, _ code: ExchangeCode, _ kind: String, number: Int = 0
  ) throws -> (name: String, draft: String) {
    let place = self.path(of: "\(copies)/\(code)")
    for made in [self.path(of: copies), place]
    where mkdir(made.fileName, 0o700) != 0 && errno != EEXIST {
      throw PaperProblem.cannotCopy(path: made, detail: Self.reason())
    }
    let draft = "\(copies)/.\(code).\(kind)\(number == 0 ? "" : ".\(number)").part-\(getpid())"
    let temporary = self.path(of: draft)
    var isWhole = false
    defer { if !isWhole { unlink(temporary.fileName) } }
    try Self.copy(path, to: temporary)
    guard try FileDigest(path: temporary) == digest else {
      throw PaperProblem.changedMeanwhile(path: path)
    }
    var free = freeName(code, kind, like: path)
    // link() refuses a name that has come into being since, where rename() would replace it.
    while link(temporary.fileName, self.path(of: free.name).fileName) != 0 {
      guard errno == EEXIST else {
        throw PaperProblem.cannotCopy(path: free.name, detail: Self.reason())
      }
      free = freeName(code, kind, like: path, from: free.number + 1)
    }
    let code = FolderEntry.sync(place)
    guard code == 0 else {
      discard(free.name)
      throw PaperProblem.cannotCopy(path: free.name, detail: String(cString: strerror(code)))
    }
    isWhole = true
    return (free.name, draft)
  }

  /// Removes the copies of commands that were killed before their paper was in the register.
  func clearLeftovers(_ db: Database) throws -> [String] {
    let folder = path(of: copies)
    var cleared: [String] = []
    for draft in Leftovers.names(in: folder) {
      guard let stem = Leftovers.stem(of: draft, mark: ".part-"),
        let code = stem.split(separator: ".").first
      else { continue }
      for name in Leftovers.names(in: "\(folder)/\(code)") {
        let copy = "\(copies)/\(code)/\(name)"
        guard Self.isOne("\(folder)/\(draft)", path(of: copy)) else { continue }
        let isRegistered = try Bool.fetchOne(
          db, sql: "SELECT EXISTS (SELECT 1 FROM paper WHERE file = ?)", arguments: [copy])
        if isRegistered == false, Leftovers.remove(path(of: copy)) { cleared.append(copy) }
      }
      if Leftovers.remove("\(folder)/\(draft)") { cleared.append("\(copies)/\(draft)") }
    }
    return cleared
  }

  /// Whether two names are of one file.
  private static func isOne(_ name: String, _ other: String) -> Bool {
    var (one, another) = (stat(), stat())
    guard lstat(name.fileName, &one) == 0, lstat(other.fileName, &another) == 0 else {
      return false
    }
    return one.st_ino == another.st_ino && one.st_dev == another.st_dev
  }

  /// Takes a copy away again whose paper did not make it into the project.
  func discard(_ name: String) { unlink(path(of: name).fileName) }

  private static func copy(_ path: String, to copy: String) throws {
    let source = open(path.fileName, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw FileProblem(path: path, code: errno) }
    defer { close(source) }
    let target = open(copy.fileName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw PaperProblem.cannotCopy(path: copy, detail: reason()) }
    defer { close(target) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileProblem(path: path, code: errno) }
      if count == 0 { break }
      var rest = buffer[..<count]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { write(target, $0.baseAddress, $0.count) }
        if written < 0, errno == EINTR { continue }
        guard written > 0 else { throw PaperProblem.cannotCopy(path: copy, detail: reason()) }
        rest = rest.dropFirst(written)
      }
    }
    guard fsync(target) == 0 else { throw PaperProblem.cannotCopy(path: copy, detail: reason()) }
  }

  private static func resolved(_ path: String) throws -> String {
    guard let found = realpath(path.fileName, nil) else {
      throw FileProblem(path: path, code: errno)
    }
    defer { free(found) }
    return FileName.text(found)
  }

  /// The ending of a file's name with its point; none when it is long or has other signs.
  private static func ending(of path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, (1...8).contains(last.count),
      last.allSatisfy(\.isAlphanumeric)
    else { return "" }
    return ".\(String(decoding: last, as: UTF8.self).asciiLowered)"
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}

extension Papers {
  /// What a command that was killed left among the papers is cleared by the next one that writes.
  static let hooks: StoreHooks = {
    var hooks = StoreHooks()
    hooks.afterOpening = [{ try PaperFolder(projectFile: $1).clearLeftovers($0) }]
    return hooks
  }()
}

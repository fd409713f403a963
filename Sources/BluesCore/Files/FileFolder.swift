internal import Basics
internal import Glibc

/// Where the papers and documents of a project lie: beside its file, or anywhere else.
struct FileFolder {
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

  /// Opens a registered file to read it; the descriptor becomes the caller's.
  ///
  /// A path from the project's folder is followed part by part and never out of it: what a project
  /// file says of its papers may be written by anybody, and a link among them may lead anywhere.
  func openToRead(_ file: String) throws(FileProblem) -> Int32 {
    let path = path(of: file)
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
    guard file.utf8.first != UInt8(ascii: "/") else {
      let descriptor = open(path.fileName, flags)
      guard descriptor >= 0 else { throw Self.problem(path, errno) }
      return descriptor
    }
    var here = open(folder.fileName, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard here >= 0 else { throw FileProblem(path: path, code: errno) }
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !["", ".", ".."].contains($0) }), let last = parts.popLast() else {
      close(here)
      throw .outside(path: path)
    }
    for part in parts {
      let next = openat(here, part.fileName, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
      let code = errno
      // Of a link that is to be a folder Linux says that it is none.
      let isLink = next < 0 && code == ENOTDIR && Self.isLink(part, in: here)
      close(here)
      guard next >= 0 else { throw Self.problem(path, isLink ? ELOOP : code) }
      here = next
    }
    defer { close(here) }
    let descriptor = openat(here, last.fileName, flags)
    guard descriptor >= 0 else { throw Self.problem(path, errno) }
    return descriptor
  }

  /// What is in place of a registered file, told from all others.
  func digest(of file: String) throws(FileProblem) -> FileDigest {
    let descriptor = try openToRead(file)
    defer { close(descriptor) }
    return try FileDigest(descriptor: descriptor, path: path(of: file))
  }

  private static func problem(_ path: String, _ code: Int32) -> FileProblem {
    code == ELOOP ? .outside(path: path) : FileProblem(path: path, code: code)
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
  func freeName(_ code: String, _ kind: String, like path: String, from number: Int = 1)
    -> (name: String, number: Int)
  {
    var number = number
    while true {
      let name = "\(copies)/\(Self.name(of: code))/\(kind)-\(number)\(Self.ending(of: path))"
      var found = stat()
      if lstat(self.path(of: name).fileName, &found) != 0 { return (name, number) }
      number += 1
    }
  }

  /// The name of the folder of a record; a slash in a code would lead elsewhere.
  private static func name(of code: String) -> String {
    let name = String(code.map { $0 == "/" ? "-" : $0 })
    return name.hasPrefix(".") ? "-\(name)" : name
  }

  /// Copies a file beside the project, whole or not at all, and never over another one.
  ///
  /// Until the file is in the register the copy has a second name with the number of the process,
  /// by which a later command tells it from a file that somebody put there; the caller removes it.
  /// The number tells apart the copies that one process makes.
  func copy(
    _ path: String, _ digest: FileDigest, _ code: String, _ kind: String, number: Int = 0
  ) throws -> (name: String, draft: String) {
    let folder = Self.name(of: code)
    let place = self.path(of: "\(copies)/\(folder)")
    for made in [self.path(of: copies), place] where mkdir(made.fileName, 0o700) != 0 {
      guard errno == EEXIST else {
        throw CopyProblem.cannotCopy(path: made, detail: Self.reason())
      }
      guard !Self.isLink(made) else {
        throw CopyProblem.cannotCopy(path: made, detail: "it is a symbolic link")
      }
    }
    let draft = "\(copies)/.\(folder).\(kind)\(number == 0 ? "" : ".\(number)").part-\(getpid())"
    let temporary = self.path(of: draft)
    var isWhole = false
    defer { if !isWhole { unlink(temporary.fileName) } }
    try Self.copy(path, to: temporary)
    guard try FileDigest(path: temporary) == digest else {
      throw CopyProblem.changedMeanwhile(path: path)
    }
    var free = freeName(code, kind, like: path)
    // link() refuses a name that has come into being since, where rename() would replace it.
    while link(temporary.fileName, self.path(of: free.name).fileName) != 0 {
      guard errno == EEXIST else {
        throw CopyProblem.cannotCopy(path: free.name, detail: Self.reason())
      }
      free = freeName(code, kind, like: path, from: free.number + 1)
    }
    // A folder that is new, here or left by a command that failed, is in its own folder's list.
    for folder in [place, self.path(of: copies), self.folder] {
      let failed = FolderEntry.sync(folder)
      guard failed == 0 else {
        discard(free.name)
        throw CopyProblem.cannotCopy(path: free.name, detail: String(cString: strerror(failed)))
      }
    }
    isWhole = true
    return (free.name, draft)
  }

  /// Removes the copies of commands that were killed before their file was in a register.
  func clearLeftovers(isRegistered: (String) throws -> Bool) throws -> [String] {
    let folder = path(of: copies)
    var cleared: [String] = []
    for draft in Leftovers.names(in: folder) {
      guard let stem = Leftovers.stem(of: draft, mark: ".part-"),
        let code = Self.code(of: stem)
      else { continue }
      for name in Leftovers.names(in: "\(folder)/\(code)") {
        let copy = "\(copies)/\(code)/\(name)"
        guard Self.isOne("\(folder)/\(draft)", path(of: copy)) else { continue }
        if try !isRegistered(copy), Leftovers.remove(path(of: copy)) { cleared.append(copy) }
      }
      if Leftovers.remove("\(folder)/\(draft)") { cleared.append("\(copies)/\(draft)") }
    }
    return cleared
  }

  /// What `clearLeftovers` looks at: copies that dead commands did not finish.
  func leftovers() -> [String] {
    Leftovers.names(in: path(of: copies)).filter { Leftovers.stem(of: $0, mark: ".part-") != nil }
      .map { "\(copies)/\($0)" }
  }

  /// The folder that a draft `.D1.1.report.2` belongs to: what is before its kind and number.
  private static func code(of stem: String) -> String? {
    var parts = stem.split(separator: ".").map(String.init)
    if let last = parts.last, last.allSatisfy(\.isNumber) { parts.removeLast() }
    return parts.count > 1 ? parts.dropLast().joined(separator: ".") : nil
  }

  private static func isLink(_ path: String, in folder: Int32 = AT_FDCWD) -> Bool {
    var found = stat()
    return fstatat(folder, path.fileName, &found, AT_SYMLINK_NOFOLLOW) == 0
      && found.st_mode & S_IFMT == S_IFLNK
  }

  /// Whether two names are of one file.
  private static func isOne(_ name: String, _ other: String) -> Bool {
    var (one, another) = (stat(), stat())
    guard lstat(name.fileName, &one) == 0, lstat(other.fileName, &another) == 0 else {
      return false
    }
    return one.st_ino == another.st_ino && one.st_dev == another.st_dev
  }

  /// Takes a copy away again whose file did not make it into the project.
  func discard(_ name: String) { unlink(path(of: name).fileName) }

  private static func copy(_ path: String, to copy: String) throws {
    let source = open(path.fileName, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw FileProblem(path: path, code: errno) }
    defer { close(source) }
    let target = open(copy.fileName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard target >= 0 else { throw CopyProblem.cannotCopy(path: copy, detail: reason()) }
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
        guard written > 0 else { throw CopyProblem.cannotCopy(path: copy, detail: reason()) }
        rest = rest.dropFirst(written)
      }
    }
    guard fsync(target) == 0 else { throw CopyProblem.cannotCopy(path: copy, detail: reason()) }
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

extension Store {
  /// The folder for copies of registered files beside a project file, such as `blues.papers`.
  package static func copies(beside projectFile: String) -> String {
    let place = FileFolder(projectFile: projectFile)
    return "\(place.folder)/\(place.copies)"
  }
}

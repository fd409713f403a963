internal import Basics
internal import Glibc
internal import Tabular

/// A look through the files of the project's folder for a person's data, as their bytes have it.
///
/// Workbooks, Word documents and other zip archives are searched part by part. PDF is compressed in
/// another way, and is not searched.
struct FolderScan {
  /// The texts that are looked for, by the number of their first two bytes.
  private let needles: [Int: [[UInt8]]]
  /// Whether any of them begins so, by the same number: almost no bytes of a file do.
  private let begins: [Bool]
  private let longest: Int
  /// Files are read up to this size, and folders down to this depth.
  private static let mostBytes = 1 << 28
  private static let depth = 4

  /// Looks for the words of all the persons in one reading of each file.
  init(_ persons: [PersonWords]) {
    let texts = persons.reduce(into: Set<String>()) { texts, words in
      texts.formUnion(words.emails + words.spellings + words.numbers)
      texts.formUnion(words.names.map { $0.joined(separator: " ") })
    }
    let all = texts.filter { $0.utf8.count >= 5 }.flatMap { text in
      // UTF-8 and UTF-16; both are searched with the letters of ASCII in one case.
      [Array(text.utf8), text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }]
        .map { $0.map(\.lowered) }
    }
    let needles = Dictionary(grouping: all) { Self.beginning($0[0], $0[1]) }
    self.needles = needles
    begins = (0..<1 << 16).map { needles[$0] != nil }
    longest = all.map(\.count).max() ?? 0
  }

  private static func beginning(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first) << 8 | Int(second)
  }

  /// The paths below a folder, from there, of files that hold one of the texts.
  func files(below folder: String, besides spared: Set<String>) -> [String] {
    guard !needles.isEmpty else { return [] }
    var found: [String] = []
    look(folder, "", Self.depth, spared, &found)
    return found
  }

  private func look(
    _ folder: String, _ below: String, _ depth: Int, _ spared: Set<String>, _ found: inout [String]
  ) {
    for name in FolderEntry.names(in: folder) ?? [] {
      let path = "\(folder)/\(name)"
      var about = stat()
      guard lstat(path.fileName, &about) == 0, !spared.contains(below + name) else { continue }
      if about.st_mode & S_IFMT == S_IFDIR {
        if depth > 1 { look(path, "\(below)\(name)/", depth - 1, spared, &found) }
      } else if about.st_mode & S_IFMT == S_IFREG, about.st_size <= Self.mostBytes, holds(path) {
        found.append(below + name)
      }
    }
  }

  private func holds(_ path: String) -> Bool {
    let file = open(path.fileName, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var tail: [UInt8] = []
    var isFirst = true
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      if isFirst, buffer.starts(with: Self.archive), holdsInside(path) { return true }
      isFirst = false
      let bytes = tail + buffer[..<count].map(\.lowered)
      if has(bytes) { return true }
      tail = Array(bytes.suffix(longest))
    }
  }

  /// How a zip archive begins.
  private static let archive: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Whether a part of an archive has one of the texts; false where it cannot be unpacked.
  private func holdsInside(_ path: String) -> Bool {
    guard let parts = try? PackedParts(path) else { return false }
    return parts.contains { has($0.map(\.lowered)) }
  }

  /// Whether one of the texts is among the bytes.
  private func has(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      begins.withUnsafeBufferPointer { begins in
        for place in 0..<max(0, bytes.count - 1) {
          let beginning = Self.beginning(bytes[place], bytes[place + 1])
          guard begins[beginning], let few = needles[beginning] else { continue }
          let rest = bytes[place...]
          if few.contains(where: { rest.starts(with: $0) }) { return true }
        }
        return false
      }
    }
  }
}

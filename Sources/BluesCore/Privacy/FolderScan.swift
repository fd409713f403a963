internal import Basics
internal import Glibc

/// A look through the files of the project's folder for a person's data, as their bytes have it.
///
/// Workbooks, Word documents, PDF and archives are compressed, and cannot be searched so.
struct FolderScan {
  private let needles: [[UInt8]]
  /// Files are read up to this size, and folders down to this depth.
  private static let mostBytes = 1 << 28
  private static let depth = 4

  init(_ words: PersonWords) {
    let names = words.names.map { $0.joined(separator: " ") }
    let texts = Set(words.emails + names + words.spellings + words.numbers)
    needles = texts.filter { $0.utf8.count >= 5 }.flatMap { text in
      // UTF-8 and UTF-16; both are searched with the letters of ASCII in one case.
      [Array(text.utf8), text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }]
        .map { $0.map(\.lowered) }
    }
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
    let longest = needles.map(\.count).max() ?? 0
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var tail: [UInt8] = []
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      let bytes = tail + buffer[..<count].map(\.lowered)
      if needles.contains(where: { Self.has(bytes, $0) }) { return true }
      tail = Array(bytes.suffix(longest))
    }
  }

  private static func has(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      needle.withUnsafeBytes { needle in
        guard var start = bytes.baseAddress, let first = needle.baseAddress else { return false }
        var left = bytes.count
        while left >= needle.count, let found = memchr(start, Int32(needle[0]), left) {
          let place = UnsafeRawPointer(found)
          left -= start.distance(to: place)
          if left >= needle.count, memcmp(place, first, needle.count) == 0 { return true }
          start = place + 1
          left -= 1
        }
        return false
      }
    }
  }
}

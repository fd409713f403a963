import Foundation

/// A disk that is told what was done and keeps what was synced; the rest it keeps or loses.
///
/// A name is kept when its folder is synced, bytes and size when the file is. What a sync that failed
/// was to keep is never kept by a later one, as the kernel drops it.
struct Disk {
  /// What becomes of what was not synced when the power fails.
  enum Loss: CaseIterable {
    /// Nothing is lost, or all of it, or all the bytes and no name, or all the names and no byte.
    case none, all, bytes, names
    /// Half of it, by lot.
    case half, otherHalf, thirdHalf
    /// The last write is done up to a sector of 512 bytes.
    case torn
    /// What came last is done first, as far as a place that is drawn by lot.
    case reordered, reorderedAgain
  }

  /// A thing done to a file.
  private enum Change {
    case write(Int, Data)
    case size(Int)

    func apply(to bytes: inout Data) {
      switch self {
      case .write(let place, let some):
        if bytes.count < place + some.count {
          bytes.append(Data(count: place + some.count - bytes.count))
        }
        bytes.replaceSubrange(place..<place + some.count, with: some)
      case .size(let size):
        if size < bytes.count {
          bytes.removeLast(bytes.count - size)
        } else {
          bytes.append(Data(count: size - bytes.count))
        }
      }
    }
  }

  private struct File {
    var bytes = Data()
    var pending: [Change] = []
  }

  /// A name that a file gets or loses.
  private struct Naming {
    let folder: String
    let names: [(name: String, file: Int?)]
  }

  private var files: [Int: File] = [:]
  private var names: [String: Int] = [:]
  private var pendingNames: [Naming] = []
  /// The names as a program sees them, and folders that are not synced.
  private var seen: [String: Int] = [:]
  private var folders: Set<String>
  private var pendingFolders: [String] = []
  private var current: [UInt64: Int] = [:]
  private var next = 0

  init(_ files: [String: Data], numbers: [String: UInt64]) {
    folders = Set(files.keys.map(Self.folder(of:)))
    for (name, bytes) in files {
      self.files[next] = File(bytes: bytes)
      names[name] = next
      seen[name] = next
      current[numbers[name] ?? 0] = next
      next += 1
    }
  }

  private static func folder(of name: String) -> String {
    name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
  }

  /// Takes in what was done; says whether it can matter.
  mutating func take(_ event: DiskRecord.Event) -> Bool {
    switch event {
    case .create(let number, let name):
      current[number] = next
      files[next] = File()
      if !name.isEmpty { give(name, next) }
      next += 1
    case .write(let number, let place, let bytes): return change(number, .write(place, bytes))
    case .size(let number, let size): return change(number, .size(size))
    case .sync(let number):
      guard let file = current[number] else { return false }
      for change in files[file]?.pending ?? [] {
        change.apply(to: &files[file, default: File()].bytes)
      }
      files[file]?.pending = []
    case .failedSync(let number):
      guard let file = current[number] else { return false }
      files[file]?.pending = []
    case .syncFolder(let folder):
      for naming in pendingNames where naming.folder == folder { apply(naming, to: &names) }
      pendingNames.removeAll { $0.folder == folder }
      for made in pendingFolders where Self.folder(of: made) == folder { folders.insert(made) }
      pendingFolders.removeAll { Self.folder(of: $0) == folder }
    case .link(let number, let name):
      guard let file = current[number] else { return false }
      give(name, file)
    case .remove(let name):
      guard seen[name] != nil else { return false }
      give(name, nil)
    case .rename(let from, let to):
      guard let file = seen[from] else { return false }
      seen[from] = nil
      seen[to] = file
      pendingNames.append(
        Naming(folder: Self.folder(of: to), names: [(from, nil), (to, file)]))
    case .folder(let name): pendingFolders.append(name)
    }
    return true
  }

  private mutating func change(_ number: UInt64, _ change: Change) -> Bool {
    guard let file = current[number] else { return false }
    files[file]?.pending.append(change)
    return true
  }

  private mutating func give(_ name: String, _ file: Int?) {
    seen[name] = file
    pendingNames.append(Naming(folder: Self.folder(of: name), names: [(name, file)]))
  }

  private func apply(_ naming: Naming, to names: inout [String: Int]) {
    for (name, file) in naming.names { names[name] = file }
  }

  /// What is there when the power fails now: the bytes, each with all its names.
  struct State {
    var contents: [(names: [String], bytes: Data)]
  }

  func state(losing loss: Loss, _ random: inout SplitMix64) -> State {
    var names = names
    var folders = folders
    let keepsNames = loss != .all && loss != .names
    let isByLot = [.half, .otherHalf, .thirdHalf].contains(loss)
    for folder in pendingFolders where keepsNames && (!isByLot || random.next() % 2 == 0) {
      folders.insert(folder)
    }
    for naming in pendingNames where keepsNames && (!isByLot || random.next() % 2 == 0) {
      apply(naming, to: &names)
    }
    // What is in a folder that has no name has none either; a log's index is made anew.
    let kept = names.filter { isReachable($0.key, folders) && !$0.key.hasSuffix("-shm") }
    let byFile = Dictionary(grouping: kept.keys.sorted()) { kept[$0] ?? 0 }
    return State(
      contents: byFile.sorted { $0.key < $1.key }.map { file, names in
        (names, files[file].map { bytes(of: $0, losing: loss, &random) } ?? Data())
      })
  }

  private func isReachable(_ name: String, _ folders: Set<String>) -> Bool {
    var folder = Self.folder(of: name)
    while !folder.isEmpty {
      guard folders.contains(folder) else { return false }
      folder = Self.folder(of: folder)
    }
    return true
  }

  private func bytes(of file: File, losing loss: Loss, _ random: inout SplitMix64) -> Data {
    var bytes = file.bytes
    for change in changes(file.pending, losing: loss, &random) { change.apply(to: &bytes) }
    return bytes
  }

  private func changes(
    _ pending: [Change], losing loss: Loss, _ random: inout SplitMix64
  ) -> [Change] {
    switch loss {
    case .none, .names: return pending
    case .all, .bytes: return []
    case .half, .otherHalf, .thirdHalf: return pending.filter { _ in random.next() % 2 == 0 }
    case .torn:
      guard case .write(let place, let bytes)? = pending.last else { return pending }
      let sectors = UInt64(max(1, bytes.count / 512))
      return pending.dropLast() + [.write(place, bytes.prefix(Int(random.next() % sectors) * 512))]
    case .reordered, .reorderedAgain:
      guard !pending.isEmpty else { return [] }
      return Array(pending.reversed().prefix(Int(random.next() % UInt64(pending.count)) + 1))
    }
  }
}

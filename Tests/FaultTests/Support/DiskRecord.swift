import Foundation

/// What a command did to the disk, in order, as the shim wrote it down.
struct DiskRecord {
  /// One thing that was done; a file is known by its number.
  enum Event {
    case create(UInt64, String)
    case write(UInt64, place: Int, Data)
    case size(UInt64, Int)
    case sync(UInt64)
    case failedSync(UInt64)
    case syncFolder(String)
    case link(UInt64, String)
    case remove(String)
    case rename(String, String)
    case folder(String)

    var isWrite: Bool {
      if case .write = self { true } else { false }
    }
  }

  let events: [Event]
  let ending: Command.Ending
  /// The files that were there before, by name, with their numbers.
  let numbers: [String: UInt64]

  /// Runs a command in a folder, with a fault where one is wanted.
  init(of words: [String], in shop: Workshop, fault: Fault? = nil) throws {
    let names = try shop.files()
    numbers = Dictionary(uniqueKeysWithValues: names.map { ($0, Self.number(shop.path($0))) })
    let notes = try Workshop()
    var variables = fault?.environment ?? ["LD_PRELOAD": Built.shim]
    variables["FAULT_RECORD"] = notes.path("record")
    ending = try Command([Built.blues] + words, in: shop.folder, with: variables).run()
    events = Self.events(try notes.read("record"), in: shop.folder)
  }

  private static func number(_ path: String) -> UInt64 {
    var found = stat()
    return stat(path, &found) == 0 ? UInt64(found.st_ino) : 0
  }

  private static func events(_ bytes: Data, in folder: String) -> [Event] {
    var events: [Event] = []
    var start = 0
    func number(_ place: Int) -> UInt64 {
      bytes[place..<place + 8].enumerated().reduce(0) { $0 | UInt64($1.element) << ($1.offset * 8) }
    }
    while start < bytes.count {
      let (file, place, size) = (number(start + 1), number(start + 9), Int(number(start + 17)))
      let content = Data(bytes[start + 25..<start + 25 + size])
      let letter = bytes[start]
      start += 25 + size
      let names = content.split(separator: 0).compactMap {
        name(String(decoding: $0, as: UTF8.self), in: folder)
      }
      switch UInt8(letter) {
      case UInt8(ascii: "c"):
        if content.isEmpty { events.append(.create(file, "")) }
        if let name = names.first { events.append(.create(file, name)) }
      case UInt8(ascii: "w"): events.append(.write(file, place: Int(place), content))
      case UInt8(ascii: "t"): events.append(.size(file, Int(place)))
      case UInt8(ascii: "s"): events.append(.sync(file))
      case UInt8(ascii: "f"): events.append(.failedSync(file))
      case UInt8(ascii: "d"): if let name = names.first { events.append(.syncFolder(name)) }
      case UInt8(ascii: "l"): if let name = names.first { events.append(.link(file, name)) }
      case UInt8(ascii: "u"): if let name = names.first { events.append(.remove(name)) }
      case UInt8(ascii: "r"):
        if names.count == 2 { events.append(.rename(names[0], names[1])) }
      case UInt8(ascii: "m"): if let name = names.first { events.append(.folder(name)) }
      default: break
      }
    }
    return events
  }

  /// A name as it is inside the folder, empty for the folder itself; nil for one outside.
  private static func name(_ path: String, in folder: String) -> String? {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let home = folder.split(separator: "/")
    guard parts.starts(with: home) else { return nil }
    return parts.dropFirst(home.count).joined(separator: "/")
  }
}

import Foundation

/// A disk in memory of few kilobytes, which goes when the test is done.
final class SmallDisk {
  static let isPossible: Bool = (try? SmallDisk(kilobytes: 64)) != nil

  let shop: Workshop
  private let place: Workshop

  init(kilobytes: Int) throws {
    place = try Workshop()
    let ending = try Command(
      ["/bin/mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", place.folder], in: "/"
    ).run()
    guard ending.code == 0 else { throw Workshop.UnexpectedEnding(ending: ending) }
    shop = Workshop(takingOver: place.path("."))
  }

  deinit {
    _ = try? Command(["/bin/umount", place.folder], in: "/").run()
  }

  /// The project's files, to be looked at where there is room.
  func files() throws -> [String: Data] {
    try shop.names().reduce(into: [:]) { $0[$1] = try shop.read($1) }
  }
}

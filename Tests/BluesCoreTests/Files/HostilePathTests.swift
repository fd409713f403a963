import Basics
import Documents
import Foundation
import GRDB
import Testing

@testable import BluesCore

/// Paths of papers and documents that no command of ours has written.
@Suite final class `A stored path` {
  private let home: URL
  private let store: Store

  init() throws {
    home = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "blues-paths-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: home.appending(path: "project/blues.papers/EX-001"), withIntermediateDirectories: true)
    let funded = try Store.funded(on: "2021-03-16", [(.validated, "2021-03-05", 41_500)])
    store = Store(
      queue: funded.queue, path: home.appending(path: "project/blues.db").path,
      invocation: funded.invocation, hooks: .rooms)
    try Data("secret".utf8).write(to: home.appending(path: "id_rsa"))
  }

  deinit { try? FileManager.default.removeItem(at: home) }

  /// Registers a path as a project file by mail may have it.
  private func register(_ path: String, _ bytes: String) throws {
    try store.set(
      """
      INSERT INTO paper (id, exchange_id, kind, file, is_copy, sha256, dated)
      VALUES (1, (SELECT id FROM exchange), 'travel-proof', ?, 1, ?, '2021-03-06')
      """, [path, FileDigest(of: Array(bytes.utf8)).sha256])
  }

  private func packed() throws -> (bytes: [UInt8], finding: PackedFinding?) {
    var bytes: [UInt8] = []
    let papers = try store.auditPack.write([.init("EX-001")]) { bytes += $0 }
    return (bytes, papers.first?.finding)
  }

  /// Whether an archive has the secret, and what is told of the paper.
  private func told() throws -> String? {
    let (bytes, finding) = try packed()
    #expect(!String(decoding: bytes, as: UTF8.self).contains("secret"))
    #expect(try store.papers.check().map(\.standing) == [.unreadable])
    return finding?.fault(of: "The paper")
  }

  private func outside(_ path: String) -> String {
    "The paper: \(home.path)/project/\(path) is not read: its path leads out of the folder of the "
      + "project, by .. or by a link."
  }

  @Test(arguments: [
    "../id_rsa", "blues.papers/../../id_rsa", "./../id_rsa", "blues.papers/EX-001/../../../id_rsa",
    "blues.papers//../../id_rsa", "", "..",
  ])
  func `out of the project's folder is not followed`(path: String) throws {
    try register(path, "secret")
    #expect(try told() == outside(path))
  }

  @Test func `by way of a link is not followed, be it the file or a folder`() throws {
    let papers = home.appending(path: "project/blues.papers")
    symlink(home.appending(path: "id_rsa").path, papers.appending(path: "EX-001/a.pdf").path)
    try register("blues.papers/EX-001/a.pdf", "secret")
    #expect(try told() == outside("blues.papers/EX-001/a.pdf"))
    symlink(home.path, papers.appending(path: "EX-002").path)
    try store.set("UPDATE paper SET file = 'blues.papers/EX-002/id_rsa'", [])
    #expect(try told() == outside("blues.papers/EX-002/id_rsa"))
  }

  @Test func `to any place of the disk packs no byte that was not registered, nor its digest`()
    throws
  {
    let path = home.appending(path: "id_rsa").path
    try register(path, "another")
    let (bytes, finding) = try packed()
    #expect(finding == .changed(nil))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("secret"))
    #expect(!text.contains(FileDigest(of: Array("secret".utf8)).sha256))
    try store.set("UPDATE paper SET sha256 = ?", [FileDigest(of: Array("secret".utf8)).sha256])
    #expect(try packed().finding == .intact)
  }

  @Test func `to a pipe or a device is not waited for`() throws {
    mkfifo(home.appending(path: "project/pipe").path, 0o600)
    try register("pipe", "secret")
    #expect(
      try told() == "The paper: \(home.path)/project/pipe is not a file: it is a folder, a pipe "
        + "or a device.")
  }

  @Test func `a folder of papers that is a link takes no copy`() throws {
    try FileManager.default.removeItem(at: home.appending(path: "project/blues.papers"))
    symlink(home.path, home.appending(path: "project/blues.papers").path)
    let folder = FileFolder(projectFile: store.path)
    let file = home.appending(path: "id_rsa").path
    let digest = try FileDigest(path: file)
    #expect(
      throws: CopyProblem.cannotCopy(
        path: "\(home.path)/project/blues.papers", detail: "it is a symbolic link")
    ) { try folder.copy(file, digest, "D1.1", "report") }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: home.path).sorted() == [
        "id_rsa", "project",
      ])
  }
}

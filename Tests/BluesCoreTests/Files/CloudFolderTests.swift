import Foundation
import Testing

@testable import BluesCore

/// Places in which a project file is not safe.
@Suite struct `Folders of other machines` {
  private let folder: ProjectFolder

  init() throws { folder = try ProjectFolder() }

  private func service(_ below: String) throws -> String? {
    let place = folder.url.appending(path: below)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    return CloudFolder.service(of: place.appending(path: "blues.db").path)
  }

  @Test(arguments: [
    ("Dropbox/grant", "Dropbox"), ("OneDrive - Example", "OneDrive"), ("a/Nextcloud", "Nextcloud"),
    ("Google Drive/x/y", "Google Drive"),
  ]) func `a folder of a service is known by its name`(below: String, service: String) throws {
    #expect(try self.service(below) == service)
  }

  @Test func `and by the file that the service keeps in it`() throws {
    #expect(try service("sync/grant") == nil)
    try Data().write(to: folder.url.appending(path: "sync/.stfolder"))
    #expect(try service("sync/grant") == "Syncthing")
  }

  @Test func `other folders are of none`() throws {
    #expect(try service("Dropboxes") == nil)
    #expect(CloudFolder.service(of: folder.path("missing/blues.db")) == nil)
  }

  @Test(
    arguments: [
      (0x6969, "NFS"), (0x517B, "SMB"), (0xFF53_4D42, "CIFS"),
      // As a signed number of 32 bits.
      (-0xAC_B2BE, "CIFS"), (0xEF53, nil), (0x0102_1994, nil),
    ] as [(Int, String?)])
  func `file systems of networks are known by their numbers`(number: Int, name: String?) {
    #expect(NetworkDrive.name(ofType: number) == name)
  }

  @Test func `a local folder is on none`() throws {
    #expect(NetworkDrive.name(at: folder.url.path) == nil)
  }
}

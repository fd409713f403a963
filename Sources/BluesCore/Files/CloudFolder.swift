internal import Basics
internal import Glibc

/// Folders that a service copies to other machines while a project in them changes.
package enum CloudFolder {
  /// How folders of services are called, in small letters.
  private static let names: [(name: String, service: String)] = [
    ("dropbox", "Dropbox"), ("onedrive", "OneDrive"), ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"), ("google drive", "Google Drive"), ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"), ("icloud drive", "iCloud"), ("pclouddrive", "pCloud"),
    ("seafile", "Seafile"),
  ]

  /// Files that services keep in the uppermost folder that they copy.
  private static let marks: [(name: String, service: String)] = [
    (".dropbox", "Dropbox"), (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"), (".owncloudsync.log", "ownCloud"),
    (".stfolder", "Syncthing"),
  ]

  /// The service that copies the folder of a file; nil where there is no sign of one.
  package static func service(of path: String) -> String? {
    guard let found = realpath(Store.folder(of: path).fileName, nil) else { return nil }
    defer { free(found) }
    var folder = FileName.text(found)
    while folder != "/", let slash = folder.lastIndex(of: "/") {
      let name = folder[folder.index(after: slash)...].lowercased()
      let named = names.first { name == $0.name || name.hasPrefix("\($0.name) - ") }
      if let service = named?.service { return service }
      let marked = marks.first { access("\(folder)/\($0.name)".fileName, F_OK) == 0 }
      if let service = marked?.service { return service }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    return nil
  }
}

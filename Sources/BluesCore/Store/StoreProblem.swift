package import Basics

/// Why a project file cannot be opened, read or changed.
package enum StoreProblem: Problem, Equatable {
  case missing(path: String)
  case alreadyThere(path: String)
  case notAProject(path: String)
  /// A folder, a pipe or a device.
  case notAFile(path: String)
  /// A folder on the way may not be entered.
  case barred(path: String)
  case damaged(path: String, detail: String)
  /// An object that no command of ours laid out, such as `the trigger evil`, and what is wrong with it.
  case foreign(path: String, object: String, fault: String)
  /// The file system of another machine, such as `NFS`.
  case networkDrive(path: String, name: String)
  case newer(path: String, found: Int, known: Int)
  case pendingLog(path: String)
  case readOnly(path: String)
  case unreadable(path: String)
  case cannotCreate(path: String, detail: String)
  case cannotOpen(path: String)
  case busy
  case full(path: String)
  case diskFailed(path: String, detail: String)
  case failed(detail: String)

  package var message: String {
    switch self {
    case .missing(let path): "Project file not found: \(path)."
    case .alreadyThere(let path): "\(path) already exists."
    case .notAProject(let path): "\(path) is not a blues project file."
    case .notAFile(let path): "\(path) is not a file, but a folder, a pipe or a device."
    case .barred(let path): "\(path) cannot be reached: access to a folder in its path is denied."
    case .damaged(let path, let detail): "\(path) is damaged: \(detail)."
    case .foreign(let path, let object, let fault): "\(path): \(object) \(fault)."
    case .networkDrive(let path, let name):
      "\(path) is on a network drive (\(name)), where two commands at once can damage it: "
        + "it is only read there."
    case .newer(let path, let found, let known):
      "\(path) was written by a newer blues: its layout is \(found), this one knows \(known)."
    case .pendingLog(let path):
      "\(path) has changes in its journal, and its folder cannot be written."
    case .readOnly(let path): "\(path) cannot be written."
    case .unreadable(let path): "\(path) cannot be read: its permissions do not allow it."
    case .cannotCreate(let path, let detail): "\(path) cannot be created: \(detail)."
    case .cannotOpen(let path): "\(path), or a file beside it, cannot be opened."
    case .busy: "Another command is writing to the project and did not finish in time."
    case .full(let path): "The disk that holds \(path) is full; nothing was changed."
    case .diskFailed(let path, let detail):
      "The disk that holds \(path) reported an error: \(detail)."
    case .failed(let detail): "The project file could not be used: \(detail)."
    }
  }

  package var hint: String? {
    switch self {
    case .missing: "blues init --template blues"
    case .alreadyThere: "choose another name with --db, or move that file away first"
    case .notAProject, .notAFile: "name the project file with --db PATH"
    case .damaged: Self.damageHint
    case .foreign:
      "another program changed the file: ask who sent it, or restore a backup: blues restore BACKUP"
    case .newer: "install the newer blues"
    case .pendingLog: "copy the file together with its -wal file to a folder of your own"
    case .unreadable, .barred: "change its permissions, or ask its owner for a copy"
    case .networkDrive: "keep the project on a disk of this machine; share backups or dumps of it"
    case .readOnly: "copy the file to a folder of your own, or change its permissions"
    case .cannotCreate: "name another place with --db PATH"
    case .cannotOpen:
      "check that its folder can be written and that few files are open, then try again"
    case .busy: "try again in a moment"
    case .diskFailed:
      "check the disk and its free space, and look at blues history before you try again"
    case .full: "free some space and run the command again"
    case .failed: nil
    }
  }

  /// What to do about a file that holds what no command of ours wrote.
  static let damageHint = "copy the file, then restore a backup beside it"

  package var kind: ProblemKind {
    switch self {
    case .missing: .missingInput
    case .alreadyThere: .conflict
    case .notAProject, .notAFile, .damaged, .foreign: .badData
    case .newer: .conflict
    case .failed: .failed
    case .pendingLog, .readOnly, .unreadable, .barred, .networkDrive: .notPermitted
    case .cannotCreate: .cannotCreate
    case .busy: .busy
    case .full, .diskFailed, .cannotOpen: .inputOutput
    }
  }
}

package import Basics

/// Why a backup cannot be made or restored.
package enum BackupProblem: Problem, Equatable {
  case thereAlready(String)
  case noFolder(String)
  case cannotWrite(String, detail: String)
  /// The copy is not what was copied; it is removed.
  case unsound(String, detail: String)
  case encrypted(String)
  /// The backup and the project are one file.
  case same(String)
  case keep(Int)
  case keepOfFile(String)

  /// What the files of `age` begin with.
  static let ageMark = Array("age-encryption.org/".utf8)

  package var message: String {
    switch self {
    case .thereAlready(let path): "\(path) already exists."
    case .noFolder(let path): "Folder not found: \(path)."
    case .cannotWrite(let path, let detail): "\(path) cannot be written: \(detail)."
    case .unsound(let path, let detail): "\(path) is not a sound copy: \(detail)."
    case .encrypted(let path): "\(path) is encrypted."
    case .same(let path): "\(path) is the project file itself."
    case .keep(let count): "Not a number of backups to keep: \(count)."
    case .keepOfFile(let path): "--keep needs a folder, and \(path) is not one."
    }
  }

  package var hint: String? {
    switch self {
    case .thereAlready: "choose another name, or name a folder"
    case .noFolder:
      "make the folder first, leave out the slash at the end, or make it with --keep 7"
    case .cannotWrite: "check that its folder can be written and has free space"
    case .unsound: "blues check"
    case .encrypted(let path): "age --decrypt --identity KEYFILE --output FILE \(path)"
    case .same: "name the backup"
    case .keep: "a number from 1 up, such as 7"
    case .keepOfFile: "name a folder, such as backups/, which gets a file for each backup"
    }
  }

  package var kind: ProblemKind {
    switch self {
    case .thereAlready, .cannotWrite: .cannotCreate
    case .noFolder: .missingInput
    case .unsound, .encrypted: .badData
    case .same, .keep, .keepOfFile: .usage
    }
  }
}

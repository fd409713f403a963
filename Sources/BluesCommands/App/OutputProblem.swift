internal import Basics
internal import BluesCore
internal import Documents

/// Why an answer cannot be written.
enum OutputProblem: Problem, Equatable {
  case thereAlready(String)
  case cannotCreate(String, String)
  case cannotWrite(String, String)
  /// A file that no answer may replace, and what it is.
  case kept(String, String)
  case link(String)
  /// A folder that holds other things than a command of ours wrote.
  case foreignFolder(String)
  /// The name, and its ending, which no format has.
  case unknownEnding(String, String)
  /// Two options that name one file.
  case sameFile(String, options: [String])
  /// An empty name for a file.
  case noName
  case notForTerminals
  case noCard

  var message: String {
    switch self {
    case .thereAlready(let path): "\(path) already exists."
    case .cannotCreate(let path, let why): "\(path) cannot be created: \(why)."
    case .cannotWrite(let path, let why): "\(path) cannot be written: \(why)."
    case .kept(let path, let what): "\(path) is \(what): blues does not overwrite it."
    case .link(let path): "\(path) is a symbolic link: blues does not write over it or through it."
    case .foreignFolder(let path):
      "\(path) holds other files than this command writes: blues does not replace it."
    case .unknownEnding(let path, let ending):
      "\(path): no format has the ending \(ending). Known endings: "
        + "\(Format.allCases.compactMap { $0.traits.endings.first }.joined(separator: ", "))."
    case .sameFile(let path, let options):
      "\(options.joined(separator: " and ")) name the same file: \(path)."
    case .noName: "The name of the output file is empty."
    case .notForTerminals: "A terminal cannot show a workbook, a PDF or a Word document."
    case .noCard: "Only contacts can be written as cards."
    }
  }

  var hint: String? {
    switch self {
    case .thereAlready: "add --force to overwrite it, or choose another name"
    case .cannotCreate, .cannotWrite: nil
    case .kept, .sameFile, .foreignFolder: "choose another name"
    case .link: "name the file that the link leads to, or choose another name"
    case .unknownEnding: "choose one of them, or name the format with --format"
    case .noName: "name a file; - is standard output"
    case .notForTerminals: "name a file with -o"
    case .noCard: "blues partner contact export --format vcard"
    }
  }

  var kind: ProblemKind {
    switch self {
    case .thereAlready, .cannotCreate, .kept, .link, .foreignFolder: .cannotCreate
    case .cannotWrite: .inputOutput
    case .sameFile, .unknownEnding, .noName, .notForTerminals, .noCard: .usage
    }
  }
}

internal import Basics
internal import Glibc

/// Encrypts a file with `age`, which is run without a shell and is given nothing but its words.
struct AgeProcess {
  private let program: String
  private let recipient: String

  /// - Throws: `AgeProblem` where there is no such program, or for what is not a recipient.
  init(recipient: String) throws(AgeProblem) {
    guard ["age1", "ssh-"].contains(where: recipient.hasPrefix) else { throw .recipient(recipient) }
    guard let program = ProgramPath.find("age") else { throw .missing }
    self.program = program
    self.recipient = recipient
  }

  /// - Throws: `AgeProblem.failed`; the encrypted file is mode 0600, and not there before.
  func encrypt(_ plain: String, to encrypted: String) throws {
    let earlier = umask(0o077)
    defer { umask(earlier) }
    let descriptor = open(
      encrypted.fileName, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw AgeProblem.failed(String(cString: strerror(errno))) }
    defer { close(descriptor) }
    let source = open(plain.fileName, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard source >= 0 else { throw AgeProblem.failed(String(cString: strerror(errno))) }
    defer { close(source) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, source, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, descriptor, STDOUT_FILENO)
    let arguments: [String] = [program, "--encrypt", "--recipient", recipient]
    let environment: [String] = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]
    var words = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var child = pid_t()
    let code = posix_spawn(&child, program.fileName, &actions, nil, &words, &variables)
    guard code == 0 else { throw AgeProblem.failed(String(cString: strerror(code))) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw AgeProblem.failed("age ended with an error") }
    guard fsync(descriptor) == 0 else {
      throw AgeProblem.failed(String(cString: strerror(errno)))
    }
  }
}

/// Why a backup cannot be encrypted.
enum AgeProblem: Problem, Equatable {
  case missing
  case recipient(String)
  case failed(String)

  var message: String {
    switch self {
    case .missing: "The program age is not installed; backups are encrypted with it."
    case .recipient(let text): "Not a recipient of age: \(text)."
    case .failed(let detail): "The backup cannot be encrypted: \(detail)."
    }
  }

  var hint: String? {
    switch self {
    case .missing: "sudo apt install age"
    case .recipient: "a public key that begins with age1 or ssh-; age-keygen makes one"
    case .failed: nil
    }
  }

  var kind: ProblemKind {
    switch self {
    case .missing, .failed: .cannotCreate
    case .recipient: .usage
    }
  }
}

internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Pack the papers of exchanges for an audit: a zip archive with an index.",
    discussion: examples(
      "blues exchange pack EX-001 EX-002 -o audit.zip",
      note: """
        The index, index.html and index.csv, lists every registered paper with its kind, date, \
        signatures and SHA-256. Each file is compared with the SHA-256 of its registration. The \
        index and stderr name each file that is missing or was changed; the archive is still \
        written, and the command ends with exit 1.
        """))

  @Argument(help: "The exchanges, such as EX-017.", transform: Read.exchange)
  var codes: [ExchangeCode]
  @OptionGroup var store: StoreOptions
  @OptionGroup var file: FileOptions

  func run() throws {
    guard file.path != nil || Environment.width() == nil else {
      throw ValidationError("A terminal cannot show an archive. Name a file with -o.")
    }
    var seen: Set<ExchangeCode> = []
    let codes = codes.filter { seen.insert($0).inserted }
    let pack = try store.toRead(for: file).auditPack
    let papers = try file.stream { target in try pack.write(codes, to: target.write) }
    if let path = file.path {
      let count = papers.filter { $0.name != nil }.count
      Console.say(
        "\(path): \(counted(count, "file")) of \(counted(codes.count, "exchange")), and an index.")
    }
    let faults = papers.compactMap(\.fault)
    guard faults.isEmpty else { throw AuditProblem.faults(faults) }
  }
}

internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

/// Packs what stands behind a statement for an audit.
struct CostPackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Pack a statement with its receipts for an audit: a zip archive with an index.",
    discussion: examples(
      "blues partner cost pack NP --period RP1 -o np-rp1.zip",
      note: """
        The archive has the statement (statement.html, statement.csv), its lines (lines.csv), the \
        hours (timesheets.csv), the receipts and papers, an index, and sha256.txt for sha256sum \
        --check. Each file is compared with the SHA-256 of its registration. The index and stderr \
        name each file that is missing or was changed; the archive is still written, and the \
        command ends with exit 1.
        """))

  @Argument(help: "The partner, such as NP.")
  var partner: String
  @Option(help: "The reporting period, such as RP1.")
  var period: String
  @OptionGroup var store: StoreOptions
  @OptionGroup var file: FileOptions

  func run() throws {
    guard file.path != nil || Environment.width() == nil else {
      throw ValidationError("A terminal cannot show an archive. Name a file with -o.")
    }
    let pack = try CostPack(store.toRead(for: file), of: partner, in: period)
    let receipts = try file.stream { target in try pack.write(to: target.write) }
    if let path = file.path {
      let count = receipts.filter { $0.name != nil }.count
      let bare = pack.withoutReceipt(receipts).count
      Console.say(
        "\(path): the statement, its lines, \(counted(count, "file")), and an index"
          + (bare == 0 ? "." : "; \(counted(bare, "line")) without a file."))
    }
    let faults = receipts.compactMap(\.fault)
    guard faults.isEmpty else { throw AuditProblem.faults(faults) }
  }
}

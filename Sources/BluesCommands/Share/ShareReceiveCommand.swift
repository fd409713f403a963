internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

struct ShareReceiveCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive",
    abstract: "Check parcels or a filled workbook, and keep them for a review.",
    discussion: examples(
      "blues share receive BLUES-NP-BNPT-0003.parcel", "blues share receive in",
      "blues share receive in --dry-run", "blues share receive np.xlsx",
      "blues share receive np.xlsx --from NP",
      note: """
        Size, SHA-256, signature, recipient, project and number are checked before anything is \
        opened. The project's records are not changed: look with blues share review, and then \
        blues share apply. The files stay where they are. Of a folder, files that are not whole, \
        conflict copies and parcels for others are left alone; some refused: exit 3. A workbook \
        that blues share sheet made comes back the same way; it is not signed, and a row that cannot \
        be read is named while the others are kept.
        """))

  @Argument(
    help: "A parcel, a folder of them, or a workbook.",
    completion: .file(extensions: ["parcel", "xlsx"]))
  var file: String
  @Option(
    name: .customLong("from"),
    help: "The partner that filled in the workbook, where that does not say so.")
  var partner: String?
  @OptionGroup var write: WriteOptions

  var inputs: [String] { Environment.isFolder(file) ? [] : [file] }

  private var isWorkbook: Bool { file.asciiLowered.hasSuffix(".xlsx") }

  func validate() throws {
    if partner != nil, !isWorkbook {
      throw ValidationError("--from goes with a workbook: a parcel says itself whose it is.")
    }
  }

  func run() throws {
    guard !isWorkbook || Environment.isFolder(file) else { return try receiveWorkbook() }
    try change { store in
      let isFolder = Environment.isFolder(file)
      let arrivals =
        try isFolder
        ? store.receiving.receive(folder: file) : [store.receiving.receive(file: file)]
      var answer = Self.answer(arrivals, isFolder: isFolder)
      // Of two that do not fit together neither is applied.
      if arrivals.contains(where: { [.refused, .forked].contains($0.outcome) }) {
        answer.exitCode = someRejected
      }
      return answer
    }
  }

  private static func answer(_ arrivals: [ParcelArrival], isFolder: Bool) -> Answer {
    let table = Table(
      noun: "arrivals", emptySentence: "No parcel for this copy is there.",
      fields: ParcelArrival.fields, rows: arrivals)
    let document = Document(schema: "blues.arrivals/1", blocks: [.table(table)])
    guard !isFolder, let arrival = arrivals.first, let sender = arrival.sender else {
      let count = arrivals.count { [.waiting, .superseded, .forked].contains($0.outcome) }
      var answer = Answer(
        "Received \(counted(count, "parcel")).", details: [.table(table)], document)
      answer.unchanged = "Nothing new was received."
      if arrivals.contains(where: { $0.outcome == .waiting }) {
        answer.remarks.append("Look at what came: blues share review")
      }
      return answer
    }
    let name = "parcel \(arrival.sequence ?? 0) of \(sender)"
    let remarks = arrival.detail.map { [$0] } ?? []
    switch arrival.outcome {
    case .waiting:
      return Answer(
        "Received \(name), \(counted(arrival.rows ?? 0, "row")). Look at it: blues share review",
        document, remarks: remarks)
    case .known: return Answer("Nothing changed: \(name) was received before.", document)
    case .superseded: return Answer("Kept out \(name).", document, remarks: remarks)
    case .forked: return Answer("Not applied: \(name).", document, remarks: remarks)
    case .refused, .left: return Answer(document)
    }
  }
}

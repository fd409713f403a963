internal import ArgumentParser
internal import BluesCore
internal import Documents

/// What belongs to records and has no code of its own: it is listed, exported and imported over all of
/// them.
protocol ListedRow: Sendable {
  static var lists: ListedRows<Self> { get }
}

/// How one kind of such rows is called, read and stored.
struct ListedRows<Row: Sendable>: Sendable {
  /// The words of its command, such as `workpackage indicator reading`.
  let path: String
  /// Several of them: the key in JSON.
  let noun: String
  let schema: String
  /// What they are, as a sentence of help, without a full stop.
  let abstract: String
  /// An example of a condition of the list.
  let condition: String
  let fields: [Field<Row>]
  let rows: @Sendable (Store) throws -> [Row]
  let list: RecordList

  func configuration(_ verb: RecordVerb, _ sentence: String, _ more: String...)
    -> CommandConfiguration
  {
    let command = "blues \(path) \(verb.rawValue)"
    return CommandConfiguration(
      commandName: verb.rawValue, abstract: sentence,
      discussion: examples(more.map { "\(command)\($0)" }))
  }
}

/// The list of all of them.
struct ListRows<Row: ListedRow>: ParsableCommand, ColumnedCommand {
  static var configuration: CommandConfiguration {
    let lists = Row.lists
    return lists.configuration(
      .list, "List the \(lists.abstract).", "", " --where \(lists.condition)")
  }

  static var columns: [Column] { Row.lists.fields.map(\.column) }

  @OptionGroup var narrow: SaidOptions<Narrowing<ListRows<Row>>>
  @OptionGroup var store: StoreOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    let lists = Row.lists
    let store = try store.toRead(at: list.at, for: list.output)
    let table = Table(
      noun: lists.noun, emptySentence: "No \(lists.noun) yet.", fields: lists.fields,
      rows: try lists.rows(store))
    try list.show(
      narrow.narrowed(table, in: store), of: store, schema: lists.schema, title: lists.heading)
  }
}

/// The same as a list that imports again.
struct ExportRows<Row: ListedRow>: ParsableCommand {
  static var configuration: CommandConfiguration {
    let lists = Row.lists
    return lists.configuration(
      .export, "Export the \(lists.abstract) as a list that imports again.",
      " -o \(lists.noun).csv")
  }

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let lists = Row.lists
    try RecordExporting.show(
      lists.rows(store.toRead(for: output)), lists.fields, lists.noun, lists.schema, output)
  }
}

/// The import of such a list.
struct ImportRows<Row: ListedRow>: ChangingCommand, FilledCommand {
  static var configuration: CommandConfiguration {
    let lists = Row.lists
    return lists.configuration(
      .import, "Import \(lists.abstract) from a list.", " \(lists.noun).csv",
      " \(lists.noun).xlsx --unmapped ignore --dry-run")
  }

  static var filled: [String] { Row.lists.list.fields.map(\.name) }

  @OptionGroup var list: ImportOptions
  @OptionGroup var write: WriteOptions

  var inputs: [String] { [list.file] }

  func run() throws { try RecordImporting.run(Row.lists.list, list, by: self) }
}

extension ListedRows {
  /// The title of a page.
  fileprivate var heading: String { "\(noun.prefix(1).uppercased())\(noun.dropFirst())" }
}

extension ListedReading: ListedRow {
  static let lists = ListedRows<ListedReading>(
    path: "workpackage indicator reading", noun: "readings", schema: "blues.readings/1",
    abstract: "readings of all indicators", condition: "indicator=I1", fields: fields,
    rows: { try $0.indicators.allReadings() }, list: .readings)
}

extension ListedParticipant: ListedRow {
  static let lists = ListedRows<ListedParticipant>(
    path: "workpackage activity participant", noun: "participants",
    schema: "blues.participants/1", abstract: "participants of all activities",
    condition: "activity=A1", fields: fields, rows: { try $0.activities.allParticipants() },
    list: .participants)
}

extension Period: ListedRow {
  static let lists = ListedRows<Period>(
    path: "project period", noun: "periods", schema: "blues.period-list/1",
    abstract: "reporting periods", condition: "name=RP1", fields: fields,
    rows: { try $0.periods.all() }, list: .periods)
}

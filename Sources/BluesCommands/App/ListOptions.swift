internal import ArgumentParser
internal import BluesCore
internal import Documents

/// Which rows and columns of a list are wanted.
struct RowOptions: ParsableArguments, ShownArguments {
  @Option(help: "The columns to show, separated by commas.")
  var columns: String?

  @Option(
    parsing: .unconditional,
    help: "The column to sort by; -COLUMN sorts in descending order; separate several by commas.")
  var sort: String?

  @Option(
    name: .customLong("where"), parsing: .singleValue,
    help: "FIELD=VALUE, or with != ~ < > <= >=; may be repeated.", transform: Read.condition)
  var conditions: [Condition] = []

  @Option(help: "Show at most this many rows.")
  var limit: Int?

  var arguments: [(name: String, wrapper: Any)] {
    [("columns", _columns), ("sort", _sort), ("conditions", _conditions), ("limit", _limit)]
  }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number from 1 up.") }
    if let columns, Self.words(columns).allSatisfy(\.isEmpty) {
      throw ValidationError("--columns takes names of columns, separated by commas.")
    }
  }

  /// Which rows and columns are wanted, and in which order.
  var listing: Listing {
    Listing(
      columns: columns.map(Self.words), sort: sort.map(Self.words) ?? [], conditions: conditions,
      limit: limit)
  }

  /// Whether nothing was asked of the rows and columns.
  var isEmpty: Bool { columns == nil && sort == nil && conditions.isEmpty && limit == nil }

  private static func words(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }
}

/// Which rows and columns of a list are wanted, and in which form.
///
/// The parser sees the arguments of its parts as its own: a group costs three searches at each start.
struct ListOptions: ParsableArguments, ShownArguments {
  private(set) var rows = RowOptions()

  @Option(
    name: .customLong("at"), help: "What was known at the end of that day, in your time zone.",
    transform: Read.date)
  var at: DateExpression?

  @Flag(name: .customLong("no-header"), help: "Leave out the headings.")
  var noHeader = false

  private(set) var output = OutputOptions()

  var arguments: [(name: String, wrapper: Any)] {
    rows.arguments + [("at", _at), ("noHeader", _noHeader)] + output.arguments
  }

  init() {}

  init(from decoder: any Decoder) throws {
    let given = try decoder.container(keyedBy: OptionKey.self)
    rows = try RowOptions(from: decoder)
    _at = try given.decode(Option.self, forKey: OptionKey("at"))
    _noHeader = try given.decode(Flag.self, forKey: OptionKey("noHeader"))
    output = try OutputOptions(from: decoder)
  }

  func validate() throws { try rows.validate() }

  var columns: String? { rows.columns }
  var sort: String? { rows.sort }
  var conditions: [Condition] { rows.conditions }
  var limit: Int? { rows.limit }
  var listing: Listing { rows.listing }

  /// Shows a list as wanted.
  func show(_ table: Table, of store: Store, schema: String, title: String? = nil) throws {
    let wanted = try rows.listing.read(for: table.columns, in: store).apply(to: table)
    if BorrowedList.isWanted { throw BorrowedList(table: wanted) }
    OpenProjects.keep(store)
    try show(chosen: wanted, schema: schema, title: title)
  }

  /// Shows the rows and columns that were chosen.
  func show(chosen wanted: Table, schema: String, title: String? = nil) throws {
    try output.show(
      Document(schema: schema, title: output.isPage ? title : nil, blocks: [.table(wanted)]),
      header: !noHeader)
  }
}

extension OutputOptions {
  /// Whether the answer is a page of its own, which wants a title.
  var isPage: Bool { features.contains(.titled) }
}

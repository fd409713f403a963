internal import ArgumentParser
internal import BluesCore
internal import Documents

/// Lists the records of a kind.
///
/// The parser sees the arguments of its parts as its own, as those of `ListOptions`.
struct ListRecords<R: CommandedRecord>: ParsableCommand, ShownArguments {
  static var configuration: CommandConfiguration { R.register.configuration(.list) }

  @Flag var flags: [FilterFlag<R>] = []
  private(set) var narrow = SaidOptions<Narrowing<Self>>()
  private(set) var store = StoreOptions()
  private(set) var list = ListOptions()

  /// A kind of record without choices declares no flag, which spares a start four searches.
  private static var hasChoices: Bool { !R.register.filters.isEmpty }

  var arguments: [(name: String, wrapper: Any)] {
    (Self.hasChoices ? [("flags", _flags)] : []) + narrow.arguments + store.arguments
      + list.arguments
  }

  init() {}

  init(from decoder: any Decoder) throws {
    let given = try decoder.container(keyedBy: OptionKey.self)
    if Self.hasChoices { _flags = try given.decode(Flag.self, forKey: OptionKey("flags")) }
    narrow = try SaidOptions(from: decoder)
    store = try StoreOptions(from: decoder)
    list = try ListOptions(from: decoder)
  }

  func validate() throws { try list.validate() }

  private var chosen: [FilterFlag<R>] { Self.hasChoices ? flags : [] }

  /// The order that the first choice with one asks for.
  private var order: ((R, R) -> Bool)? {
    // A loop: arrays of a generic element cost a search of the runtime at map and filter (0002).
    for flag in chosen { if let precedes = flag.filter.precedes { return precedes } }
    return nil
  }

  func run() throws {
    let register = R.register
    let store = try store.toRead(at: list.at, for: list.output)
    let all = try store.records(R.self).all()
    var rows = all
    for flag in chosen { rows.removeAll { !flag.filter.holds($0) } }
    if let precedes = order {
      // Sorting is not stable by promise; codes decide between equals.
      let placed = rows.enumerated().sorted { one, other in
        if precedes(one.element, other.element) { return true }
        return !precedes(other.element, one.element) && one.offset < other.offset
      }
      rows = placed.map(\.element)
    }
    let title =
      chosen.first?.filter.title
      ?? "\(register.plural.prefix(1).uppercased())\(register.plural.dropFirst())"
    let empty =
      all.isEmpty
      ? "No \(register.plural) yet. Add one with `blues \(register.path) add \(register.example) …`."
      : chosen.first?.filter.empty
    let table = Table(
      noun: register.key, emptySentence: empty, fields: register.fields, rows: rows)
    try list.show(
      narrow.narrowed(table, in: store), of: store, schema: register.schema, title: title)
  }
}

/// Shows one record and what belongs to it.
struct ShowRecord<R: CommandedRecord>: ParsableCommand {
  static var configuration: CommandConfiguration { R.register.configuration(.show) }

  @Argument(help: R.register.argument, transform: { try Read.code($0) })
  var code: R.Code
  @OptionGroup var past: PastOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try store.toRead(at: past.at, for: output)
    try output.show(R.register.page(store.records(R.self).one(code), in: store))
  }
}

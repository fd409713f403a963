internal import ArgumentParser
internal import BluesCore
internal import Documents

/// Lists the records of a kind.
struct ListRecords<R: CommandedRecord>: ParsableCommand, ShownArguments {
  static var configuration: CommandConfiguration { R.register.configuration(.list) }

  @Flag var flags: [FilterFlag<R>] = []
  @OptionGroup var narrow: SaidOptions<Narrowing<ListRecords<R>>>
  @OptionGroup var store: StoreOptions
  @OptionGroup var list: ListOptions

  /// The keys under which the parser gives what was read.
  private enum CodingKeys: CodingKey { case flags, narrow, store, list }

  /// Whether its rows have a partner or a day; a group that is not shown spares a start four searches,
  /// and the parser then has no value for it.
  private static var isNarrowed: Bool { !Narrowing<Self>.described.isEmpty }

  var arguments: [(name: String, wrapper: Any)] {
    Self.isNarrowed
      ? [("flags", _flags), ("narrow", _narrow), ("store", _store), ("list", _list)]
      : [("flags", _flags), ("store", _store), ("list", _list)]
  }

  init() {}

  /// A kind of record without choices declares no flag, and the parser then has no value for them.
  init(from decoder: any Decoder) throws {
    let given = try decoder.container(keyedBy: CodingKeys.self)
    if given.contains(.flags) { _flags = try given.decode(Flag.self, forKey: .flags) }
    if Self.isNarrowed { _narrow = try given.decode(OptionGroup.self, forKey: .narrow) }
    _store = try given.decode(OptionGroup.self, forKey: .store)
    _list = try given.decode(OptionGroup.self, forKey: .list)
  }

  private var chosen: [FilterFlag<R>] { R.register.filters.isEmpty ? [] : flags }

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
      Self.isNarrowed ? narrow.narrowed(table, in: store) : table, of: store,
      schema: register.schema, title: title)
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

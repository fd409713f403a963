internal import ArgumentParser
internal import BluesCore
internal import Documents

/// Lists the records of a kind.
struct ListRecords<R: CommandedRecord>: ParsableCommand {
  static var configuration: CommandConfiguration { R.register.configuration(.list) }

  @OptionGroup var chosen: FilterFlags<R>
  @OptionGroup var store: StoreOptions
  @OptionGroup var list: ListOptions

  func run() throws {
    let register = R.register
    let all = try store.toRead(at: list.at, for: list.output).records(R.self).all()
    let filters = chosen.filters
    let rows = all.filter { record in filters.allSatisfy { $0.holds(record) } }
    let title =
      filters.first?.title
      ?? "\(register.plural.prefix(1).uppercased())\(register.plural.dropFirst())"
    let empty =
      all.isEmpty
      ? "No \(register.plural) yet. Add one with `blues \(register.path) add \(register.example) …`."
      : filters.first?.empty
    try list.show(
      Table(noun: register.key, emptySentence: empty, fields: register.fields, rows: rows),
      schema: register.schema, title: title)
  }
}

/// Shows one record and what belongs to it.
struct ShowRecord<R: CommandedRecord>: ParsableCommand {
  static var configuration: CommandConfiguration { R.register.configuration(.show) }

  @Argument(help: R.register.argument, transform: { try Read.code($0) })
  var code: R.Code
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try store.toRead(for: output)
    try output.show(R.register.page(store.records(R.self).one(code), in: store))
  }
}

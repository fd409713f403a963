internal import ArgumentParser
internal import BluesCore

/// The options of adding a record: what its arguments do not say.
enum AddedAttributes<R: Record>: OptionSource {
  static var described: [DescribedOption] {
    R.register.attributes.filter { $0.uses.contains(.option) }.map(DescribedOption.init)
  }
}

/// The options of changing a record: every attribute that can be said.
enum SetAttributes<R: Record>: OptionSource {
  static var described: [DescribedOption] { R.register.settable.map(DescribedOption.init) }
}

extension DescribedOption {
  init<R: Record>(_ attribute: Attribute<R>) {
    self.init(
      attribute.name, options: [attribute.option], help: attribute.help,
      isList: attribute.kind.isList, stated: attribute.kind)
  }
}

/// A choice of a list beside `--where`, as a flag.
struct FilterFlag<R: Record>: EnumerableFlag {
  let filter: RecordFilter<R>

  static var allCases: [Self] { R.register.filters.map(Self.init) }

  static func name(for flag: Self) -> NameSpecification { .customLong(flag.filter.name) }

  static func help(for flag: Self) -> ArgumentHelp? { ArgumentHelp(flag.filter.help) }

  static func == (one: Self, other: Self) -> Bool { one.filter.name == other.filter.name }
}

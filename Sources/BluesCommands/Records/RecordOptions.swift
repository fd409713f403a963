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
  static var described: [DescribedOption] { R.register.said.map(DescribedOption.init) }
}

extension DescribedOption {
  init<R: Record>(_ attribute: Attribute<R>) {
    self.init(
      attribute.name, options: [attribute.option], help: attribute.help,
      isList: attribute.kind.isList, stated: attribute.kind)
  }
}

/// The choices of a list beside `--where`, as flags.
struct FilterFlags<R: Record>: ParsableArguments, CustomReflectable {
  private(set) var chosen: [String] = []

  init() {}

  init(from decoder: any Decoder) throws {
    let given = try decoder.container(keyedBy: OptionKey.self)
    for filter in R.register.filters
    where try given.decode(Flag<Bool>.self, forKey: OptionKey(filter.name)).wrappedValue {
      chosen.append(filter.name)
    }
  }

  var customMirror: Mirror {
    Mirror(
      self,
      children: R.register.filters.map { filter in
        (
          filter.name,
          Flag(wrappedValue: false, name: .customLong(filter.name), help: ArgumentHelp(filter.help))
            as Any
        )
      })
  }

  var filters: [RecordFilter<R>] { R.register.filters.filter { chosen.contains($0.name) } }
}

internal import ArgumentParser
internal import BluesCore

/// An option that a description in the core gives, instead of a property in the sources.
struct DescribedOption: Sendable {
  /// The name of the field or attribute that it says.
  let name: String
  /// The option without its dashes; names that are still taken follow.
  let options: [String]
  let help: String
  /// Whether it may be repeated.
  let isList: Bool
  /// What its values are, where its name does not tell.
  let stated: AttributeKind?

  init(
    _ name: String, options: [String], help: String, isList: Bool = false,
    stated: AttributeKind? = nil
  ) {
    self.name = name
    self.options = options
    self.help = help
    self.isList = isList
    self.stated = stated
  }

  fileprivate var names: NameSpecification {
    NameSpecification(options.map { .customLong($0) })
  }
}

/// Who knows which options a command has.
protocol OptionSource: Sendable {
  static var described: [DescribedOption] { get }
}

/// The options of a description, as texts by the names of what they say.
///
/// The parser finds them by reflection, as it does the properties of other groups of options.
struct SaidOptions<Source: OptionSource>: ParsableArguments, ShownArguments {
  private(set) var texts: [String: [String]] = [:]

  init() {}

  init(from decoder: any Decoder) throws {
    let given = try decoder.container(keyedBy: OptionKey.self)
    for option in Source.described {
      let key = OptionKey(option.name)
      if option.isList {
        let values = try given.decode(Option<[String]>.self, forKey: key).wrappedValue
        if !values.isEmpty { texts[option.name] = values }
      } else if let value = try given.decode(Option<String?>.self, forKey: key).wrappedValue {
        texts[option.name] = [value]
      }
    }
  }

  var arguments: [(name: String, wrapper: Any)] {
    var arguments: [(name: String, wrapper: Any)] = []
    for option in Source.described {
      let help = ArgumentHelp(option.help)
      let wrapper: Any =
        option.isList
        ? Option<[String]>(
          wrappedValue: [], name: option.names, parsing: .unconditionalSingleValue, help: help)
        : Option<String?>(name: option.names, parsing: .unconditional, help: help)
      arguments.append((option.name, wrapper))
    }
    return arguments
  }

  subscript(name: String) -> String? { texts[name]?.last }
}

/// The key of an option, which can be any text.
struct OptionKey: CodingKey {
  let stringValue: String

  init(_ name: String) { stringValue = name }

  init?(stringValue: String) { self.stringValue = stringValue }

  init?(intValue: Int) { nil }

  var intValue: Int? { nil }
}

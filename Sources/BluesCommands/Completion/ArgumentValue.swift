internal import ArgumentParser

/// The value of one argument or option as the sources declare it: a property with its type.
struct ArgumentValue {
  /// The property, or what a description in the core calls it.
  let name: String
  let kind: ValueKind

  /// The values of a command in the order in which the parser describes its arguments; flags have
  /// none.
  static func of(_ command: any ParsableArguments.Type) -> [ArgumentValue] {
    Mirror(reflecting: command.init()).children.flatMap { child -> [ArgumentValue] in
      let name = (child.label ?? "").drop { $0 == "_" }
      switch child.value {
      case let group as any GroupProperty:
        if let described = group.members as? any DescribedOptions.Type {
          return described.options.map { ArgumentValue(name: $0.name, kind: $0.kind) }
        }
        return of(group.members)
      case let property as any ValueProperty:
        return [
          ArgumentValue(name: String(name), kind: ValueKind(property.value, named: String(name)))
        ]
      default: return []
      }
    }
  }
}

/// A property whose value is typed on the command line.
protocol ValueProperty {
  /// Its type, without what says that it may be missing or repeated.
  var value: Any.Type { get }
}

/// A property that is a group of further ones.
protocol GroupProperty {
  var members: any ParsableArguments.Type { get }
}

/// Options that a description in the core gives.
protocol DescribedOptions {
  static var options: [DescribedOption] { get }
}

extension Argument: ValueProperty {
  var value: Any.Type { bare(Value.self) }
}

extension Option: ValueProperty {
  var value: Any.Type { bare(Value.self) }
}

extension OptionGroup: GroupProperty {
  var members: any ParsableArguments.Type { Value.self }
}

extension SaidOptions: DescribedOptions {
  static var options: [DescribedOption] { Source.described }
}

/// A type that holds one of another, or many.
private protocol Holder {
  static var held: Any.Type { get }
}

extension Optional: Holder {
  fileprivate static var held: Any.Type { Wrapped.self }
}

extension Array: Holder {
  fileprivate static var held: Any.Type { Element.self }
}

private func bare(_ type: Any.Type) -> Any.Type {
  guard let holder = type as? any Holder.Type else { return type }
  return bare(holder.held)
}

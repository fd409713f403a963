/// Arguments that show themselves to the parser.
///
/// The parser finds the options of a command by reflection, which makes the type of each property
/// from its name and so searches all conformances of the program at every start. The groups that
/// nearly every command has name their properties themselves; a test finds one that is forgotten.
protocol ShownArguments: CustomReflectable {
  /// The names of the properties and their wrappers, in their order.
  var arguments: [(name: String, wrapper: Any)] { get }
}

extension ShownArguments {
  var customMirror: Mirror {
    var children: [Mirror.Child] = []
    for (name, wrapper) in arguments { children.append((label: "_" + name, value: wrapper)) }
    // The mirror asks the type of its subject for a protocol, so all groups share one.
    return Mirror(arguments, children: children)
  }
}

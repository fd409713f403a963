internal import ArgumentParser

/// What every command that changes the project takes.
struct WriteOptions: ParsableArguments {
  @Flag(
    name: [.customShort("n"), .customLong("dry-run")],
    help: "Try it and roll back: nothing is changed.")
  var isRehearsal = false

  @OptionGroup var project: StoreOptions
  @OptionGroup var output: OutputOptions
}

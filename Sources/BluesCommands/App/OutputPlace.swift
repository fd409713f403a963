/// Where `-o` puts an answer, and the file that holds that place from before a command changes
/// anything until the answer is in it, so that no change stands whose answer finds it taken.
///
/// Copies of the options share it; a command that fails lets it go, and nothing is left behind.
final class OutputPlace {
  /// As it was given; `-` is standard output.
  let name: String
  var file: OutputFile?

  init(_ name: String) { self.name = name }
}

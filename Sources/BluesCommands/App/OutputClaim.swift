/// The file an answer goes to, held from before a command changes anything until the answer is in
/// it, so that no change stands whose answer finds its place taken.
///
/// Copies of the options share it; a command that fails lets it go, and nothing is left behind.
final class OutputClaim {
  var file: OutputFile?
}

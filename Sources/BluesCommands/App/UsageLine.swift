/// How a command is written, as the parser knows it, with what may be left out in one word.
enum UsageLine {
  /// A usage of the parser whose optional options, where they are several, are `[<options>]`.
  static func short(_ usage: String) -> String {
    let options = usage.matches(of: /\s\[--[^\]]*\]( \.\.\.)?/)
    guard options.count > 2 else { return usage }
    return usage.replacing(/\s\[--[^\]]*\]( \.\.\.)?/, with: "") + " [<options>]"
  }
}

internal import Documents

/// Standard output as the place of an answer, for commands whose files go elsewhere.
struct StandardOutput: OutputDestination {
  var output: OutputStream? { nil }
  var force: Bool { false }

  /// Prints one line of text.
  func show(line: String) throws {
    try stream { try $0.write(Array("\(VisibleText.line(line))\n".utf8)) }
  }
}

internal import Basics

/// File names that can be unpacked anywhere, on Windows too.
package enum ArchiveName {
  /// In bytes of UTF-8; with more, a path may be too long for Windows.
  private static let most = 120

  /// A name as near as can be to the one wanted: without the signs that Windows forbids, without a
  /// point or blank at its end, not the name of a device, and of at most 120 bytes.
  package static func safe(_ wanted: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in wanted.unicodeScalars {
      let properties = scalar.properties
      if properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format {
        continue
      }
      let isForbidden =
        forbidden.contains(scalar) || properties.generalCategory == .control
        || properties.generalCategory == .lineSeparator
        || properties.generalCategory == .paragraphSeparator || FileName.isEscape(scalar)
      scalars.append(isForbidden ? "_" : scalar)
    }
    var name = trimmed(shortened(trimmed(String(scalars))))
    if name.isEmpty { name = "_" }
    return isDevice(name) ? "_\(name)" : name
  }

  private static let forbidden: Set<Unicode.Scalar> = [
    "<", ">", ":", "\"", "/", "\\", "|", "?", "*",
  ]

  /// Windows drops points and blanks at the end, and other programs do not find the file then.
  private static func trimmed(_ name: String) -> String {
    var name = name
    while let last = name.unicodeScalars.last, last == "." || last.properties.isWhitespace {
      name.unicodeScalars.removeLast()
    }
    return name
  }

  /// Cuts the stem; an ending of a few letters stays.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > most else { return name }
    let point = name.lastIndex(of: ".") ?? name.endIndex
    var (stem, ending) = (String(name[..<point]), String(name[point...]))
    if ending.utf8.count > 10 || stem.isEmpty { (stem, ending) = (name, "") }
    while stem.utf8.count + ending.utf8.count > most { stem.removeLast() }
    return trimmed(stem) + ending
  }

  /// Names of devices, with whatever ending (Microsoft, "Naming Files, Paths, and Namespaces").
  private static func isDevice(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }
    let word = trimmed(String(stem)).uppercased()
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(word) { return true }
    guard word.count == 4, word.hasPrefix("COM") || word.hasPrefix("LPT"), let last = word.last
    else { return false }
    return "123456789¹²³".contains(last)
  }
}

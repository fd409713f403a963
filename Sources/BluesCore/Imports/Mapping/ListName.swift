/// The name of a list, by the name of its file.
package enum ListName {
  /// The list that a file is, or whose mended rows it holds: `a` for `a.csv` and `a.rejects-2.csv`.
  package static func list(_ fileName: String) -> String {
    let marks = fileName.ranges(of: ".rejects")
    return marks.last.map { String(fileName[..<$0.lowerBound]) } ?? stem(fileName)
  }

  /// Whether a file holds mended rows of a list.
  package static func isOfRejects(_ fileName: String) -> Bool { fileName.contains(".rejects") }

  private static func stem(_ fileName: String) -> String {
    fileName.lastIndex(of: ".").map { String(fileName[..<$0]) } ?? fileName
  }
}

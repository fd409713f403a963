/// The first bytes of a file, for looking at its first rows by a reader of their own.
struct HeadSample {
  let bytes: [UInt8]
  let options: ReadingOptions

  /// The texts of the sound rows that stand wholly in it, at most so many.
  ///
  /// What it breaks off with is no fault of the file, and is left to the reading of the whole.
  func rows<Source: RowSource>(
    _ count: Int,
    by makeSource: (RawInput, ReadingOptions) throws(TabularProblem) -> Source
  ) -> [[String]] {
    var texts: [[String]] = []
    let source = try? makeSource(RawInput(source: .bytes(bytes)), options)
    try? source?.look(count, into: &texts)
    return texts
  }
}

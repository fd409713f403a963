/// Ends a source that may have no end after so many bytes, and knows whether it did.
package final class ByteLimit {
  package let most: Int
  /// Whether there was more than the limit lets through.
  package private(set) var isReached = false

  package init(most: Int) {
    self.most = most
  }

  /// The same bytes up to the limit; a source that has an end is left as it is.
  package func bounding(_ source: ByteSource) -> ByteSource {
    guard source.isEndless else { return source }
    var left = most
    return ByteSource { [self] buffer throws(TabularProblem) in
      guard left > 0 else {
        isReached = isReached ? true : try source.fill(.init(rebasing: buffer.prefix(1))) > 0
        return 0
      }
      let count = try source.fill(.init(rebasing: buffer.prefix(left)))
      left -= count
      return count
    }
  }

  /// What ends the reading of a source that the limit has cut.
  package var problem: TabularProblem { .endless(most: most) }
}

/// The hours that mended rows of a list stand beside, instead of taking their place.
///
/// A file of rejected rows has rows that the list's import did not take. What that import took of the
/// same person, day and work are other hours, and nothing of them may be lost.
struct MendedHours {
  /// The step by which the list came in; rows of an earlier one are of an earlier list.
  let since: Int64
  /// The steps by which this very file came in before.
  let own: Set<Int64>
}

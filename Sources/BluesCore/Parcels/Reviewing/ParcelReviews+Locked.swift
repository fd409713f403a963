extension ParcelReviews {
  /// What applying the parcel as it is decided now would change in locked periods, which is then an
  /// adjustment; tried on a copy in memory.
  package func lockedEffect(from partner: String? = nil) throws -> [String] {
    guard try store.reportingPeriods().hasLocks else { return [] }
    let copy = try store.copyInMemory()
    let effect = try LockedEffect(copy)
    _ = try copy.parcelReviews.apply(from: partner)
    return try effect.remarks(in: copy)
  }
}

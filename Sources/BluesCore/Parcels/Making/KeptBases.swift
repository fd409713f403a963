/// Which parcels that were sent can still be what a parcel in answer was made on.
///
/// Of those that were never answered the oldest and the last two: a partner that applied another one
/// sees what differs as conflicts, and a file does not grow with each parcel.
struct KeptBases {
  /// The parcels that open ones were made on.
  let open: [Int]
  /// The parcels that those were made on which are applied; no later one is made on an older one.
  let applied: [Int]

  func all(of sent: [ParcelLog.Entry]) -> [ParcelLog.Entry] {
    let last = applied.max() ?? 0
    let named = sent.filter { open.contains($0.header.sequence) }
    let later = sent.filter { $0.header.sequence >= last }
    return named + later.prefix(1) + later.suffix(2)
  }
}

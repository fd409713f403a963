/// What became of a parcel.
package enum ParcelState: String, CaseIterable, Sendable, StoredValue {
  case sent
  /// It came and is not applied.
  case waiting
  /// It is applied but for conflicts that are not decided.
  case partly
  case applied
  /// A later one came before it was applied.
  case superseded
  /// Another one has its number, or it is of another copy of the sender.
  case forked
  case refused
}

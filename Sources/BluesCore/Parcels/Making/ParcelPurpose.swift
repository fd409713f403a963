/// What a parcel is sent for.
package enum ParcelPurpose: String, CaseIterable, Sendable, StoredValue {
  case share, submit, `return`, estimate
}

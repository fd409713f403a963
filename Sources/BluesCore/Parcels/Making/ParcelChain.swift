/// The parcels before one, of the same sender for the same recipient.
///
/// A copied laptop and a restored backup have the number of the file they are of; what they sent before
/// tells them from it, also where one of their parcels was lost.
extension ParcelHeader {
  /// How many a parcel names.
  private static let mostNamed = 12

  /// The SHA-256 of the last parcels that were sent, by names under which the sum of a table would stand.
  static func chain(_ sent: [ParcelLog.Entry]) -> [String: TableSum] {
    sent.suffix(mostNamed).reduce(into: [:]) { chain, entry in
      chain[name(entry.header.sequence)] = TableSum(rows: 0, sha256: entry.sha256)
    }
  }

  /// The SHA-256 of the parcel of a number that the sender had sent before; nil where it is not named,
  /// as in parcels of earlier programs.
  func earlier(_ sequence: Int) -> String? { tables[Self.name(sequence)]?.sha256 }

  private static func name(_ sequence: Int) -> String { "\(baseName) \(sequence)" }
}

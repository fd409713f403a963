internal import Basics

/// Where a parcel stands among those of its sender that came before.
struct ParcelPlace {
  let state: ParcelState
  /// Others of the sender that have another state now.
  let others: [(id: Int64, state: ParcelState)]
  let detail: String?

  var outcome: ParcelArrival.Outcome {
    switch state {
    case .forked: .forked
    case .superseded: .superseded
    default: .waiting
    }
  }

  static func of(_ header: ParcelHeader, among log: [ParcelLog.Entry]) -> ParcelPlace {
    let taken = log.filter { $0.state != .refused }
    let waiting = taken.filter { $0.state == .waiting }
    func fork(_ detail: String) -> ParcelPlace {
      // Of two that do not fit together neither is applied.
      ParcelPlace(
        state: .forked, others: waiting.map { ($0.id, .forked) },
        detail: "\(detail) Look at both, then choose one: blues share choose.")
    }
    if let twin = taken.first(where: { $0.header.sequence == header.sequence }) {
      return fork(
        "Another parcel has its number: \(twin.sha256.prefix(8)) of \(twin.header.madeAt).")
    }
    if taken.contains(where: { $0.state == .forked }) {
      return fork("Two copies of \(header.sender) send parcels.")
    }
    if let last = taken.last(where: { $0.state != .superseded }) {
      let number = last.header.sequence
      if last.header.replica != header.replica {
        return fork("It is from another copy of \(header.sender) than number \(number) was.")
      }
      if let named = header.earlier(number), named != last.sha256 {
        return fork("The copy that it is from had sent another parcel as number \(number).")
      }
    }
    let newest = taken.map(\.header.sequence).max() ?? 0
    guard header.sequence > newest else {
      return ParcelPlace(
        state: .superseded, others: [],
        detail: "Number \(newest) is here already, which has all of it.")
    }
    let missing = header.sequence - newest - 1
    return ParcelPlace(
      state: .waiting, others: waiting.map { ($0.id, .superseded) },
      detail: missing == 0
        ? nil
        : "\(counted(missing, "parcel")) before it did not come; nothing is lost, since each has all."
    )
  }
}

extension ParcelPlace {
  /// Of a parcel that is received again, since an erasure here took its rows.
  init(again entry: ParcelLog.Entry) {
    self.init(
      state: entry.state, others: [],
      detail: "It was received before, and an erasure here took its rows since.")
  }
}

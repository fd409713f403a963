/// Numbers by digest, for a million of them: sixteen bytes each and one look at the memory.
///
/// A digest is mixed already, so its low bits are the place where it belongs.
struct DigestTable {
  /// One place of the table; digest 0 means that it is free.
  private struct Slot {
    var digest: Int64
    var number: Int64
  }

  private var slots: ContiguousArray<Slot>
  private(set) var count = 0

  /// With room for so many places at first, a power of two.
  init(room: Int = 1 << 10) {
    slots = Self.free(room)
  }

  subscript(digest: Int64) -> Int64? {
    get {
      let slot = slots[place(of: digest)]
      return slot.digest == 0 ? nil : slot.number
    }
    set {
      guard let newValue else { return }
      if count * 4 >= slots.count * 3 { grow() }
      let place = place(of: digest)
      if slots[place].digest == 0 { count += 1 }
      slots[place] = Slot(digest: Self.marked(digest), number: newValue)
    }
  }

  /// Adds a number under a digest that has none; else gives the one that it has.
  mutating func add(_ number: Int64, _ digest: Int64) -> Int64? {
    if count * 4 >= slots.count * 3 { grow() }
    let place = place(of: digest)
    if slots[place].digest != 0 { return slots[place].number }
    slots[place] = Slot(digest: Self.marked(digest), number: number)
    count += 1
    return nil
  }

  /// Where the digest stands, or would stand.
  private func place(of digest: Int64) -> Int {
    let digest = Self.marked(digest)
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: digest) & mask
    while slots[place].digest != digest, slots[place].digest != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Self.free(old.count * 2)
    for slot in old where slot.digest != 0 { slots[place(of: slot.digest)] = slot }
  }

  /// 0 is the mark of a free place, so the one digest that is 0 counts as 1.
  private static func marked(_ digest: Int64) -> Int64 { digest == 0 ? 1 : digest }

  private static func free(_ count: Int) -> ContiguousArray<Slot> {
    ContiguousArray(repeating: Slot(digest: 0, number: 0), count: count)
  }
}

/// The digests of rows seen: eight bytes each.
struct DigestSet {
  private var slots = ContiguousArray<Int64>(repeating: 0, count: 1 << 10)
  private var count = 0

  /// Adds a digest; false when it was there.
  mutating func insert(_ digest: Int64) -> Bool {
    if count * 4 >= slots.count * 3 { grow() }
    let digest = digest == 0 ? 1 : digest
    let place = place(of: digest)
    guard slots[place] == 0 else { return false }
    slots[place] = digest
    count += 1
    return true
  }

  private func place(of digest: Int64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: digest) & mask
    while slots[place] != digest, slots[place] != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = ContiguousArray(repeating: 0, count: old.count * 2)
    for digest in old where digest != 0 { slots[place(of: digest)] = digest }
  }
}

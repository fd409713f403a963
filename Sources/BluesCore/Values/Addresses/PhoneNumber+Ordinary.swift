internal import Basics

extension PhoneNumber {
  /// Whether a text is plainly a number of the plan's country, or one with a calling code.
  ///
  /// Most numbers of a list are; what is not plain is taken apart by `PhoneReading`, which also
  /// has the last word on every number that this one does not take.
  static func isOrdinary(_ bytes: UnsafeBufferPointer<UInt8>, _ plan: CallingPlan?) -> Bool {
    var digits = 0
    var international = false
    var lead = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x30...0x39:
        if digits < 6 { lead = lead * 10 + byte.digitValue }
        digits += 1
      case 0x2B where index == 0: international = true
      case 0x20, 0x2D, 0x2E, 0x29: continue
      case 0x2F where digits <= 5: continue
      case 0x28 where !international: continue
      default: return false
      }
    }
    guard (6...15).contains(digits) else { return false }
    if international { return isInternational(lead, digits) }
    guard let plan, let first = bytes.first(where: \.isDigit), !isAbroad(bytes) else {
      return false
    }
    guard plan.trunk.isEmpty || plan.trunk.utf8.elementsEqual([0x30]) else { return false }
    guard !plan.trunk.isEmpty || first != 0x30 else { return false }
    let national = first == 0x30 ? digits - 1 : digits
    guard plan.possible.contains(national), national + plan.callingCode.utf8.count <= 15
    else { return false }
    return first == 0x30 || !bytes.lazy.filter(\.isDigit).starts(with: plan.callingCode.utf8)
  }

  /// The lead is the first six digits; a trunk prefix behind the calling code is not plain.
  private static func isInternational(_ lead: Int, _ digits: Int) -> Bool {
    guard lead >= 100_000 else { return false }
    for (length, divisor, next) in [(1, 100_000, 10_000), (2, 10_000, 1_000), (3, 1_000, 100)] {
      guard let possible = CallingPlan.possibleByCode[lead / divisor] else { continue }
      return lead / next % 10 != 0 && possible.contains(digits - length)
    }
    return false
  }

  /// Whether the digits begin with 00 or 011, which may stand for a plus.
  private static func isAbroad(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var lead: (UInt8, UInt8, UInt8) = (0, 0, 0)
    var count = 0
    for byte in bytes where byte.isDigit {
      switch count {
      case 0: lead.0 = byte
      case 1: lead.1 = byte
      default: lead.2 = byte
      }
      count += 1
      if count == 3 { break }
    }
    return lead.0 == 0x30 && (lead.1 == 0x30 || (lead.1 == 0x31 && lead.2 == 0x31))
  }
}

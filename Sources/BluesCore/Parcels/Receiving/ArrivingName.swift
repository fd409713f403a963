internal import Basics

/// Names of files in a folder that a service keeps in step, which are left alone and named.
enum ArrivingName {
  /// Why a file of this name is left; nil for one that may be a parcel, or is something else.
  static func reason(_ name: String) -> String? {
    let small = name.asciiLowered
    guard small.contains(ParcelFile.ending) else { return nil }
    if small.contains(".sync-conflict-") || small.contains("conflicted copy")
      || small.contains("conflict copy") || small.contains("(conflict")
    {
      return "A conflict copy that a cloud service made."
    }
    if isNumbered(small) { return "A second copy under another name." }
    if !small.hasSuffix(ParcelFile.ending) {
      return "Not whole: it is being written, or another program kept it."
    }
    return nil
  }

  /// `x (1).parcel`, `x (2).parcel`.
  private static func isNumbered(_ name: String) -> Bool {
    guard name.hasSuffix(")\(ParcelFile.ending)"), let open = name.lastIndex(of: "(") else {
      return false
    }
    let digits = name[name.index(after: open)...].dropLast(ParcelFile.ending.count + 1)
    return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

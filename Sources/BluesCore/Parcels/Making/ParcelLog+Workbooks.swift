extension ParcelLog.Entry {
  /// Of a workbook, that it is not signed, and who received it: the beginning of what is kept of it.
  var origin: String? {
    guard header.isWorkbook, state != .sent else { return nil }
    return reason.map { $0.split(separator: "\n").first.map(String.init) ?? $0 }
  }

  /// What is kept of its state; of a workbook behind where it is from.
  func remark(_ remainder: String?) -> String? {
    guard let origin else { return remainder }
    return [origin, remainder].compactMap(\.self).joined(separator: "\n")
  }
}

extension ParcelHeader {
  /// What it is called.
  var noun: String { isWorkbook ? "workbook" : "parcel" }
}

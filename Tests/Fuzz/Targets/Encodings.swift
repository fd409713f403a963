internal import Tabular

/// Any bytes are decoded or refused in every encoding, in pieces as at once.
func fuzzEncodings(_ bytes: [UInt8]) -> CInt {
  for encoding in TextEncoding.allCases {
    var options = ReadingOptions(encoding: encoding, delimiter: UInt8(ascii: ";"))
    let whole = Account(bytes, options)
    options.chunkBytes = 5
    precondition(whole == Account(bytes, options), "\(encoding.name): pieces differ")
    for (row, fault) in zip(whole.cells, whole.faults) where fault == nil {
      for cell in row {
        precondition(String(validating: cell, as: UTF8.self) != nil, "\(encoding.name): not UTF-8")
      }
    }
  }
  return 0
}

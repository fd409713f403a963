internal import Tabular

/// Any bytes after a zip archive's mark are read or refused.
func fuzzWorkbooks(_ bytes: [UInt8]) -> CInt {
  _ = Account([0x50, 0x4B, 0x03, 0x04] + bytes.dropFirst(4), ReadingOptions())
  return 0
}

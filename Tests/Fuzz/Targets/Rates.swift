internal import BluesCore
internal import Tabular

/// Any bytes are read as a file of exchange rates or refused; half of them begin as XML does.
func fuzzRates(_ bytes: [UInt8]) -> CInt {
  let opening = bytes.count % 2 == 0 ? [] : Array("<Envelope><Cube><Cube time=\"2020-06-01\">".utf8)
  Ground.tolerating { _ = try RateFile(.bytes(opening + bytes), named: "rates") }
  return 0
}

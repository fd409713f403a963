/// Where reference rates are fetched, as data of the program.
package struct RateSource: Sendable, Decodable {
  /// The page with the files.
  package let page: String
  /// The whole history as one file.
  package let history: String

  /// The European Central Bank.
  package static let ecb: RateSource = Resource.decode(
    RateSource.self, from: PackageResources.exchange_rates_json, named: "exchange-rates.json")

  /// What to fetch and how to bring it in.
  var wayOut: String { "fetch \(history), then blues partner rate import eurofxref-hist.zip" }
}

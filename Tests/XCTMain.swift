import Testing

/// Starts the tests.
///
/// Where this file stands, the build looks for none of XCTest's, for which it would index every source.
@main struct Main {
  static func main() async { await Testing.__swiftPMEntryPoint() as Never }
}

/// The script that prints several documents in one start of WeasyPrint, which takes longer than most
/// documents do.
package enum EngineBatch {
  /// What Python runs; its arguments are those of `argument`.
  package static var script: String {
    String(decoding: PackageResources.print_many_py, as: UTF8.self)
  }

  /// How the script is told of a document.
  package static func argument(
    _ number: Int, _ call: EngineCall, from input: Int32, to output: Int32, seconds: Int
  ) -> String {
    (["\(number)", "\(input)", "\(output)", "\(call.instant)", "\(seconds)"] + call.arguments)
      .joined(separator: "\t")
  }
}

internal import ArgumentParser
internal import BluesCore

/// Which text of a report is meant.
struct TextKeyOptions: ParsableArguments {
  @Argument(help: "The section, such as progress; blues report text sections lists them.")
  var section: String
  @Option(help: "The work package, such as WP1.", transform: { try Read.code($0) })
  var wp: WorkPackageCode?
  @Option(help: "The reporting period, such as RP1.")
  var period: String?
  @Option(help: "The partner whose text it is, such as NP.")
  var partner: String?

  /// A section may be the whole key, as lists print it.
  var key: ReportTextKey {
    var key = ReportTextKey(section)
    key.workPackage = wp ?? key.workPackage
    key.period = period ?? key.period
    key.partner = partner ?? key.partner
    return key
  }
}

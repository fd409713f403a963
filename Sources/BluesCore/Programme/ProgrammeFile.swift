/// A data file of a programme, by its name.
///
/// The build gives every file in `Package.swift` a constant named after it, wherever its folder
/// is. So the name of a file starts with that of its folder, and this is the one list of them.
struct ProgrammeFile: Sendable {
  let name: String

  init(_ name: String) { self.name = name }

  /// Decodes the file; a name that stands nowhere is a defect of the data, which tests rule out.
  func decoded<Value: Decodable>(_ type: Value.Type) -> Value {
    guard let bytes else { fatalError("The data file \(name) is not built in") }
    return Resource.decode(type, from: bytes, named: name)
  }

  /// What the file holds; nil when it is not built in.
  var bytes: [UInt8]? {
    switch name {
    case "cosme-blues-template.json": PackageResources.cosme_blues_template_json
    case "cosme-categories.json": PackageResources.cosme_categories_json
    case "cosme-countries.json": PackageResources.cosme_countries_json
    case "cosme-empty-template.json": PackageResources.cosme_empty_template_json
    case "cosme-exchange-rules.json": PackageResources.cosme_exchange_rules_json
    case "cosme-feedback-forms.json": PackageResources.cosme_feedback_forms_json
    case "cosme-lists.json": PackageResources.cosme_lists_json
    case "cosme-match-weights.json": PackageResources.cosme_match_weights_json
    case "cosme-papers.json": PackageResources.cosme_papers_json
    case "cosme-programme.json": PackageResources.cosme_programme_json
    case "cosme-reporting.json": PackageResources.cosme_reporting_json
    case "cosme-sections.json": PackageResources.cosme_sections_json
    case "cosme-targets.json": PackageResources.cosme_targets_json
    case "horizon-lists.json": PackageResources.horizon_lists_json
    case "horizon-programme.json": PackageResources.horizon_programme_json
    case "interreg-lists.json": PackageResources.interreg_lists_json
    case "interreg-programme.json": PackageResources.interreg_programme_json
    case "interreg-reporting.json": PackageResources.interreg_reporting_json
    case "interreg-template.json": PackageResources.interreg_template_json
    default: nil
    }
  }
}

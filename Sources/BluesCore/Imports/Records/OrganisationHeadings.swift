/// The headings that lists of organisations use: those of contact lists, for the same fields.
enum OrganisationHeadings {
  static let fields: [ImportField] =
    OrganisationField.allCases.map { field in
      let own = field == .name ? "organisation;" : ""
      return ImportField(
        field.rawValue,
        own + ContactHeadings.synonyms(of: field.ofContact) + ";"
          + ContactHeadings.programs(of: field.ofContact),
        isRequired: field == .name, content: field.ofContact.content)
    } + [ImportField("cluster", ProfileHeadings.cluster, content: .name), RoundTrip.id]
}

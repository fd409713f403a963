internal import Basics

extension ContactDraft {
  /// The size class by the figures of the organisation; nil where they leave it open.
  package var size: SMEClass? {
    SMEClass(
      employees: figure(.employees), turnover: euros(.turnover), balanceTotal: euros(.balanceTotal))
  }

  /// The figures the size class stands on, as they were written, and the rule's source.
  package var sizeReason: String? {
    guard size != nil else { return nil }
    let said = [ContactField.employees, .turnover, .balanceTotal].compactMap { field in
      self[field].map { "\(field.heading) \($0)" }
    }
    return (said + Source.cited(["SME-REC"]).map(\.title)).joined(separator: "; ")
  }

  /// The numbers of a field in the form of E.164, several divided by semicolons; nil where one
  /// of them cannot be brought to it, or only by guessing.
  package func e164(_ field: ContactField) -> String? {
    guard let text = self[field] else { return nil }
    let country = self[.country].flatMap { CountryCode($0) }
    guard let numbers = try? PhoneNumber.all(in: text, country: country),
      !numbers.contains(where: \.isGuess)
    else { return nil }
    return numbers.map(\.description).joined(separator: "; ")
  }

  /// The website as a link; nil where there is none or it is no web address.
  package var link: String? { self[.website].flatMap { WebAddress($0)?.link } }

  private func figure(_ field: ContactField) -> Figure? {
    guard let text = self[field] else { return nil }
    return try? Figure(text)
  }

  /// A figure in euros: one in another currency says nothing about the ceilings.
  private func euros(_ field: ContactField) -> Figure? {
    guard let found = figure(field), found.currency ?? "EUR" == "EUR" else { return nil }
    return found
  }
}

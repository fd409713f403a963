internal import Basics
internal import GRDB

/// The organisations of a project by VAT number and PIC.
final class KnownOrganisations {
  /// A number that no two organisations share, by the field it is of.
  private struct Number: Hashable {
    let field: OrganisationField
    let digits: String
  }

  private var ids: [Number: Set<Int64>] = [:]
  private var numbers: [Int64: [OrganisationField: String]] = [:]

  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT id, country, vat, pic FROM organisation")
    while let row = try rows.next() {
      var values: [OrganisationField: String] = [:]
      for field in [OrganisationField.country, .vat, .pic] {
        values[field] = try row.value(field.rawValue, as: String?.self)
      }
      note(try row.value("id"), values)
    }
  }

  func has(_ id: Int64) -> Bool { numbers[id] != nil }

  /// Takes in what is said of an organisation.
  func note(_ id: Int64, _ values: [OrganisationField: String]) {
    for number in Self.numbers(of: values) {
      if let other = numbers[id]?[number.field], other != number.digits {
        ids[Number(field: number.field, digits: other)]?.remove(id)
      }
      ids[number, default: []].insert(id)
      numbers[id, default: [:]][number.field] = number.digits
    }
    if numbers[id] == nil { numbers[id] = [:] }
  }

  /// The organisations that have one of the numbers, by their ids.
  func all(of values: [OrganisationField: String]) -> [Int64] {
    Self.numbers(of: values).reduce(into: Set<Int64>()) { $0.formUnion(ids[$1] ?? []) }.sorted()
  }

  /// Whether an organisation has another VAT number or PIC.
  func speaksAgainst(_ id: Int64, _ values: [OrganisationField: String]) -> Bool {
    Self.numbers(of: values).contains { number in
      numbers[id]?[number.field].map { $0 != number.digits } ?? false
    }
  }

  /// The numbers in the form in which they are compared.
  private static func numbers(of values: [OrganisationField: String]) -> [Number] {
    var numbers: [Number] = []
    if let text = values[.vat] {
      let country = values[.country].flatMap { CountryCode($0) }
      let vat = try? VATNumber(text, country: country)
      numbers.append(Number(field: .vat, digits: vat?.compact ?? Folding.folded(text)))
    }
    if let text = values[.pic] {
      numbers.append(
        Number(field: .pic, digits: (try? PIC(text))?.digits ?? Folding.folded(text)))
    }
    return numbers
  }
}

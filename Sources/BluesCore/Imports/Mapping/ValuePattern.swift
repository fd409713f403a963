internal import Basics

/// What the cells of a column may look like.
package enum ValuePattern: String, Sendable, CaseIterable {
  case email, website, vat, iban, country, postcode, phone, pic

  /// The field that such cells belong to; of several that could take them, the usual one.
  package var field: String { rawValue }

  /// Such cells, in the plural.
  package var words: String {
    switch self {
    case .email: "e-mail addresses"
    case .website: "web sites"
    case .vat: "VAT numbers"
    case .iban: "IBANs"
    case .country: "countries"
    case .postcode: "postcodes"
    case .phone: "telephone numbers"
    case .pic: "PICs"
    }
  }

  /// Whether cells that look so can be nothing else, so that they may settle a column.
  ///
  /// A telephone number may be a mobile's or a fax's, and nine digits may be anything.
  var isTelling: Bool {
    switch self {
    case .email, .website, .vat, .iban, .country, .postcode: true
    case .phone, .pic: false
    }
  }

  /// Whether rows mostly differ in it; one address all over says who made the list.
  var isOfEachRow: Bool {
    switch self {
    case .email, .website, .vat, .iban, .pic: true
    case .country, .postcode, .phone: false
    }
  }

  /// How far a cell looks like it: not at all, as other things do too, or as nothing else does.
  enum Similarity: Int, Comparable {
    case none, weak, telling

    static func < (one: Similarity, other: Similarity) -> Bool { one.rawValue < other.rawValue }
  }

  /// How far a cell looks like it, read with the country of all rows where that is known.
  func likeness(of cell: String, country: CountryCode?) -> Similarity {
    switch self {
    case .email:
      cell.utf8.contains(0x40) && (try? EmailAddress(cell)) != nil ? .telling : .none
    case .website: WebHost(cell) == nil ? .none : .telling
    case .vat: vat(cell, country)
    case .iban: (try? IBAN(cell)) == nil ? .none : .telling
    case .country:
      CountryCode(spelled: cell) == nil ? .none : cell.utf8.count > 3 ? .telling : .weak
    case .postcode: postcode(cell, country)
    case .phone: (try? PhoneNumber.all(in: cell, country: country)) == nil ? .none : .weak
    case .pic: (try? PIC(cell)) == nil ? .none : .weak
    }
  }

  /// Digits alone may be the number of a register, whose check digits are often the same.
  private func vat(_ cell: String, _ country: CountryCode?) -> Similarity {
    guard let number = try? VATNumber(cell, country: country), number.verdict == .valid else {
      return .none
    }
    let start = cell.utf8.prefix(2)
    return start.count == 2 && start.allSatisfy(\.isLetter) ? .telling : .weak
  }

  /// Digits alone tell nothing without a country, and little with one.
  private func postcode(_ cell: String, _ country: CountryCode?) -> Similarity {
    let country = country.flatMap { PostcodeForm.written($0) == nil ? nil : $0 }
    guard PostcodeForm.isWritten(cell, in: country) else { return .none }
    guard cell.trimmedBytes.allSatisfy(\.isDigit) else { return .telling }
    return country == nil ? .none : .weak
  }

  /// What two cells share that name the same thing: the site of a page, else the whole text.
  func key(of cell: String) -> String {
    self == .website ? WebHost(cell)?.name ?? cell : Folding.folded(cell)
  }
}

/// The host of a web address.
struct WebHost {
  let name: String

  /// Reads what begins with `http://`, `https://` or `www.` and has a name with a dot.
  init?(_ text: String) {
    let bytes = text.trimmedBytes.map(\.lowered)
    guard !bytes.contains(where: \.isBlank) else { return nil }
    var rest = bytes[...]
    for start in ["https://", "http://"] where rest.starts(with: start.utf8) {
      rest = rest.dropFirst(start.utf8.count)
    }
    let isPlain = rest.count == bytes.count
    if rest.starts(with: "www.".utf8) {
      rest = rest.dropFirst(4)
    } else if isPlain {
      return nil
    }
    let host = rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 && $0 != 0x3A }
    guard let dot = host.firstIndex(of: 0x2E), dot > host.startIndex, host.last != 0x2E else {
      return nil
    }
    name = String(decoding: host, as: UTF8.self)
  }
}

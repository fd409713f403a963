/// What a card says of a contact, field by field.
struct CardContact {
  private(set) var record = CardRecord()
  /// The first value that cannot be read, of those that a field takes.
  private(set) var fault: RowFault?

  private var kept: [Bool]
  private let properties: [CardProperty]

  init(_ properties: [CardProperty]) {
    self.properties = properties
    kept = properties.map { !Self.passedOver.contains($0.name) && !Self.isEmpty($0) }
    takeNames()
    takeOrganisation()
    takeAddress()
    takeLists()
    settleName()
    keepTheRest()
  }

  /// They speak of the file, not of the contact.
  private static let passedOver: Set<String> = [
    "BEGIN", "END", "VERSION", "PRODID", "REV", CardExact.name,
  ]

  /// Whether it is of the kind that some programs write without saying anything.
  private static func isEmpty(_ property: CardProperty) -> Bool {
    ["N", "FN", "ORG", "ADR"].contains(property.name)
      && property.value.allSatisfy { $0 == UInt8(ascii: ";") }
  }

  /// A picture above this is not kept.
  private static let mostKeptBytes = 64 << 10

  private mutating func take(_ index: Int) -> CardProperty {
    let property = properties[index]
    kept[index] = false
    if let fault = property.fault, self.fault == nil {
      self.fault = RowFault(line: property.line, column: 0, kind: .card(fault))
    }
    return property
  }

  private func first(_ name: String) -> Int? {
    properties.firstIndex { $0.name == name && !$0.value.isEmpty }
  }

  /// Family and given name; a card that says more of the name keeps the line as well.
  private mutating func takeNames() {
    let named = properties.firstIndex { property in
      property.name == "N" && property.parts.contains { !$0.isEmpty }
    }
    guard let index = named else { return }
    let parts = take(index).parts
    record[.familyName] = parts[0]
    record[.givenName] = parts.count > 1 ? parts[1] : []
    kept[index] = parts.dropFirst(2).contains { !$0.isEmpty }
  }

  /// The first organisation without its units; with units the line is kept as well.
  private mutating func takeOrganisation() {
    guard let index = first("ORG") else { return }
    let parts = take(index).parts
    record[.organisation] = parts[0]
    kept[index] = parts.dropFirst().contains { !$0.isEmpty }
  }

  /// One address: the preferred one, else that of work, else the first.
  private mutating func takeAddress() {
    let all = properties.indices.filter { index in
      properties[index].name == "ADR" && properties[index].parts.contains { !$0.isEmpty }
    }
    let chosen =
      all.first { properties[$0].isPreferred }
      ?? all.first { properties[$0].types.contains("work") } ?? all.first
    guard let chosen else { return }
    let parts = take(chosen).parts
    for (index, field) in Self.addressParts where index < parts.count {
      record[field] = parts[index]
    }
    var street: [UInt8] = []
    for index in [2, 1, 0] where index < parts.count && !parts[index].isEmpty {
      street += street.isEmpty ? parts[index] : Array(", ".utf8) + parts[index]
    }
    record[.street] = street
  }

  /// The fields of the parts behind box, suite and street, which together are one.
  private static let addressParts: [(Int, CardField)] = [
    (3, .city), (4, .region), (5, .postcode), (6, .country),
  ]

  private mutating func takeLists() {
    let position = first("TITLE") == nil ? "ROLE" : "TITLE"
    var hasLanguage = false
    for index in properties.indices {
      switch properties[index].name {
      case "EMAIL": takeAddresses(index)
      case "TEL": takeNumber(index)
      case "URL": record.join(take(index).unescaped, to: .website)
      case "NOTE": record.join(take(index).unescaped, to: .note)
      case position: record.join(take(index).unescaped, to: .position)
      case "LANG" where !hasLanguage:
        record[.language] = take(index).unescaped
        hasLanguage = true
      default: break
      }
    }
  }

  /// The addresses of a value, which some programs put behind names as in `Ada <a@example.org>`.
  ///
  /// What is left out of it is kept with the line.
  private mutating func takeAddresses(_ index: Int) {
    let value = Self.without("mailto:", take(index).unescaped)
    let addresses = Self.bracketed(value)
    guard !addresses.isEmpty else { return record.join(value, to: .email) }
    for address in addresses { record.join(address, to: .email) }
    kept[index] = true
  }

  /// The addresses between pointed brackets; none where the value is not of names and addresses.
  private static func bracketed(_ value: [UInt8]) -> [[UInt8]] {
    guard value.contains(UInt8(ascii: "<")) else { return [] }
    var addresses: [[UInt8]] = []
    for piece in value.split(whereSeparator: { ",;\n".utf8.contains($0) }) {
      let piece = CardText.trimmed(piece)
      if piece.isEmpty { continue }
      guard piece.last == UInt8(ascii: ">"), let open = piece.lastIndex(of: UInt8(ascii: "<"))
      else {
        // A comma may stand in a name: `Doe, Ada <a@example.org>`.
        if piece.contains(UInt8(ascii: "@")) { return [] }
        continue
      }
      addresses.append(Array(CardText.trimmed(piece[(open + 1)...].dropLast())))
    }
    return addresses
  }

  private mutating func takeNumber(_ index: Int) {
    let property = take(index)
    let types = property.types
    let field: CardField =
      types.contains("cell") ? .mobile : types.contains("fax") ? .fax : .phone
    record.join(Self.without("tel:", property.unescaped), to: field)
  }

  private static func without(_ scheme: String, _ value: [UInt8]) -> [UInt8] {
    let starts = CardText.capitals(value.prefix(scheme.utf8.count))
    return starts == CardText.capitals(scheme.utf8) ? Array(value.dropFirst(starts.count)) : value
  }

  /// The name in full is the name when it says more than the name in parts; a card has to have
  /// one, so that of an organisation, or of somebody without a name, only says again what is known.
  private mutating func settleName() {
    guard let index = first("FN") else { return }
    let name = take(index).unescaped
    if record[.organisation].isEmpty, isOrganisation {
      record[.organisation] = name
      return
    }
    let known = Self.words(of: record[.givenName] + [0x20] + record[.familyName])
    if known.isEmpty {
      let standIns: [CardField] = [.organisation, .email, .phone, .mobile]
      if standIns.contains(where: { record[$0] == name }) { return }
    } else if Self.words(of: name).isSubset(of: known) {
      return
    }
    record[.name] = name
  }

  private var isOrganisation: Bool {
    guard record[.familyName].isEmpty, record[.givenName].isEmpty else { return false }
    return properties.contains { property in
      (property.name == "KIND" && CardText.capitals(property.value) == Array("ORG".utf8))
        || (property.name == "X-ABSHOWAS"
          && CardText.capitals(property.value) == Array("COMPANY".utf8))
    }
  }

  /// The words of a name, whatever their order and the size of ASCII letters.
  private static func words(of name: [UInt8]) -> Set<[UInt8]> {
    let ends: Set<UInt8> = [0x20, 0x09, 0x0A, UInt8(ascii: ",")]
    return Set(CardText.capitals(name).split { ends.contains($0) }.map(Array.init))
  }

  private mutating func keepTheRest() {
    var rest: [UInt8] = []
    for (property, isKept) in zip(properties, kept) where isKept {
      if Self.pictures.contains(property.name), property.raw.count > Self.mostKeptBytes { continue }
      rest += rest.isEmpty ? property.raw : [LineEnds.lf] + property.raw
    }
    record[.vcard] = rest
  }

  private static let pictures: Set<String> = [
    "PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE",
  ]
}

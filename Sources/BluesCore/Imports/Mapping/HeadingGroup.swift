internal import Basics

/// Whom a heading speaks of that stands merged above others: `Firma` above `Name` and `Land`.
enum HeadingGroup {
  case organisation, person

  /// Nil where it speaks of neither, or of both.
  init?(_ heading: String) {
    let words = Folding.folded(heading).utf8.split { !($0.isAlphanumeric || $0 >= 0x80) }
      .map { String(decoding: $0, as: UTF8.self) }
    func speaks(of stems: [String]) -> Bool {
      words.contains { word in stems.contains { word.hasPrefix($0) } }
    }
    switch (speaks(of: Self.organisations), speaks(of: Self.persons)) {
    case (true, false): self = .organisation
    case (false, true): self = .person
    default: return nil
    }
  }

  private static let organisations = [
    "compan", "organi", "institut", "entit", "employer", "firm", "unternehm", "einrichtung",
    "betrieb", "gesellschaft", "entrepris", "societe", "structure", "empresa", "entidad",
    "przedsieb", "podmiot", "instytuc", "spolecnost", "podnik", "subjekt", "institu", "bedrijf",
  ]
  private static let persons = [
    "contact", "person", "ansprech", "kontakt", "vertret", "interlocut", "responsable", "osob",
  ]

  /// Headings that name whatever stands above them.
  static func isName(_ heading: String) -> Bool {
    names.contains(ImportField.key(heading))
  }

  private static let names: Set<String> = Set(
    ["name", "nom", "nombre", "jméno", "název", "nazwa", "bezeichnung", "dénomination", "naam"]
      .map(ImportField.key))
}

extension MappingResolver {
  /// Takes the headings that say with what stands merged above them whose the values are.
  mutating func takeGrouped() {
    guard hasHeader, !groups.isEmpty else { return }
    for index in free where HeadingGroup.isName(bare(index)) {
      take(index, fieldOfName(index), .otherHeadings)
    }
    // Two headings of one name have what stands above before them: the person's goes first.
    let doubled = isOfContacts ? free.filter { bare($0) != headings[$0] } : []
    for index in doubled where group(index) == .person {
      take(index, words.field(answeringTo: bare(index))?.name, .otherHeadings)
    }
    for index in doubled where settled[index] == nil && group(index) == .organisation {
      guard let field = words.field(answeringTo: bare(index))?.name else { continue }
      let isPoint = ContactField(key: field).map(QualifiedHeading.points.contains) == true
      if isFree(field) {
        take(index, field, .otherHeadings)
      } else if isPoint {
        settle(index, Settled(target: .more(field), reason: .otherHeadings))
      }
    }
  }

  /// The field of a heading such as `Name`, by what stands above it.
  private func fieldOfName(_ index: Int) -> String? {
    guard isOfContacts else {
      let above = index < groups.count ? words.field(answeringTo: groups[index]) : nil
      return above?.name == words.field(answeringTo: bare(index))?.name ? above?.name : nil
    }
    switch group(index) {
    case .organisation: return ContactField.organisation.key
    case .person:
      let beside = headings.indices.filter { $0 != index && group($0) == .person }.map(bare)
      let field = ContactHeadings.known(bare(index), among: beside) ?? ContactField.name.key
      return field == ContactField.organisation.key ? ContactField.name.key : field
    case nil: return nil
    }
  }

  private func group(_ index: Int) -> HeadingGroup? {
    index < groups.count ? HeadingGroup(groups[index]) : nil
  }

  /// The heading without what stands above it.
  private func bare(_ index: Int) -> String {
    let above = index < groups.count ? InvisibleSign.plain(groups[index]) : ""
    guard !above.isEmpty, headings[index].hasPrefix(above + " ") else { return headings[index] }
    return String(headings[index].dropFirst(above.count + 1))
  }
}

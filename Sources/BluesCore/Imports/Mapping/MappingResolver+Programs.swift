internal import Basics

extension MappingResolver {
  /// Whether the list is one of contacts, which address books hold.
  var isOfContacts: Bool {
    fields.contains { $0.name == ContactField.salutation.key }
  }

  /// Takes the columns of a field after its first, as address books number them: `E-mail 2`.
  ///
  /// Answers with the languages that their headings may be in.
  mutating func takeMore() -> [Int: [HeadingLanguage]] {
    // Our own export has one column of each, and beside them those that an import kept.
    guard isOfContacts, !RoundTrip.isOne(headings) else { return [:] }
    var languages: [Int: [HeadingLanguage]] = [:]
    let others = free.compactMap { index in
      ProgramHeadings.field(of: headings[index], among: fields, headings: headings)
        .map { (index, $0) }
    }
    for (index, found) in others.filter({ $0.1.number < 2 }) + others.filter({ $0.1.number > 1 }) {
      let hasJoint = ContactField(key: found.field).map { Mapping.joint(of: $0) != nil } ?? false
      if isFree(found.field), found.number < 2 || hasJoint {
        settle(index, Settled(target: .field(found.field), reason: .heading(.english)))
      } else if hasJoint {
        settle(index, Settled(target: .more(found.field), reason: .heading(.english)))
      } else {
        continue
      }
      // A heading of a program that is no word of the field is in the language of the others.
      let own =
        fields.first { $0.name == found.field }?.languages(ofNumbered: headings[index]) ?? []
      languages[index] = own.isEmpty ? HeadingLanguage.allCases : own
    }
    languages.merge(takeCombined()) { known, _ in known }
    guard ProgramHeadings.areOfProgram(headings) else { return languages }
    takeSecondTitle()
    let isWhole = ProgramHeadings.areWholeTable(headings)
    for index in free
    where isWhole || ProgramHeadings.isWithoutField(headings[index], among: headings) {
      settle(index, Settled(target: .kept, reason: .keptByItself))
    }
    return languages
  }

  /// Takes the second of two columns for a title as the position, as French address books mean it.
  private mutating func takeSecondTitle() {
    let name = ContactField.title.key
    guard isFree(ContactField.position.key), let first = columns(of: name).first,
      let second = free.first(where: { index in
        headings[index].isSame(as: headings[first])
          || ImportField.key(headings[index]) == ImportField.key(headings[first]) + "1"
      })
    else { return }
    take(second, ContactField.position.key, .otherHeadings)
  }

  /// Takes a heading for two fields apart, such as `PLZ/Ort`.
  private mutating func takeCombined() -> [Int: [HeadingLanguage]] {
    var languages: [Int: [HeadingLanguage]] = [:]
    for index in free {
      guard let (names, step) = CombinedHeadings.parts(of: headings[index], words),
        names.allSatisfy(isFree)
      else { continue }
      let spoken = CombinedHeadings.languages(of: headings[index])
      languages[index] = spoken
      settle(
        index,
        Settled(
          target: .fields(names), reason: spoken.isEmpty ? .otherWords : .heading(.english),
          transformation: Transformation(step: step)))
    }
    return languages
  }
}

internal import Basics
internal import Documents

/// The columns of a list while it is settled, step by step, what becomes of them.
struct MappingResolver {
  /// What is settled of a column.
  struct Settled {
    let target: Mapping.Target
    let reason: MappingReason
    var transformation: Transformation?
  }

  let headings: [String]
  let fields: [ImportField]
  let hasHeader: Bool
  /// What stands merged above each heading; none where they stand in one row.
  let groups: [String]
  let names: HeadingNames
  let words: FieldWords
  private(set) var settled: [Settled?]
  /// The fields that some column feeds, but for columns that follow another.
  private var fed: Set<String> = []

  init(
    header: [String]?, width: Int, fields: [ImportField], groups: [String] = []
  ) {
    headings = Mapping.headings(header, width: width)
    names = HeadingNames(headings)
    words = FieldWords(fields)
    hasHeader = header != nil
    self.fields = fields
    self.groups = groups
    settled = Array(repeating: nil, count: width)
    for (index, heading) in headings.enumerated() where Mapping.ownHeadings.contains(heading) {
      settled[index] = Settled(target: .ignored, reason: .ownColumn)
    }
  }

  /// The positions of the columns that feed a field, counted from 0.
  func columns(of field: String) -> [Int] {
    settled.indices.filter { index in
      guard let target = settled[index]?.target else { return false }
      if case .more = target { return false }
      return target.fields.contains(field)
    }
  }

  /// How many columns of a rejects file are before those of its list.
  var ownColumns: Int { headings.prefix { Mapping.ownHeadings.contains($0) }.count }

  func isFree(_ field: String) -> Bool { !fed.contains(field) }

  mutating func settle(_ index: Int, _ what: Settled) {
    let isAnew = settled[index] != nil
    settled[index] = what
    if isAnew { fed = Set(fields.map(\.name).filter { !columns(of: $0).isEmpty }) }
    if case .more = what.target { return }
    fed.formUnion(what.target.fields)
  }

  mutating func take(_ assignments: [ImportRequest.Assignment]) throws(MappingProblem) {
    for assignment in assignments {
      guard fields.contains(where: { $0.name == assignment.field }) else {
        throw .unknownField(assignment.field, known: fields.map(\.name))
      }
      guard let index = try column(assignment.heading) else {
        throw .unknownHeading(assignment.heading, headings: headings)
      }
      settle(index, Settled(target: .field(assignment.field), reason: .said))
    }
  }

  /// Takes what a mapping file says of the columns that the person said nothing of.
  mutating func take(_ file: MappingFile, sample: [[String]]) throws {
    let said = settled
    let taken = Set(said.flatMap { $0?.target.fields ?? [] })
    var rules: [Int: ColumnRule] = [:]
    for rule in file.columns {
      for field in rule.fields where !fields.contains(where: { $0.name == field }) {
        throw file.problem(
          rule, "unknown field: \(field).", nearTo: field, in: fields.map(\.name))
      }
      guard let index = try column(rule.heading) else {
        throw file.problem(
          rule, "the list has no column \"\(rule.heading)\".", nearTo: rule.heading, in: headings)
      }
      if let other = rules.updateValue(rule, forKey: index) {
        throw file.problem(rule, "\"\(other.heading)\" is the same column of the list.")
      }
      if said[index] != nil || rule.fields.contains(where: taken.contains) { continue }
      var isMore = false
      if case .more = rule.target { isMore = true }
      if !isMore, let twice = rule.fields.first(where: { !isFree($0) }) {
        throw file.problem(rule, "another column already maps to \(twice).")
      }
      let cells = sample.compactMap { index < $0.count ? $0[index].trimmed : nil }
      settle(
        index,
        Settled(
          target: rule.target, reason: .file(file.name),
          transformation: try rule.transformation?.settled(by: cells, file: file, rule: rule)))
    }
  }

  mutating func takeHeadings(_ known: (String, [String]) -> String?, _ sample: [[String]]) {
    guard hasHeader else { return }
    if isOfContacts, ProgramHeadings.areWholeTable(headings) {
      for index in free where ProgramHeadings.isOfProgramAlone(headings[index]) {
        settle(index, Settled(target: .kept, reason: .keptByItself))
      }
    }
    takeGrouped()
    var seen: [[UInt8]: String?] = [:]
    for index in free {
      let heading = Array(headings[index].utf8)
      let field = seen[heading] ?? known(headings[index], headings)
      seen[heading] = .some(field)
      take(index, field, .otherHeadings)
    }
    // A column that bears a field's own name goes before one that bears a word for it.
    for index in free {
      take(index, words.field(named: headings[index])?.name, .ownName)
    }
    var languages = takeHouseNumbers(sample)
    for index in free {
      guard let field = words.field(answeringTo: headings[index]), isFree(field.name) else {
        continue
      }
      languages[index] = field.languages(of: headings[index])
      take(index, field.name, .heading(.english))
    }
    languages.merge(takeMore()) { known, _ in known }
    takeLoose()
    // A word of several languages is taken to be of the one that most headings are in.
    let counts = HeadingLanguage.allCases.map { one in
      (language: one, count: languages.values.count { $0.contains(one) })
    }
    for (index, possible) in languages {
      let among = counts.filter { possible.contains($0.language) }
      guard let most = among.map(\.count).max(),
        let language = among.first(where: { $0.count == most })?.language
      else { continue }
      settled[index] = settled[index].map {
        Settled(
          target: $0.target, reason: .heading(language), transformation: $0.transformation)
      }
    }
  }

  /// Takes the columns of a whole list of our own: each to the field of its name, or to none.
  mutating func take(_ own: OwnColumns) {
    guard hasHeader, let columns = own.whole(headings) else { return }
    for index in free { take(index, columns[headings[index]]?.name, .ownName) }
    for index in free {
      guard let column = columns[headings[index]] else { continue }
      take(index, words.field(answeringTo: column.name)?.name, .ownName)
      if settled[index] == nil { settle(index, Settled(target: .ignored, reason: .workedOut)) }
    }
  }

  /// Passes over the columns of a list of our own that no field takes.
  mutating func passOver(_ own: OwnColumns) {
    guard hasHeader, own.areOf(headings) else { return }
    for index in free where own.has(headings[index]) {
      settle(index, Settled(target: .ignored, reason: .workedOut))
    }
  }

  /// Keeps columns that are for keeping, by their headings.
  mutating func keep(_ names: [String]) {
    for index in free where names.contains(where: { $0.isSame(as: headings[index]) }) {
      settle(index, Settled(target: .kept, reason: .keptByItself))
    }
  }

  /// Passes over columns that have no heading and no value; a value that comes later is an error,
  /// or is kept where other columns are.
  mutating func passOverBlank(_ sight: ColumnProfile, keeping: Bool = false) {
    for index in free
    where headings[index].isSame(as: Mapping.unnamed(index + 1)) && sight.isBlank(index) {
      settle(index, Settled(target: keeping ? .kept : .ignored, reason: .blankColumn))
    }
  }

  /// Takes a field by the cells where one column alone has such cells and its heading does not
  /// speak for another field.
  mutating func takeValues(_ sight: ColumnProfile) {
    let open = free
    for look in ValuePattern.allCases {
      let alike = open.filter { sight.looks(of: $0).contains { $0.look == look } }
      guard alike.count == 1, let index = alike.first, settled[index] == nil,
        sight.isPlain(index), speaksForNothing(but: look.field, headings[index])
      else { continue }
      take(index, look.field, .values(look))
    }
  }

  private func speaksForNothing(but field: String, _ heading: String) -> Bool {
    if fields.contains(where: { $0.name != field && $0.answers(to: heading) }) { return false }
    let near = nearest(to: heading, among: fields)
    return near == nil || near == field
  }

  mutating func take(_ index: Int, _ field: String?, _ reason: MappingReason) {
    guard let field, settled[index] == nil, isFree(field),
      fields.contains(where: { $0.name == field })
    else { return }
    settle(index, Settled(target: .field(field), reason: reason))
  }

  var free: [Int] { settled.indices.filter { settled[$0] == nil } }

  /// The columns that nothing settles, with the fields they may have meant.
  func leftovers(_ sight: ColumnProfile) -> [MappingProblem.Leftover] {
    let open = fields.filter { isFree($0.name) }
    return free.enumerated().map { place, index in
      // Nobody reads what so many columns may have meant.
      let isShown = place < Self.mostAdvised
      let near = isShown ? nearest(to: headings[index], among: open) : nil
      let looks = (isShown ? sight.looks(of: index) : []).map(\.look)
        .filter { look in open.contains { $0.name == look.field } }
      // What the cells are counts for more than what the heading is near to.
      let fits = looks.isEmpty || looks.contains { $0.field == near }
      return MappingProblem.Leftover(
        number: index + 1 - ownColumns, heading: headings[index], proposal: fits ? near : nil,
        looks: near != nil && fits ? looks.filter { $0.field == near } : looks,
        isTwice: names.positions(of: headings[index]).count > 1)
    }
  }

  /// Columns that nothing settles of which the fields are guessed that they may have meant.
  private static let mostAdvised = 200

  func mapping(rest: Mapping.Target, advice: [Int: String] = [:]) -> Mapping {
    Mapping(
      columns: headings.indices.map { index in
        let known = settled[index]
        return Mapping.Column(
          number: index + 1, heading: headings[index], target: known?.target ?? rest,
          reason: known?.reason ?? .noField, transformation: known?.transformation,
          advice: known == nil ? advice[index + 1] : nil)
      })
  }
}

internal import Basics
internal import Documents

/// Part B of the technical report: the narrative under the template's headings, which close up.
struct PartB {
  let context: TechnicalContext
  private var headings: NumberedHeadings
  /// What JSON has of the sections: their numbers, headings and texts.
  private var data: [JSONValue] = []

  init(_ context: TechnicalContext) {
    self.context = context
    headings = NumberedHeadings(context.sections)
  }

  func blocks() throws -> [Block] {
    var part = self
    for section in context.sections.of(.periodic) {
      if let number = section.number { try part.add(section, number) }
    }
    return part.headings.blocks + [.data("sections", .array(part.data))]
  }

  private mutating func add(_ section: ReportSection, _ number: String) throws {
    if section.workPackage != nil { return try addPackages(section, number) }
    let content = try facts(of: section.id)
    let own = context.text(section.id)
    let others = context.texts(ofPartners: section.id)
    let key = ReportTextKey(section.id, period: context.period.name)
    let isWritten = own != nil || !others.isEmpty
    if section.isOptional, !isWritten, content.isEmpty { return }
    var blocks = own.map { ReportText.shown($0) } ?? []
    for (partner, text) in others {
      blocks += [.numbered(partner.code.text, level: 4)] + ReportText.shown(text)
    }
    if !isWritten, !section.isOptional || content.contains(where: \.asksForWords) {
      blocks.append(.missingText(key))
    }
    let given = headings.add(number, blocks + content)
    note(section, given, key, own)
    for (partner, text) in others {
      var key = key
      key.partner = partner.code.text
      note(section, given, key, text)
    }
  }

  /// A section with a heading of its own for each work package that ran.
  private mutating func addPackages(_ section: ReportSection, _ number: String) throws {
    headings.add(number, [])
    for package in context.packages where package.startsOn <= context.days.upperBound {
      let key = ReportTextKey(
        section.id, workPackage: package.code, period: context.period.name)
      let own = context.text(section.id, package.code)
      let others = context.texts(ofPartners: section.id, package.code)
      var blocks = own.map { ReportText.shown($0) } ?? []
      for (partner, text) in others {
        blocks += [.numbered("\(package.code), \(partner.code)", level: 4)]
        blocks += ReportText.shown(text)
      }
      if own == nil, others.isEmpty { blocks.append(.missingText(key)) }
      blocks += PackageProgress(context, package).blocks()
      let given = headings.add(
        under: number, "\(package.code) \(package.title)", blocks)
      note(section, given, key, own)
      for (partner, text) in others {
        var key = key
        key.partner = partner.code.text
        note(section, given, key, text)
      }
    }
  }

  private mutating func note(
    _ section: ReportSection, _ number: String, _ key: ReportTextKey, _ text: String?
  ) {
    data.append(
      .object([
        JSONMember("section", .string(section.id)), JSONMember("number", .string(number)),
        JSONMember("heading", .string(section.heading)),
        JSONMember("work_package", key.workPackage.map { .string($0.description) } ?? .null),
        JSONMember("partner", key.partner.map { .string($0) } ?? .null),
        JSONMember("text", text.map { .string($0) } ?? .null),
      ]))
  }

  /// What the project knows for a section, below its text; nothing where it does not apply.
  private func facts(of section: String) throws -> [Block] {
    switch section {
    case "dissemination-plan":
      return context.activities.isEmpty
        ? []
        : [
          .paragraph(
            "\(counted(context.activities.count, "activity", "activities")) in the period; part A "
              + "lists them.")
        ]
    case "recommendations": return reviews
    case "deviations": return DeviationBlocks(context).tasks
    case "resources": return DeviationBlocks(context).resources
    case "subcontracting": return try DeviationBlocks(context).subcontracting()
    case "exchanges":
      return context.programme.scheme == nil ? [] : try ExchangeBlocks(context).blocks()
    default: return []
    }
  }

  /// The reviews that were held by the end of the period.
  private var reviews: [Block] {
    let held = context.reviews.filter { $0.heldOn.map { $0 <= context.day } ?? false }
    guard !held.isEmpty else { return [] }
    return [
      .table(
        Table(
          noun: "reviews",
          fields: [
            Field("code", "Review", rank: .key) { .text($0.code.description) },
            Field("title", "Title", rank: .main) { .text($0.title) },
            Field("held_on", "Held") { .day(orEmpty: $0.heldOn) },
            Field("comments", "Recommendations and comments") { .text(orEmpty: $0.comments) },
          ], rows: held))
    ]
  }
}

extension Block {
  /// Whether it shows something that a text has to say more of.
  fileprivate var asksForWords: Bool {
    switch self {
    case .table(let table, _): !table.isEmpty
    default: false
    }
  }
}

package import Basics
internal import GRDB

extension ProjectDetails {
  /// What the person says beyond the template.
  package struct Opening: Sendable, Equatable {
    package var acronym: String?
    package var title: String?
    package var grantNumber: String?
    package var start: Day?
    package var end: Day?

    package init(
      acronym: String? = nil, title: String? = nil, grantNumber: String? = nil, start: Day? = nil,
      end: Day? = nil
    ) {
      self.acronym = acronym
      self.title = title
      self.grantNumber = grantNumber
      self.start = start
      self.end = end
    }
  }

  /// Lays out a new project from a template; each of its facts keeps its mark and source.
  package func start(from template: ProjectTemplate, _ opening: Opening) throws -> Project {
    try store.write { write in
      let said = template.project
      let acronym = try required(opening.acronym, "acronym", "--acronym", template)
      let start = try day(opening.start, "start", "--start DATE", template)
      let project = Project(
        acronym: acronym,
        title: opening.title ?? said["title"]?.value ?? opening.acronym ?? "",
        grantNumber: opening.grantNumber ?? said["grant"]?.value,
        programme: said["programme"]?.value,
        start: start,
        end: try day(
          opening.end ?? template.end(from: start), "end", "--end DATE", template))
      guard project.start <= project.end else {
        throw ProjectProblem.endsBeforeStart(start: project.start, end: project.end)
      }
      try write.db.execute(
        sql: """
          INSERT INTO project (id, acronym, title, grant_number, programme, start_day, end_day)
          VALUES (1, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          project.acronym, project.title, project.grantNumber, project.programme, project.start,
          project.end,
        ])
      try insertFacts(said, opening, project, write)
      for period in template.periods { try insert(period, write) }
      for partner in template.partners { try insert(partner, write) }
      for package in template.workPackages { try insert(package, write) }
      write.records("started \(project.acronym) from the template \(template.name)")
      return project
    }
  }

  private func required(
    _ given: String?, _ fact: String, _ option: String, _ template: ProjectTemplate
  ) throws -> String {
    guard let value = given ?? template.project[fact]?.value else {
      throw ProjectProblem.missing(option, template: template.name)
    }
    return value
  }

  private func day(
    _ given: Day?, _ fact: String, _ option: String, _ template: ProjectTemplate
  ) throws -> Day {
    guard let day = given ?? template.project[fact].flatMap({ Day(iso: $0.value) }) else {
      throw ProjectProblem.missing(option, template: template.name)
    }
    return day
  }

  private func insertFacts(
    _ said: [String: ProjectTemplate.Fact], _ opening: Opening, _ project: Project,
    _ write: Transaction
  ) throws {
    let own: [String: String?] = [
      "acronym": opening.acronym, "title": opening.title, "grant": opening.grantNumber,
      "start": opening.start?.iso, "end": opening.end?.iso,
    ]
    for name in Set(said.keys).union(own.keys).sorted() {
      if let value = own[name] ?? nil {
        let fact = StatedFact(name: name, value: value, mark: .own, source: nil)
        try StatedFact.insert(fact, about: StatedFact.project, write)
      } else if name == "end", said[name].map({ $0.value != project.end.iso }) ?? false {
        // It moved with the start, so that the template's source says nothing of it.
        let fact = StatedFact(name: name, value: project.end.iso, mark: .default, source: nil)
        try StatedFact.insert(fact, about: StatedFact.project, write)
      } else if let fact = said[name] {
        try StatedFact.insert(fact.stored(as: name), about: StatedFact.project, write)
      }
    }
  }

  private func insert(_ period: ProjectTemplate.Period, _ write: Transaction) throws {
    let number = try Int.fetchOne(write.db, sql: "SELECT count(*) FROM period") ?? 0
    try write.db.execute(
      sql: "INSERT INTO period (id, number, start_month, end_month) VALUES (?, ?, ?, ?)",
      arguments: [
        write.nextID("period"), number + 1, ProjectMonth(period.start.value)?.number,
        ProjectMonth(period.end.value)?.number,
      ])
  }

  private func context(_ write: Transaction) throws -> RecordContext {
    try RecordContext(write.db, store.invocation, store.hooks)
  }

  private func insert(_ partner: ProjectTemplate.Partner, _ write: Transaction) throws {
    let code = partner.code
    _ = try Partner.register.insert(
      PartnerCode(code),
      [
        "name": partner.name.value, "country": partner.country.value, "city": partner.city.value,
        "role": partner.role.value, "website": partner.website.value,
      ], write, context(write))
    let facts: [(String, ProjectTemplate.Fact?)] = [
      ("name", partner.name), ("city", partner.city), ("country", partner.country),
      ("role", partner.role), ("website", partner.website), ("founded", partner.founded),
      ("phone", partner.phone), ("label", partner.label),
    ]
    for (name, fact) in facts {
      guard let fact else { continue }
      try StatedFact.insert(fact.stored(as: name), about: code, write)
    }
  }

  private func insert(_ package: ProjectTemplate.WorkPackage, _ write: Transaction) throws {
    let code = try WorkPackageCode(package.code)
    _ = try WorkPackage.register.insert(
      code,
      [
        "title": package.title.value, "lead": package.lead.value,
        "start_month": package.start.value, "end_month": package.end.value,
      ], write, context(write))
    for (name, fact) in [
      ("title", package.title), ("lead", package.lead),
      ("start", package.start), ("end", package.end),
    ] {
      try StatedFact.insert(fact.stored(as: name), about: code.description, write)
    }
  }
}

extension ProjectTemplate {
  /// The last day of a project that starts on another day and is as long as the template's.
  ///
  /// It is told in whole months where the template has whole months; nil where it has no days.
  func end(from start: Day) -> Day? {
    func day(_ name: String) -> Day? { project[name].flatMap { Day(iso: $0.value) } }
    guard let first = day("start"), let last = day("end") else { return nil }
    let after = last.adding(days: 1)
    let (from, to) = (first.civil, after.civil)
    let months = (to.year - from.year) * 12 + to.month - from.month
    guard first.adding(months: months) == after else {
      return start.adding(days: last - first)
    }
    return start.adding(months: months).adding(days: -1)
  }
}

extension ProjectTemplate.Fact {
  /// The fact as the project keeps it, with the first of its sources spelled out.
  func stored(as name: String) -> StatedFact {
    StatedFact(
      name: name, value: value, mark: state == .confirmed ? .confirmed : .default,
      source: citedSources.first?.description)
  }
}

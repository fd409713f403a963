internal import ArgumentParser
internal import Basics
internal import BluesCore
internal import Documents

/// A report that a folder of all reports holds, before it is made.
struct ReportJob {
  /// The name of its files, without ending.
  let stem: String
  let title: String
  let about: String
  /// The partner that it is about; nil where it is about all.
  let partner: String?
  let document: () throws -> Document
}

/// A command that makes a report, whichever it is.
protocol ReportMaking {
  static var kind: any Report.Type { get }
}

extension RunReport: ReportMaking {
  static var kind: any Report.Type { Kind.self }
}

/// All reports of a project for a period, each partner's where it is about a partner.
struct ReportSet {
  let store: Store
  let period: String
  let partners: [String]

  /// The reports that are due, in the order of their commands.
  func jobs() throws -> [ReportJob] {
    var jobs: [ReportJob] = []
    for command in ReportCommand.configuration.subcommands {
      guard let kind = (command as? any ReportMaking.Type)?.kind else { continue }
      jobs += try self.jobs(of: kind)
    }
    return jobs
  }

  private func jobs<Kind: Report>(of kind: Kind.Type) throws -> [ReportJob] {
    let needed = Kind.options.filter(\.isNeeded).map(\.name)
    let subjects = Kind.subjects.map(\.name)
    // What else a report needs nobody can guess.
    guard needed.allSatisfy(["partner", "period"].contains),
      subjects.allSatisfy({ $0 == "partner" })
    else { return [] }
    let hasPeriod = Kind.options.contains { $0.name == "period" }
    let texts = hasPeriod ? ["period": period] : [:]
    guard needed.contains("partner") || !subjects.isEmpty else {
      let request = ReportRequest(texts: texts)
      guard try Kind(store: store).isDue(request, in: period) else { return [] }
      return [job(kind, request, partner: nil)]
    }
    return try partners.compactMap { partner in
      let request =
        subjects.isEmpty
        ? ReportRequest(texts: texts.merging(["partner": partner]) { $1 })
        : ReportRequest(subjects: ["partner": partner], texts: texts)
      guard try Kind(store: store).isDue(request, in: period) else { return nil }
      return job(kind, request, partner: partner)
    }
  }

  private func job<Kind: Report>(
    _ kind: Kind.Type, _ request: ReportRequest, partner: String?
  ) -> ReportJob {
    ReportJob(
      stem: ([Kind.name] + (partner.map { [Self.fileName($0)] } ?? [])).joined(separator: "-"),
      title: Kind.name.prefix(1).uppercased() + Kind.name.dropFirst(), about: Kind.abstract,
      partner: partner
    ) {
      try Kind(store: store).document(request).made(by: ReportLine<Kind>(request).text)
    }
  }

  /// Letters, digits and hyphens of a partner's short name.
  private static func fileName(_ text: String) -> String {
    String(text.map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }
}

package import Basics

/// What a published page or document has of the publicity, and what was left unfilled.
package struct PublishedCheck: Sendable, Equatable {
  /// What was seen of an element.
  package enum Verdict: Sendable, Equatable {
    case found
    case missing(String)
    /// The text cannot tell; the reason.
    case unseen(String)
  }

  package let verdicts: [PublicityElement: Verdict]
  package let placeholders: [String]

  /// Looks a text through.
  ///
  /// Pictures are told by their names and descriptions; `images` is nil where the file tells none.
  package init(
    text: String, images: [String]?, hasWords: Bool, of project: Project, on day: Day
  ) throws {
    let programme = try Programme.of(project)
    let reading = PublicityReading(
      page: ReadPage(text, hasWords: hasWords), images: images, project: project,
      programme: programme, day: day)
    verdicts = PublicityElement.asked(by: programme).reduce(into: [:]) {
      $0[$1] = reading.verdict(on: $1)
    }
    placeholders = Placeholder.found(in: text)
  }
}

/// Looks for one element after the other.
struct PublicityReading {
  let page: ReadPage
  let images: [String]?
  let project: Project
  let programme: Programme
  let day: Day

  func verdict(on element: PublicityElement) -> PublishedCheck.Verdict {
    switch element {
    case .emblem: emblem
    case .fundingSentence: sentence
    case .grantNumber: grantNumber
    case .disclaimer: disclaimer
    case .agencyName: agencyName
    case .programmeName:
      page.has(programme.name) ? .found : .missing("it does not name \(programme.name)")
    case .projectName:
      page.hasWord(project.acronym) ? .found : .missing("it does not name \(project.acronym)")
    }
  }

  private var emblem: PublishedCheck.Verdict {
    guard let images else {
      return .unseen("look for it; pictures of this kind of file are not read")
    }
    let names = images.map { Folding.folded($0) }
    let isThere = names.contains { name in Self.emblemWords.contains { name.contains($0) } }
    return isThere
      ? .found : .unseen("look for it; no picture is called emblem, flag or European Union")
  }

  private static let emblemWords = [
    "emblem", "flag", "european union", "europeanunion", "european-union", "european_union",
    "union europ", "eu-logo", "eu_logo", "eulogo", "logo-eu", "logo_eu", "logoeu", "cofund",
    "co-fund", "co_fund", "funded",
  ]

  /// The sentence of the programme, or any that has funding, Europe and the programme in it.
  private var sentence: PublishedCheck.Verdict {
    let own = programme.publicity?.fundingSentence(
      project: project.acronym, grant: project.grantNumber)
    if let own, page.has(own) { return .found }
    let isThere = page.has(
      near: 250,
      [
        ["fund", "financ", "finanz", "finans", "gefordert", "forder", "podpor", "wspar"],
        ["europ", "evrop"], [programme.name],
      ])
    return isThere ? .found : .missing("no sentence says that \(programme.name) funds it")
  }

  private var grantNumber: PublishedCheck.Verdict {
    guard let number = project.grantNumber else {
      return .unseen("the project has no grant number here")
    }
    return page.hasWord(number) ? .found : .missing("\(number) is not in it")
  }

  /// Whose view it is, and who is not responsible: both belong to the disclaimer.
  private var disclaimer: PublishedCheck.Verdict {
    let isView = page.has(
      near: 150,
      [
        ["author", "auteur", "autor"],
        ["view", "opinion", "ansicht", "meinung", "poglad", "nazor", "engage", "punto de vista"],
      ])
    let isNotResponsible = page.has(
      near: 250,
      [
        ["responsib", "responsab", "verantwort", "haftung", "odpowiedzialn", "odpovedn"],
        ["commission", "komm", "comision", "komisj", "komis", "agency", "agence", "agentur"],
      ])
    switch (isView, isNotResponsible) {
    case (true, true): return .found
    case (true, false): return .missing("it does not say that the Agency is not responsible")
    case (false, true): return .missing("it does not say that the views are the author's")
    case (false, false): return .missing("there is none")
    }
  }

  private var agencyName: PublishedCheck.Verdict {
    guard let publicity = programme.publicity, let agency = publicity.agency(on: day) else {
      return .unseen("the Agency of that day is not known")
    }
    if page.hasWord(agency.short) || page.has(Self.long(agency)) { return .found }
    let other = publicity.otherAgencies(on: day).first {
      page.hasWord($0.short) || page.has(Self.long($0))
    }
    guard let other else { return .missing("\(agency.short) is not in it") }
    return .missing("it names \(other.short); on \(day) it is \(agency.short)")
  }

  /// The name without the short one behind it.
  private static func long(_ agency: Publicity.Agency) -> String {
    String(agency.name.prefix { $0 != "(" })
  }
}

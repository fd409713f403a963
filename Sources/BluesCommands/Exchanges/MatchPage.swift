internal import BluesCore
internal import Documents

/// Matches as pages for people and as data.
enum MatchPage {
  static let schema = "blues.match/1"

  /// One visitor's or host's matches, each with its reasons, and its near misses.
  static func page(
    of profile: MatchedProfile, _ found: [Match], _ misses: [Match]?
  ) -> Document {
    let others = profile.role == .visitor ? "Hosts" : "Visitors"
    var blocks: [Block] = [
      .section("\(others) for \(profile.name)"),
      .table(
        list(found, of: profile, noun: "matches", empty: "No matches. --blocked shows why.")),
    ]
    for match in found { blocks += told(match, of: profile, match.reasons) }
    if let misses {
      blocks += [
        .section("Blocked by a rule"),
        .table(
          list(misses, of: profile, noun: "near_misses", empty: "No match is blocked by a rule.")),
      ]
      for match in misses { blocks += told(match, of: profile, match.blocks) }
    }
    return Document(schema: schema, blocks: blocks)
  }

  /// The same as data: the matches, and the near misses when they are asked for.
  static func data(_ found: [Match], _ misses: [Match]?) -> Document {
    var blocks: [Block] = [.table(Table(noun: "matches", fields: Match.fields, rows: found))]
    if let misses {
      blocks.append(.table(Table(noun: "near_misses", fields: Match.fields, rows: misses)))
    }
    return Document(schema: schema, blocks: blocks)
  }

  static func table(_ matches: [Match], noun: String, isPage: Bool) -> Document {
    Document(
      schema: schema,
      blocks: [
        .table(
          Table(
            noun: noun, emptySentence: "No matches.",
            fields: isPage ? Match.pageFields : Match.fields, rows: matches))
      ])
  }

  /// Matches that are written as they are made.
  static func layout(noun: String) -> RowLayout {
    RowLayout(
      schema: schema, noun: noun, columns: MatchRows.columns.map { Column($0, $0) },
      kinds: MatchRows.columns.map { name in
        switch name {
        case "score": .number
        case "reasons", "blocked_by": .list
        default: .text
        }
      })
  }

  /// What `--assign` proposes, with the points in all.
  static func proposals(_ found: Matches.Proposals, isPage: Bool) -> Document {
    let facts = Facts([
      Fact("proposals", "Proposals", .integer(found.matches.count)),
      Fact("open_visitors", "Open visitors", .integer(found.visitors)),
      Fact("open_hosts", "Open hosts", .integer(found.hosts)),
      Fact("total", "Points in all", .decimal(MatchScore.text(found.total))),
    ])
    return Document(
      schema: schema,
      blocks: [
        .facts(facts),
        .table(
          Table(
            noun: "matches", emptySentence: "No matches.",
            fields: isPage ? Match.pageFields : Match.fields, rows: found.matches)),
      ])
  }

  private static func list(
    _ matches: [Match], of profile: MatchedProfile, noun: String, empty: String
  ) -> Table {
    let own = profile.role == .visitor ? "visitor" : "host"
    let fields = Match.pageFields.filter {
      ![own, "\(own)_country", "summary"].contains($0.column.name)
    }
    return Table(noun: noun, emptySentence: empty, fields: fields, rows: matches)
  }

  private static func told(
    _ match: Match, of profile: MatchedProfile, _ sentences: [String]
  ) -> [Block] {
    guard !sentences.isEmpty else { return [] }
    let other = profile.role == .visitor ? match.host : match.visitor
    return [.paragraph("\(other): \(sentences.joined(separator: " "))")]
  }
}

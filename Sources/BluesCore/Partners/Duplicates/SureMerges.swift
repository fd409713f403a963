internal import GRDB

/// What became of the records that are surely one, when all of them were merged in one step.
package struct SureMerges<Record: Sendable>: Sendable {
  /// Records made one.
  package struct Group: Sendable {
    package let survivor: Record
    /// The others as they were.
    package let merged: [Record]
    package let choices: [MergeChoice]
  }

  /// Records that were left as they are, and why.
  package struct Left: Sendable, Equatable {
    package let codes: [String]
    package let reason: String
  }

  package var groups: [Group] = []
  package var left: [Left] = []

  /// How many records are gone.
  package var merged: Int { groups.reduce(0) { $0 + $1.merged.count } }

  /// Takes the step back where nothing came of it.
  private struct Nothing: Error { let left: [Left] }

  /// Merges every group of records of which any two are surely one; the oldest stays.
  ///
  /// A group that cannot be merged is left whole, and the others go on.
  static func run<Traits: DoubleTraits>(
    _ store: Store, _ traits: Traits.Type, _ distinct: DistinctPairs,
    fetch: (Int64, Database) throws -> Record, code: (Record) -> String,
    merge: (Transaction, [String]) throws -> Group
  ) throws -> SureMerges {
    do {
      return try store.write { write in
        var search = DuplicateSearch<Traits>(
          write.db, atLeast: SimilarityWeights.sure, distinct: try distinct.all(write.db))
        var result = SureMerges()
        for cluster in DuplicateSearch<Traits>.clusters(try search.all()) {
          let codes = try cluster.ids.map { code(try fetch($0, write.db)) }
          guard cluster.isWhole else {
            result.left.append(Left(codes: codes, reason: "Some pairs among them are not sure."))
            continue
          }
          do {
            try write.db.inSavepoint {
              result.groups.append(try merge(write, codes))
              return .commit
            }
          } catch let problem as DuplicatesProblem {
            result.left.append(Left(codes: codes, reason: problem.message))
          }
        }
        guard !result.groups.isEmpty else { throw Nothing(left: result.left) }
        let survivors = result.groups.map { code($0.survivor) }
        write.records(
          "merged \(result.merged) into \(survivors.count), all sure",
          affecting: result.groups.flatMap { [code($0.survivor)] + $0.merged.map(code) })
        return result
      }
    } catch let nothing as Nothing {
      return SureMerges(left: nothing.left)
    }
  }
}

extension Contacts {
  /// Merges all contacts that are surely one, in one step.
  package func mergeSure() throws -> SureMerges<Contact> {
    try SureMerges.run(
      store, ComparedContact.self, .contacts, fetch: { try Self.fetch($0, $1) }, code: \.code
    ) { write, codes in
      let merge = try ContactMerge.run(write, codes, MergePreferences())
      return .init(survivor: merge.survivor, merged: merge.merged, choices: merge.choices)
    }
  }
}

extension Organisations {
  /// Merges all organisations that are surely one, in one step.
  package func mergeSure() throws -> SureMerges<Organisation> {
    try SureMerges.run(
      store, ComparedOrganisation.self, .organisations, fetch: { try Self.fetch($0, $1) },
      code: \.code
    ) { write, codes in
      let merge = try OrganisationMerge.run(write, codes, MergePreferences())
      return .init(survivor: merge.survivor, merged: merge.merged, choices: merge.choices)
    }
  }
}

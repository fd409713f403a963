internal import Basics

/// One side of a match, with everything looked up that each pair would ask again.
struct MatchProfile: Sendable {
  let id: Int64
  let organisation: Int64
  /// Where the organisation's name lies in the catalogue.
  let name: Range<Int>
  /// The country's number; 0 when it is not known.
  let country: Int
  /// The row of the calendar with the country's working days.
  let calendar: Int
  /// The tag of the category.
  let category: Int32
  /// The partner that manages it.
  let partner: Int64?
  /// The window as it is stated.
  let from: Day?
  let to: Day?
  /// The first day of the window inside the days on which its country takes part, counted from
  /// their first.
  let opens: Int
  /// The same, but for days that are over.
  let first: Int
  let last: Int
  /// The countries it would rather go to or have visitors from.
  let preferred: CountrySet
  /// Where its tags begin; one place more than there are lists.
  let lists: ListStarts
  /// Visitors a host takes in all.
  let capacity: Int
  let isECCPKnown: Bool
  /// Whether it is a host of a category that hosts were not, or may not be, on some day.
  let isDoubtedHost: Bool
  /// What keeps it from every match.
  var blocks: MatchBlocks
  /// Exchanges that count: as a visitor's funded visits, or on a host's places.
  var taken = 0
  /// Whether it has an exchange with somebody.
  var hasPairs = false

  /// The lists of tags of a profile.
  enum List: Int { case subjects, offers, seeks, languages }

  /// Where each list of tags begins, and the last one ends.
  typealias ListStarts = (Int32, Int32, Int32, Int32, Int32)

  func range(_ list: List) -> Range<Int> {
    switch list {
    case .subjects: Int(lists.0)..<Int(lists.1)
    case .offers: Int(lists.1)..<Int(lists.2)
    case .seeks: Int(lists.2)..<Int(lists.3)
    case .languages: Int(lists.3)..<Int(lists.4)
    }
  }
}

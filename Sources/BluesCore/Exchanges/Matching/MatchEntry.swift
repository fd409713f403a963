internal import Basics

/// A profile as it is stored, its texts lent for as long as it is looked at.
struct MatchEntry {
  typealias Text = UnsafeBufferPointer<UInt8>

  let id: Int64
  let organisation: Int64
  let isHost: Bool
  let partner: Int64?
  let capacity: Int?
  let name: Text
  let country: Text?
  let category: Text?
  let sectors: Text?
  let technologies: Text?
  let languages: Text?
  let offers: Text?
  let seeks: Text?
  let from: Text?
  let to: Text?
  let preferredCountries: Text?
  let assessment: Text?
  let eccp: Text?

  /// A day as it is stored; nil where there is none.
  static func day(_ text: Text?) -> Day? {
    guard let text, text.count == 10, text[4] == 0x2D, text[7] == 0x2D,
      let year = wholeNumber(text[0..<4]), let month = wholeNumber(text[5..<7]),
      let day = wholeNumber(text[8..<10])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }
}

/// An exchange as far as it bears on matches.
struct MatchedBefore {
  let visitor: Int64
  let host: Int64
  let isFunded: Bool
}

internal import Basics

/// Words for yes and no in the languages of the lists.
enum YesWords {
  /// Whether a word says yes or no; nil for any other.
  static func answer(_ text: String) -> Bool? {
    switch Folding.folded(text) {
    case "yes", "y", "oui", "ja", "si", "tak", "ano", "true", "1", "x": true
    case "no", "n", "non", "nein", "nie", "ne", "false", "0", "-": false
    default: nil
    }
  }
}

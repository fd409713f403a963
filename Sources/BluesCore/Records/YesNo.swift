internal import Basics

/// The answer to a question that has two.
package enum YesNo: String, RecordWord, StoredValue {
  case yes, no

  /// As lists of five countries write it.
  init?(listed text: String) {
    switch Folding.folded(text) {
    case "yes", "y", "oui", "ja", "si", "tak", "ano", "true", "1", "x": self = .yes
    case "no", "n", "non", "nein", "nie", "ne", "false", "0", "-": self = .no
    default: return nil
    }
  }
}

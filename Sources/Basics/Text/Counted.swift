/// A number with its noun, such as `1 row` and `2 rows`; the plural is `plural(noun)` unless
/// another one is given.
package func counted(_ count: Int, _ noun: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : many ?? plural(noun))"
}

/// The word for one thing or the word for many, such as `is` and `are`.
package func agreeing(_ count: Int, _ one: String, _ many: String) -> String {
  count == 1 ? one : many
}

/// The plural of an English noun, such as `entries` of `entry`.
package func plural(_ noun: String) -> String {
  if noun.hasSuffix("s") || noun.hasSuffix("x") || noun.hasSuffix("ch") { return "\(noun)es" }
  let isConsonantAndY =
    noun.hasSuffix("y") && !["a", "e", "o", "u"].contains(String(noun.dropLast().suffix(1)))
  return isConsonantAndY ? "\(noun.dropLast())ies" : "\(noun)s"
}

/// A sentence without the second full stop that it gets where the datum at its end has one.
package func withOneStop(_ sentence: String) -> String {
  sentence.hasSuffix("..") && !sentence.hasSuffix("...") ? String(sentence.dropLast()) : sentence
}

/// Texts as people list them, with a word before the last: `A, B and C`.
package func enumerated(_ texts: [String], by word: String = "and") -> String {
  guard texts.count > 1, let last = texts.last else { return texts.joined() }
  return "\(texts.dropLast().joined(separator: ", ")) \(word) \(last)"
}

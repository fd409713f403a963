/// The letters beyond ASCII that a language is written with, and what else its texts may hold.
struct Alphabet: Sendable {
  let letters: Set<Unicode.Scalar>

  init(_ lower: String) {
    let text = lower + lower.uppercased()
    letters = Set(text.unicodeScalars.filter { $0.value > 0x7F })
  }

  /// Languages of the Union and its neighbours.
  ///
  /// One text rarely mixes them, so letters that all belong to one speak for the encoding.
  static let all = [
    Alphabet("äöüßé"),  // German
    Alphabet("àâæçéèêëîïôœùûüÿ"),  // French
    Alphabet("áéíñóúüºª"),  // Spanish
    Alphabet("áâãàçéêíóôõúºª"),  // Portuguese
    Alphabet("àèéìòùî"),  // Italian
    Alphabet("àçèéíïòóúü·"),  // Catalan
    Alphabet("åäöéæøüá"),  // Nordic
    Alphabet("ðþáéíóúýæö"),  // Icelandic
    Alphabet("éëïöüèáóíú"),  // Dutch
    Alphabet("õäöüšž"),  // Estonian
    Alphabet("ąćęłńóśźż"),  // Polish
    Alphabet("áčďéěíňóřšťúůýž"),  // Czech
    Alphabet("áäčďéíĺľňóôŕšťúýž"),  // Slovak
    Alphabet("áéíóöőúüű"),  // Hungarian
    Alphabet("ăâîșțşţ"),  // Romanian
    Alphabet("čćđšž"),  // Slovene, Croatian, Bosnian
    Alphabet("абвгдежзийклмнопрстуфхцчшщъыьэюяё"),  // Russian, Bulgarian
    Alphabet("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),  // Ukrainian
    Alphabet("абвгдђежзијклљмнњопрстћуфхцчџшѓќѕ"),  // Serbian, Macedonian
    Alphabet("άέήίόύώαβγδεζηθικλμνξοπρσςτυφχψωϊϋΐΰ"),  // Greek
  ]

  /// Signs that stand in lists of organisations in any language.
  static let signs = Set("–—‘’“”„‚«»…€§°•№®©™²³ªº´·½£¡¿\u{A0}\u{AD}".unicodeScalars)
}

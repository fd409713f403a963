internal import Basics

/// The headings that lists of stays use, in six languages.
enum StayHeadings {
  static let visitor = """
    visitor organisation,visitor organization,visiting organisation,visiting organization,vo,
    visitor name,guest; fr: visiteur,organisme visiteur,organisation visiteuse;
    de: besucher,gast,besuchende organisation,entsendende organisation;
    es: visitante,organización visitante,entidad visitante;
    pl: gość,odwiedzający,organizacja odwiedzająca; cs: návštěvník,
    navštěvující organizace
    """
  static let host = """
    host organisation,host organization,hosting organisation,hosting organization,ho,host name;
    fr: hôte,organisme d'accueil,structure d'accueil,organisation hôte;
    de: gastgeber,gastgebende organisation,aufnehmende organisation;
    es: anfitrión,anfitriona,organización anfitriona,entidad anfitriona,entidad de acogida;
    pl: gospodarz,organizacja przyjmująca,organizacja goszcząca;
    cs: hostitel,hostitelská organizace,přijímající organizace
    """
  static let firstDay = """
    start date,start,starts,from date,begin; fr: début,date de début,premier jour;
    de: beginn,anfang,startdatum,anfangsdatum,erster tag;
    es: inicio,fecha de inicio,primer día; pl: początek,data rozpoczęcia,pierwszy dzień;
    cs: začátek,datum začátku,zahájení,první den
    """
  static let lastDay = """
    end date,end,ends,to date; fr: fin,date de fin,dernier jour; de: ende,enddatum,letzter tag;
    es: fin,fecha de fin,fecha final,último día; pl: koniec,data zakończenia,ostatni dzień;
    cs: konec,datum konce,ukončení,poslední den
    """
  static let mode = """
    type of exchange,exchange type,physical or virtual; fr: modalité,type d'échange;
    de: art des austauschs,form; es: modalidad,tipo de intercambio; pl: forma,tryb;
    cs: forma,způsob
    """
  static let distance = """
    km,distance km,kilometres,kilometers; fr: distance,kilomètres; de: entfernung,kilometer;
    es: distancia,kilómetros; pl: odległość,kilometry; cs: vzdálenost,kilometry
    """

  /// The way of a stay, by the words for it in six languages.
  static func mode(_ text: String) -> Exchange.Mode? {
    let word = Folding.folded(text)
    return modes.first { $0.words.contains { word.utf8.starts(with: $0.utf8) } }?.mode
  }

  /// Beginnings of folded words.
  private static let modes: [(mode: Exchange.Mode, words: [String])] = [
    (.hybrid, ["hybrid", "hibrid", "hybryd", "mixed", "mixte", "mixto", "gemischt"]),
    (.virtual, ["virtu", "wirtu", "online", "en ligne", "remote"]),
    (.physical, ["physi", "fisic", "fizycz", "fyzick", "presen", "in person", "vor ort"]),
  ]
}

extension HeadingWords {
  static let activity =
    "; fr: activité,événement,action; es: actividad,evento; de: aktivität,veranstaltung; "
    + "pl: działanie,wydarzenie; cs: aktivita,událost,akce"
  static let place =
    "; fr: lieu,endroit; es: lugar; de: ort,veranstaltungsort; pl: miejsce; cs: místo"
  static let partners =
    "; fr: partenaires; es: socios; de: beteiligte partner,partner; pl: partnerzy; cs: partneři"
  static let channel =
    "; fr: canal,nature; es: canal; de: kanal,art; pl: kanał,rodzaj; cs: kanál,druh"
  static let activityType = "; es: tipo; de: typ; pl: typ; cs: typ"
  static let firstDay =
    "; fr: date,date de début,début,du; es: fecha,fecha de inicio,inicio,desde; "
    + "de: datum,beginn,anfang,von; pl: data,początek,od; cs: datum,začátek,od"
  static let lastDay =
    "; fr: date de fin,fin,au; es: fecha de fin,fin,hasta; de: ende,bis; pl: koniec,do; "
    + "cs: konec,do"
  static let audience =
    "; fr: public,public cible; es: público,público objetivo; de: zielgruppe,publikum; "
    + "pl: odbiorcy,grupa docelowa; cs: cílová skupina,publikum"
  static let reach =
    "; fr: portée,personnes touchées; es: alcance,personas alcanzadas; "
    + "de: reichweite,erreichte personen; pl: zasięg; cs: dosah"
  static let cost = "; fr: coût,dépense; es: coste,gasto; de: kosten; pl: koszt; cs: náklady"
  static let link = "; fr: lien,site web; es: enlace; de: verweis; pl: odnośnik; cs: odkaz"
  static let outcome =
    "; fr: résultat; es: resultado; de: ergebnis; pl: rezultat,wynik; cs: výsledek"
  static let hours = "; fr: heures; es: horas; de: stunden; pl: godziny; cs: hodiny"
  static let satisfaction =
    "; fr: satisfaction; es: satisfacción; de: zufriedenheit; pl: zadowolenie; cs: spokojenost"
  static let answers =
    "; fr: réponses; es: respuestas; de: antworten,rückmeldungen; pl: odpowiedzi; cs: odpovědi"
  static let decision =
    "; fr: décision; es: decisión; de: beschluss,entscheidung; pl: decyzja; cs: rozhodnutí"
  static let action =
    "; fr: action,point d'action; es: acción,tarea; de: aufgabe,maßnahme; "
    + "pl: zadanie,działanie; cs: úkol"
  static let meeting =
    "; fr: réunion; es: reunión; de: sitzung,treffen; pl: spotkanie; cs: jednání,schůzka"
  static let done =
    "; fr: fait le,terminé; es: hecho,terminado; de: erledigt,erledigt am; "
    + "pl: wykonano; cs: splněno"
  static let level = "; fr: niveau; es: nivel; de: stufe; pl: poziom; cs: úroveň"
  static let obtained =
    "; fr: obtenu le; es: obtenido; de: verliehen am,erhalten am; pl: uzyskano; cs: získáno"
  static let validTo =
    "; fr: valable jusqu'au; es: válido hasta; de: gültig bis; pl: ważny do; cs: platí do"
  static let score =
    "; fr: score; es: puntuación; de: punkte,bewertung; pl: wynik; cs: hodnocení"
}

/// What an activity is.
package enum ActivityType: String, RecordWord {
  case training, feedback
  case jointEvent = "joint-event"
  case matchmaking, mission, meeting, communication, dissemination

  /// As lists in six languages call it.
  init?(listed text: String) {
    guard let code = Self.words.code(text) else { return nil }
    self.init(rawValue: code)
  }

  private static let words = WordTable(
    """
    training: training course,training session,course,workshop,formation,atelier,schulung,\
    formación,curso,taller,szkolenie,warsztaty,školení
    feedback: feedback session,feedback meeting,retour,retour d'expérience,rückmeldung,\
    feedbackrunde,retroalimentación,informacja zwrotna,zpětná vazba
    joint-event: joint event,event,événement commun,événement,gemeinsame veranstaltung,\
    veranstaltung,evento,evento conjunto,wspólne wydarzenie,wydarzenie,společná akce,akce
    matchmaking: matchmaking event,brokerage,brokerage event,b2b,rencontres d'affaires,\
    kontaktbörse,kooperationsbörse,encuentro empresarial,spotkania b2b,giełda kooperacyjna,\
    párování
    mission: study visit,study trip,trade mission,mission,visite d'étude,studienreise,\
    delegationsreise,misión,visita de estudio,misja,wizyta studyjna,mise,studijní cesta
    meeting: partnership meeting,project meeting,conference call,réunion,sitzung,treffen,\
    besprechung,reunión,spotkanie,jednání,schůzka
    communication: communication activity,communication,kommunikation,comunicación,komunikacja,\
    komunikace
    dissemination: dissemination activity,diffusion,verbreitung,difusión,diseminación,\
    upowszechnianie,šíření
    """)
}

/// How far an activity is, in the words of the Agency's portal and `planned`.
package enum ActivityStatus: String, RecordWord {
  case planned, ongoing, delivered, postponed, cancelled

  /// As lists in six languages call it.
  init?(listed text: String) {
    guard let code = Self.words.code(text) else { return nil }
    self.init(rawValue: code)
  }

  private static let words = WordTable(
    """
    planned: prévu,geplant,previsto,planificado,planowane,zaplanowane,plánováno
    ongoing: in progress,running,en cours,laufend,en curso,w toku,probíhá
    delivered: done,held,completed,finished,réalisé,terminé,durchgeführt,abgeschlossen,\
    realizado,terminado,zrealizowane,zakończone,uskutečněno,hotovo
    postponed: reporté,verschoben,aplazado,przełożone,odloženo
    cancelled: canceled,annulé,abgesagt,cancelado,odwołane,zrušeno
    """)
}

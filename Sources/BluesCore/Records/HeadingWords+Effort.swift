/// What lists of persons, of their pay and of their hours call their columns.
extension HeadingWords {
  static let person =
    "; fr: personne,salarié; es: persona,empleado; de: person,mitarbeiter,mitarbeiterin; "
    + "pl: osoba,pracownik; cs: osoba,pracovník,člen,zaměstnanec"
  static let personName =
    "; fr: nom,nom et prénom; es: nombre,nombre y apellidos; de: name,vor- und nachname; "
    + "pl: imię i nazwisko,nazwisko; cs: jméno,jméno a příjmení"
  static let position =
    "; fr: fonction,poste; es: cargo,puesto; de: funktion; pl: stanowisko; cs: funkce,pozice"
  static let employment =
    "; fr: taux d'emploi,quotité; es: jornada; de: beschäftigungsgrad,beschäftigungsumfang,stellenanteil,stellenumfang; "
    + "pl: wymiar etatu,etat; cs: úvazek"
  static let costCategory =
    "; fr: catégorie; es: categoría; de: kategorie; pl: kategoria; cs: kategorie"
  static let annualCost =
    "; fr: coût annuel; es: coste anual; de: jahreskosten,jährliche kosten; "
    + "pl: koszt roczny,roczny koszt; cs: roční náklady"
  static let productiveHours =
    "; fr: heures productives; es: horas productivas; de: produktivstunden,jahresstunden; "
    + "pl: godziny produktywne; cs: produktivní hodiny"
  static let date = "; fr: date,jour; es: fecha,día; de: datum,tag; pl: data,dzień; cs: datum,den"
  static let month = "; fr: mois; es: mes; de: monat; pl: miesiąc; cs: měsíc"
  static let worked =
    "; fr: heures,temps; es: horas,tiempo; de: stunden,std,zeit; pl: godziny,czas; "
    + "cs: hodiny,čas"
  static let doneWork =
    "; fr: activité,description; es: actividad,descripción; de: tätigkeit,beschreibung; "
    + "pl: czynność,opis; cs: činnost,popis,komentář"
  static let signedOn =
    "; fr: signé le; es: firmado el; de: unterschrieben am,unterzeichnet am; "
    + "pl: podpisano; cs: podepsáno"
  static let approvedOn =
    "; fr: approuvé le,validé le; es: aprobado el; de: freigegeben am,genehmigt am; "
    + "pl: zatwierdzono; cs: schváleno"
  static let approvedBy =
    "; fr: approuvé par,validé par; es: aprobado por; de: freigegeben von,genehmigt von; "
    + "pl: zatwierdził; cs: schválil"
}

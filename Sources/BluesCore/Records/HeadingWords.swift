/// What lists in French, Spanish, German, Polish and Czech call the columns of the plan
/// and of partners; each follows the English words of an attribute.
enum HeadingWords {
  static let number =
    "; fr: numéro,n°,no; es: número,n.º,núm; de: nummer,nr,lfd nr; pl: numer,nr,lp; cs: číslo,č"
  static let role = "; fr: rôle; es: rol,función; de: rolle; pl: rola; cs: role"
  static let title =
    "; fr: titre,intitulé,nom; es: título,nombre; de: titel,bezeichnung,name; pl: tytuł,nazwa; "
    + "cs: název"
  static let workPackage =
    "; fr: lot,lot de travail; es: paquete de trabajo,pt; de: arbeitspaket,ap; "
    + "pl: pakiet roboczy,pakiet prac; cs: pracovní balíček,balíček"
  static let lead =
    "; fr: responsable,chef de file,pilote; es: responsable,líder; "
    + "de: leitung,verantwortlich,federführung,zuständig; pl: lider,odpowiedzialny; "
    + "cs: vedoucí,odpovědný"
  static let start =
    "; fr: début,mois de début; es: inicio,mes de inicio; de: beginn,anfang,startmonat,von; "
    + "pl: początek,od; cs: začátek,zahájení,od"
  static let end =
    "; fr: fin,mois de fin; es: fin,mes de fin; de: ende,endmonat,bis; pl: koniec,zakończenie,do; "
    + "cs: konec,ukončení,do"
  static let due =
    "; fr: échéance,date d'échéance,mois d'échéance; es: vencimiento,plazo,fecha límite; "
    + "de: fällig,fälligkeit,fällig am,frist,termin; pl: termin,termin realizacji; cs: termín,lhůta"
  static let state =
    "; fr: état,statut; es: estado; de: stand,status; pl: stan,status; cs: stav"
  static let submitted =
    "; fr: remis le,date de remise; es: entregado,fecha de entrega; de: abgegeben,eingereicht am; "
    + "pl: złożono,data złożenia; cs: odevzdáno,datum odevzdání"
  static let kind = "; fr: type,nature; es: tipo; de: art,typ; pl: typ,rodzaj; cs: typ,druh"
  static let description =
    "; fr: description; es: descripción; de: beschreibung; pl: opis; cs: popis"
  static let participants =
    "; fr: participants,partenaires; es: participantes,socios; de: beteiligte,partner; "
    + "pl: uczestnicy,partnerzy; cs: účastníci,partneři"
  static let objectives = "; fr: objectifs; es: objetivos; de: ziele; pl: cele; cs: cíle"
  static let personMonths =
    "; fr: personnes-mois,hommes-mois; es: personas-mes,meses-persona; de: personenmonate; "
    + "pl: osobomiesiące; cs: člověkoměsíce,osoboměsíce"
  static let venue =
    "; fr: lieu; es: lugar,sede; de: ort; pl: miejsce,miejscowość; cs: místo"
  static let country = "; fr: pays; es: país; de: land; pl: kraj,państwo; cs: země,stát"
  static let city =
    "; fr: ville; es: ciudad,localidad; de: ort,stadt; pl: miasto,miejscowość; cs: město,obec"
  static let note = "; fr: remarque; es: observaciones; de: bemerkung; pl: uwagi; cs: poznámka"
  static let deliverable =
    "; fr: livrable; es: entregable; de: liefergegenstand,ergebnis; "
    + "pl: produkt,rezultat; cs: výstup"
  static let milestone =
    "; fr: jalon; es: hito; de: meilenstein; pl: kamień milowy; cs: milník"
  static let task =
    "; fr: tâche; es: tarea; de: aufgabe; pl: zadanie; cs: úkol"
  static let risk =
    "; fr: risque; es: riesgo; de: risiko; pl: ryzyko; cs: riziko"
  static let likelihood =
    "; fr: probabilité; es: probabilidad; "
    + "de: wahrscheinlichkeit,eintrittswahrscheinlichkeit; pl: prawdopodobieństwo; "
    + "cs: pravděpodobnost"
  static let impact =
    "; fr: gravité,impact; es: impacto,gravedad; de: auswirkung,schwere; "
    + "pl: wpływ,skutek; cs: dopad"
  static let mitigation =
    "; fr: mesures,mesures d'atténuation; es: medidas,mitigación; "
    + "de: massnahmen,maßnahmen; pl: środki zaradcze,działania zaradcze; cs: opatření"
  static let indicator =
    "; fr: indicateur; es: indicador; de: indikator,kennzahl; pl: wskaźnik; cs: ukazatel,indikátor"
  static let unit = "; fr: unité; es: unidad; de: einheit; pl: jednostka; cs: jednotka"
  static let baseline =
    "; fr: valeur initiale,valeur de référence; es: valor inicial,línea de base; "
    + "de: ausgangswert,basiswert; pl: wartość początkowa,wartość bazowa; cs: výchozí hodnota"
  static let target =
    "; fr: cible,valeur cible; es: meta,valor objetivo; de: zielwert,ziel,soll; "
    + "pl: wartość docelowa,cel; cs: cílová hodnota,cíl"
  static let cumulative =
    "; fr: cumulatif; es: acumulativo; de: kumulativ; pl: skumulowany; cs: kumulativní"
  static let source =
    "; fr: source de vérification; es: fuente,fuente de verificación; de: quelle; pl: źródło; "
    + "cs: zdroj"
  static let justification =
    "; fr: justification; es: justificación; de: begründung; pl: uzasadnienie; cs: zdůvodnění"
  static let reason =
    "; fr: motif,raison; es: motivo; de: grund; pl: powód; cs: důvod"
  static let partner =
    "; fr: sigle,acronyme,partenaire,bénéficiaire,participant; "
    + "es: siglas,acrónimo,socio,beneficiario,participante; "
    + "de: kürzel,kurzname,partner,teilnehmer,begünstigter; pl: skrót,partner,uczestnik; "
    + "cs: zkratka,partner,účastník"
  static let predecessor =
    "; fr: après,prédécesseur,prédécesseurs; es: después de,predecesor,predecesora; "
    + "de: nach,vorgänger; pl: po,poprzednik; cs: po,předchůdce"
}

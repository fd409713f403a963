/// What lists in five languages call the columns of budgets and costs.
extension HeadingWords {
  static let category =
    "; fr: catégorie,catégorie de coûts; es: categoría,categoría de coste; "
    + "de: kategorie,kostenkategorie,kostenart; pl: kategoria,kategoria kosztów; "
    + "cs: kategorie,druh nákladů"
  static let amount =
    "; fr: montant,montant ht; es: importe,cantidad; de: betrag,summe,nettobetrag; "
    + "pl: kwota,kwota netto; cs: částka,cena"
  static let accepted =
    "; fr: montant accepté,coûts acceptés,montant; es: importe aceptado,costes aceptados,importe; "
    + "de: anerkannt,anerkannte kosten,anerkannter betrag,betrag,summe; "
    + "pl: kwota uznana,koszty uznane,kwota; cs: uznáno,uznané náklady,uznaná částka,částka"
  static let currency =
    "; fr: devise,monnaie; es: moneda,divisa; de: währung; pl: waluta; cs: měna"
  static let vat = "; fr: tva; es: iva; de: mwst,ust,mehrwertsteuer; pl: podatek vat; cs: dph"
  static let purpose =
    "; fr: description,libellé,désignation,objet; es: descripción,concepto; "
    + "de: beschreibung,bezeichnung,verwendungszweck,gegenstand; pl: opis,nazwa,przedmiot; "
    + "cs: popis,předmět,účel"
  static let total =
    "; fr: total,somme,total général; es: total,suma,total general; "
    + "de: gesamt,gesamtsumme,insgesamt,gesamtkosten; pl: razem,suma,ogółem,łącznie; "
    + "cs: celkem,součet,úhrnem"
  static let supplier =
    "; fr: fournisseur; es: proveedor; de: lieferant,kreditor; pl: dostawca,kontrahent; "
    + "cs: dodavatel"
  static let invoice =
    "; fr: facture,n° de facture; es: factura,n.º de factura; "
    + "de: rechnung,rechnungsnummer,rechnungsnr,belegnummer,belegnr; "
    + "pl: faktura,numer faktury,nr faktury; cs: faktura,číslo faktury,číslo dokladu"
  static let incurred =
    "; fr: date,date de la dépense,date de facture; es: fecha,fecha de gasto,fecha de factura; "
    + "de: datum,rechnungsdatum,belegdatum; pl: data,data kosztu,data poniesienia,data faktury; "
    + "cs: datum,datum výdaje,datum faktury"
  static let paidOn =
    "; fr: payé le,date de paiement; es: pagado el,fecha de pago; de: bezahlt am,zahlungsdatum; "
    + "pl: data zapłaty; cs: zaplaceno,datum úhrady"
  static let evidence =
    "; fr: pièce,justificatif; es: justificante; de: beleg; pl: dowód; cs: doklad"
  static let foreseen =
    "; fr: prévu; es: previsto; de: vorgesehen; pl: przewidziane; cs: předpokládáno"
  static let deductible =
    "; fr: tva récupérable; es: iva deducible; de: vorsteuerabzug; pl: vat do odliczenia; "
    + "cs: odpočet dph"
  static let period =
    "; fr: période; es: período; de: berichtszeitraum; pl: okres; cs: období"
}

extension HeadingWords {
  static let paymentDay =
    "; fr: date,date de paiement; es: fecha,fecha de pago; de: datum,zahlungstag; "
    + "pl: data,data płatności; cs: datum,datum platby"
  static let amountPaid =
    "; fr: montant; es: importe; de: betrag; pl: kwota; cs: částka"
  static let paymentReference =
    "; fr: référence; es: referencia; de: verwendungszweck,referenz,zahlungsreferenz; "
    + "pl: tytuł przelewu,referencja; cs: variabilní symbol,reference"
}

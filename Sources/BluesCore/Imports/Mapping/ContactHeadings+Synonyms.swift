extension ContactHeadings {
  /// Headings by language, in the form that `ImportField` takes.
  static func synonyms(of field: ContactField) -> String {
    switch field.key {
    case "organisation":
      """
      organization,company,company name,firm,institution,entity,employer,organisation name,
      organization name,legal name;
      fr: entreprise,société,raison sociale,organisme,dénomination,institution,
      nom de l'entreprise,structure;
      de: firma,unternehmen,firmenname,einrichtung,betrieb,gesellschaft,institution,organisation;
      es: empresa,entidad,razón social,organización,institución,asociación,denominación,
      nombre empresa,nombre de la empresa,denominación social;
      pl: przedsiębiorstwo,nazwa firmy,nazwa,podmiot,instytucja,organizacja,firma;
      cs: podnik,společnost,organizace,instituce,název,název firmy,subjekt,obchodní jméno,firma
      """
    case "name":
      """
      contact,contact name,contact person,full name,person;
      fr: nom complet,personne de contact,interlocuteur,contact,nom et prénom;
      de: ansprechpartner,ansprechperson,kontaktperson,kontakt,ansprechpartnerin;
      es: persona de contacto,contacto,nombre completo,nombre y apellidos;
      pl: imię i nazwisko,osoba kontaktowa,osoba do kontaktu,kontakt;
      cs: jméno a příjmení,kontaktní osoba,kontakt
      """
    case "given_name":
      """
      first name,forename,firstname; fr: prénom; de: vorname; pl: imię; cs: křestní jméno
      """
    case "family_name":
      """
      last name,lastname,surname; fr: nom de famille; de: nachname,familienname;
      es: apellidos,apellido; pl: nazwisko; cs: příjmení
      """
    case "position":
      """
      job title,job,role; fr: fonction,poste; de: funktion,position,stelle;
      es: cargo,puesto,función; pl: stanowisko,funkcja; cs: funkce,pozice,pracovní pozice
      """
    case "email":
      """
      e-mail,mail,email address,e-mail address,contact email;
      fr: courriel,adresse e-mail,adresse électronique,mél,adresse mail,mail;
      de: e-mailadresse,emailadresse,mail; es: correo,correo electrónico,dirección de correo;
      pl: adres e-mail,poczta,poczta elektroniczna; cs: e-mailová adresa
      """
    case "phone":
      """
      telephone,tel,tel number,phone number,telephone number,contact phone;
      fr: téléphone,numéro de téléphone,tél,téléphone fixe; de: telefon,telefonnummer,rufnummer,tel;
      es: teléfono,tel,teléfono fijo; pl: telefon,numer telefonu,nr telefonu,tel;
      cs: telefon,telefonní číslo,tel
      """
    case "mobile":
      """
      mobile phone,cell,cell phone,gsm; fr: portable,téléphone portable,mobile;
      de: mobiltelefon,handy,mobil,mobilnummer; es: móvil,teléfono móvil;
      pl: komórka,telefon komórkowy,telefon kom; cs: mobil,mobilní telefon
      """
    case "fax":
      """
      fax number,contact fax; fr: télécopie,télécopieur; de: telefax,faxnummer; pl: faks
      """
    case "website":
      """
      web,url,www,homepage,web site,web page,site,organization url,organisation url;
      fr: site,site web,site internet,internet; de: webseite,internet,internetadresse;
      es: página web,sitio web; pl: strona,strona www,strona internetowa;
      cs: webová stránka,webové stránky
      """
    case "street":
      """
      address,street address,address line; fr: adresse,rue,voie; de: strasse,straße,anschrift,adresse;
      es: dirección,calle,domicilio; pl: adres,ulica; cs: adresa,ulice
      """
    case "postcode":
      """
      postal code,post code,zip,zip code; fr: code postal,cp; de: plz,postleitzahl;
      es: cp,código postal; pl: kod pocztowy,kod; cs: psč
      """
    case "city":
      """
      town,place,locality,address locality; fr: ville,commune,localité; de: stadt,ort;
      es: ciudad,localidad,municipio,población; pl: miasto,miejscowość; cs: město,obec
      """
    case "region":
      """
      state,province,county; fr: région,département; de: bundesland; es: provincia,
      comunidad autónoma; pl: województwo,powiat
      """
    case "country":
      """
      address country,country code; fr: pays; de: land,staat; es: país; pl: kraj; cs: země,stát
      """
    case "language": "fr: langue; de: sprache; es: idioma; pl: język; cs: jazyk"
    case "sector":
      """
      industry,branch,activity,technology; fr: secteur,secteur d'activité,branche;
      de: sektor,branche; es: sector de actividad,actividad; pl: branża,sektor działalności,sektor;
      cs: obor,odvětví
      """
    case "note":
      """
      notes,remark,remarks,comment,comments; fr: commentaire,remarques; de: bemerkung,bemerkungen;
      es: notas,observaciones; pl: uwagi; cs: poznámka
      """
    case "short_name":
      """
      acronym,abbreviation; fr: sigle; de: kurzname,kürzel; es: nombre corto,siglas; pl: skrót;
      cs: zkratka
      """
    case "organisation_type": "type of organisation,type of organization,org type,activity type"
    case "vat":
      """
      vat number,vat no,vat id,tax id; fr: tva,n tva,n° tva,nº tva,numéro de tva;
      de: ust-idnr,ustid,umsatzsteuer-identifikationsnummer; es: nif,cif,nif iva;
      pl: nip,numer nip; cs: dič
      """
    case "pic": "participant identification code,organisation id,organization id,org id"
    case "id":
      "identifier,external id,sender id; fr: identifiant; de: kennung; es: identificador"
    case "employees":
      """
      number of employees,staff,headcount,fte; fr: effectif,effectifs,salariés,nombre de salariés;
      de: mitarbeiter,mitarbeiterzahl,anzahl mitarbeiter,beschäftigte;
      es: empleados,número de empleados,plantilla,trabajadores;
      pl: liczba pracowników,pracownicy,zatrudnienie; cs: počet zaměstnanců,zaměstnanci
      """
    case "turnover":
      """
      annual turnover,revenue,annual revenue; fr: chiffre d'affaires,ca; de: umsatz,jahresumsatz;
      es: facturación,volumen de negocio,cifra de negocios; pl: obrót,obroty,przychody;
      cs: obrat,roční obrat,tržby
      """
    case "balance_total":
      """
      balance sheet total,total assets; fr: total du bilan,total bilan; de: bilanzsumme;
      es: balance total,balance general,activo total,total activo; pl: suma bilansowa; cs: bilanční suma,aktiva celkem
      """
    case "iban":
      """
      bank account,iban number; fr: compte bancaire; de: bankverbindung,bankkonto;
      es: cuenta bancaria,número de cuenta; pl: rachunek bankowy,numer konta,konto;
      cs: číslo účtu,bankovní účet
      """
    case "basis":
      """
      legal basis,lawful basis,gdpr basis; fr: base légale,base juridique; de: rechtsgrundlage;
      es: base jurídica,base legal; pl: podstawa prawna; cs: právní základ
      """
    case "basis_date":
      """
      legal basis since,legal basis date,date of consent,consent date; fr: date de consentement,date du consentement;
      de: datum der einwilligung,einwilligung am; es: fecha de consentimiento; pl: data zgody;
      cs: datum souhlasu
      """
    default: ""
    }
  }
}

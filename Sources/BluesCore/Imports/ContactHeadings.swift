/// The headings that contact lists of the partners' countries use.
package enum ContactHeadings {
  package static let fields: [ImportField] = ContactField.allCases.map {
    ImportField($0.key, synonyms(of: $0))
  }

  private static func synonyms(of field: ContactField) -> String {
    switch field {
    case .organisation:
      """
      organization,company,company name,firm,institution,entity,employer,organisation name,
      organization name,legal name,entreprise,societe,société,raison sociale,organisme,
      dénomination,firma,unternehmen,firmenname,einrichtung,betrieb,gesellschaft,empresa,entidad,
      razón social,razon social,organización,institución,asociación,denominación,nombre empresa,
      nombre de la empresa,przedsiębiorstwo,nazwa firmy,nazwa,podmiot,instytucja,organizacja,
      podnik,společnost,spolecnost,organizace,instituce,název,nazev,název firmy,subjekt,
      obchodní jméno
      """
    case .name:
      """
      contact,contact name,contact person,full name,person,ansprechpartner,ansprechperson,
      kontaktperson,nom complet,personne de contact,interlocuteur,persona de contacto,contacto,
      nombre completo,nombre y apellidos,imię i nazwisko,osoba kontaktowa,osoba do kontaktu,
      jméno a příjmení,kontaktní osoba,kontakt
      """
    case .givenName: "first name,forename,firstname,vorname,prénom,prenom,imię,imie,křestní jméno"
    case .familyName:
      """
      last name,lastname,surname,nachname,familienname,nom de famille,apellidos,apellido,
      nazwisko,příjmení,prijmeni
      """
    case .position:
      """
      job title,job,title,role,funktion,position,stelle,fonction,poste,cargo,puesto,función,
      stanowisko,funkcja,funkce,pozice,pracovní pozice
      """
    case .email:
      """
      e-mail,mail,email address,e-mail address,contact email,courriel,adresse e-mail,
      adresse électronique,mél,correo,correo electrónico,e-mailadresse,emailadresse,
      adres e-mail,poczta,poczta elektroniczna,e-mailová adresa
      """
    case .phone:
      """
      telephone,tel,tel number,phone number,telephone number,contact phone,téléphone,numéro de
      téléphone,telefon,telefonnummer,rufnummer,teléfono,telefono,numer telefonu,nr telefonu,
      telefonní číslo
      """
    case .mobile:
      """
      mobile phone,cell,cell phone,gsm,portable,mobiltelefon,handy,móvil,movil,teléfono móvil,
      komórka,telefon komórkowy,telefon kom,mobil,mobilní telefon
      """
    case .fax: "fax number,contact fax,télécopie,telefax,faxnummer,faks"
    case .website:
      """
      web,url,www,homepage,web site,web page,site,site web,site internet,internet,webseite,
      página web,pagina web,sitio web,strona,strona www,strona internetowa,webová stránka,
      webové stránky,organization url,organisation url
      """
    case .street:
      """
      address,street address,address line,adresse,rue,voie,strasse,straße,anschrift,dirección,
      direccion,calle,domicilio,adres,ulica,adresa,ulice
      """
    case .postcode:
      """
      postal code,post code,zip,zip code,code postal,plz,postleitzahl,cp,código postal,
      codigo postal,kod pocztowy,kod,psč,psc
      """
    case .city:
      """
      town,place,locality,address locality,ville,commune,localité,stadt,ort,ciudad,localidad,
      municipio,población,miasto,miejscowość,město,mesto,obec
      """
    case .region:
      """
      state,province,county,région,département,bundesland,provincia,comunidad autónoma,
      województwo,powiat,kraj (region)
      """
    case .country: "pays,land,staat,país,kraj,země,zeme,stát,address country,country code"
    case .language: "langue,sprache,idioma,język,jazyk"
    case .sector:
      """
      industry,branch,activity,secteur,secteur d'activité,branche,sektor,sector de actividad,
      actividad,branża,sektor działalności,obor,odvětví,technology
      """
    case .note: "notes,remark,remarks,comment,comments,commentaire,bemerkung,notas,uwagi,poznámka"
    case .shortName: "acronym,abbreviation,sigle,kurzname,kürzel,nombre corto,siglas,skrót,zkratka"
    case .organisationType: "type of organisation,type of organization,org type,activity type"
    case .vat:
      """
      vat number,vat no,vat id,tax id,tva,n tva,n° tva,nº tva,numéro de tva,ust-idnr,ustid,
      umsatzsteuer-identifikationsnummer,nif,cif,nif iva,nip,numer nip,dič,dic
      """
    case .pic: "participant identification code,organisation id,organization id,org id"
    case .iban: "bank account,kontonummer,bankverbindung,numéro de compte,cuenta bancaria"
    case .employees:
      """
      staff,headcount,number of employees,effectif,effectifs,nombre de salariés,mitarbeiter,
      mitarbeiterzahl,beschäftigte,empleados,número de empleados,plantilla,zatrudnienie,
      liczba pracowników,zaměstnanci,počet zaměstnanců
      """
    case .turnover:
      """
      revenue,annual turnover,chiffre d'affaires,umsatz,jahresumsatz,facturación,
      volumen de negocio,cifra de negocios,obrót,obroty,przychody,obrat
      """
    case .balanceTotal:
      """
      balance sheet total,total assets,total du bilan,total bilan,bilanzsumme,balance general,
      activo total,total activo,suma bilansowa,bilanční suma
      """
    case .basis:
      """
      legal basis,lawful basis,gdpr basis,base légale,base juridique,rechtsgrundlage,
      base jurídica,base legal,podstawa prawna,právní základ
      """
    case .basisDate:
      """
      legal basis since,legal basis date,consent date,date of consent,date du consentement,
      datum der einwilligung,fecha de consentimiento,data zgody,datum souhlasu
      """
    case .externalID: "identifier,external id,sender id,identifiant,kennung,identificador"
    }
  }

  /// The heading that may name a person or an organisation, in each language.
  private static let namesOfEither = ["name", "nom", "nombre", "jmeno"]

  /// Settles `name`, which is the organisation's where nothing else names one, and else the
  /// person's; beside a heading for one half of a person's name it is the other half.
  static func known(_ heading: String, among headings: [String]) -> String? {
    guard namesOfEither.contains(ImportField.key(heading)) else { return nil }
    func has(_ field: ContactField) -> Bool {
      headings.contains { fields[field.rawValue].answers(to: $0) }
    }
    if has(.familyName) { return has(.givenName) ? nil : ContactField.givenName.key }
    if has(.givenName) { return ContactField.familyName.key }
    return has(.organisation) ? ContactField.name.key : ContactField.organisation.key
  }
}

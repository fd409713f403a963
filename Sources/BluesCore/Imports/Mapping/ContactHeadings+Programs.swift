extension ContactHeadings {
  /// Headings of address books and of lists made by hand, beside those of `synonyms`.
  static func programs(of field: ContactField) -> String {
    switch field.key {
    case "organisation":
      """
      organization name,company name,account name; de: firma/organisation,organisation/firma,verein;
      fr: société/organisation,organisation,nom de la société; es: empresa/organización,nombre de empresa;
      pl: firma/organizacja,nazwa instytucji; cs: firma/organizace,název organizace
      """
    case "name":
      """
      display name,contact full name; de: vor- und nachname,vorname und nachname,vorname nachname,
      vorname/nachname,name des ansprechpartners,anzeigename,kontakt name; fr: prénom et nom,nom/prénom du contact,nom du contact,nom affiché,nom à afficher;
      es: nombre del contacto,nombre mostrado,nombre a mostrar; pl: imię nazwisko,wyświetlana nazwa; cs: jméno příjmení,zobrazované jméno
      """
    case "given_name":
      "given,name first; fr: prénom du contact; de: vorname(n),rufname; es: nombre de pila"
    case "family_name":
      "family,second name; fr: nom du contact (famille); de: zuname; es: primer apellido"
    case "position":
      """
      organization title,job position; fr: titre du poste,profession,qualité; de: berufsbezeichnung,arbeitstitel,
      position/funktion,position im unternehmen,stellung; es: puesto de trabajo; pl: tytuł służbowy; cs: pracovní zařazení,pracovní funkce
      """
    case "email":
      """
      email value,e-mail value,primary email,e-mail (work),business email,email 1,mail address,e mail;
      de: primäre e-mail-adresse,e-mail: adresse,e-mail dienstlich,e-mail geschäftlich,mailadresse,mail-adresse,e-mail-adr,mail-adr;
      fr: adresse de messagerie,adresse de courrier,première adresse électronique,adresse électronique principale,adresse e-mail principale,adr. mail,adresse courriel;
      es: dirección de correo electrónico,dirección del correo electrónico,correo electrónico principal,correo-e,e-mail de contacto,dirección de e-mail;
      pl: adres poczty elektronicznej,podstawowy e-mail,główny e-mail,główny adres e-mail,adres email;
      cs: emailová adresa,primární e-mail,hlavní e-mail,e-mail hlavní
      """
    case "phone":
      """
      phone value,business phone,work phone,office phone,phone (work),landline,direct line,tel no,phone no;
      de: telefon geschäftlich,tel. dienstlich,tel. geschäftlich,telefon dienstlich,telefon (geschäftlich),festnetz,telefon (festnetz),
      telefonnr,tel.-nr,tel.nr,durchwahl,rufnr;
      fr: tél. fixe,fixe,tél. bureau,téléphone bureau,téléphone (bureau),tél. professionnel,téléphone professionnel,n° tél,n° de téléphone,nº de téléphone;
      es: tlf,tlfno,tfno,telf,teléfono del trabajo,teléfono trabajo,tlf. fijo,n° de teléfono,nº de teléfono,nº teléfono,número de teléfono;
      pl: tel. służbowy,telefon służbowy,telefon stacjonarny,nr tel,tel. stacjonarny;
      cs: telefon do práce,tel. do práce,pevná linka,tel. číslo,č. telefonu,telefonní kontakt
      """
    case "mobile":
      """
      mobile number,mobile no,cellular; de: mobil-tel.-nr,mobiltel,handynummer,handynr,mobilnr,mobilfunk,mobiltelefonnummer;
      fr: tél. portable,tél. mobile,mobile professionnel,téléphone mobile,n° portable; es: teléfono móvil,tlf. móvil,celular,nº móvil,número de móvil;
      pl: tel. kom,tel. komórkowy,nr komórki,numer komórkowy; cs: mobilní číslo,mobilní tel,číslo mobilu
      """
    case "fax":
      """
      business fax,work fax,fax no,fax value; de: fax geschäftlich,fax-nummer,fax-nr,faxnr; fr: fax (bureau),télécopie (bureau),n° fax,n° de fax,numéro de fax;
      es: fax del trabajo,nº fax,nº de fax,número de fax; pl: faks służbowy,nr faksu,numer faksu; cs: fax do práce,číslo faxu
      """
    case "website":
      """
      website value,url homepage,web page,web address,internet address; de: webadresse,webpage,website,homepage,internetseite,webauftritt; fr: page web,adresse web,url du site,adresse du site,site web 1;
      es: web,dirección web,url; pl: strona internetowa www,strona sieci web,adres www,www; cs: web,www stránky,internetová adresa,webová adresa
      """
    case "street":
      """
      business street,work address,address street,street and number,mailing address,postal address;
      de: straße geschäftlich,straße + hausnr,straße hausnr,straße hausnummer,straße und hausnummer,straße/nr,straße nr,straße u. hausnr,str,
      dienstlich: adresse,adresse geschäftlich,postanschrift;
      fr: rue (bureau),adresse postale,adresse professionnelle,n° et rue,rue et numéro,adresse (bureau);
      es: calle del trabajo,dirección postal,calle y número,domicilio social; pl: ulica i nr,ulica i numer,adres służbowy,ulica nr,adres pocztowy;
      cs: ulice a číslo,ulice č.p,ulice a č.p,adresa do práce,poštovní adresa; nl: straat,straatnaam
      """
    case "postcode":
      """
      business postal code,work zip code,work zipcode,address postal code,zipcode,post-code; de: postleitzahl geschäftlich,dienstlich: plz;
      fr: code postal (bureau),c.p; es: código postal del trabajo,c.p,cod. postal; pl: kod pocztowy służbowy; cs: psč do práce
      """
    case "city":
      """
      business city,work city,address city,city/town; de: ort geschäftlich,dienstlich: ort,wohnort,gemeinde; fr: ville (bureau);
      es: ciudad del trabajo,localidad/municipio; pl: miasto służbowe,miejscowość/miasto; cs: město do práce
      """
    case "region":
      """
      business state,work state,address region,state/province; de: region geschäftlich,dienstlich: bundesland,region,bundesland/kanton;
      fr: état (bureau),région (bureau),dép/région,pays/état; es: estado o provincia del trabajo,provincia o estado,estado/provincia; pl: województwo służbowe; cs: kraj do práce,region
      """
    case "country":
      """
      business country,work country,business country/region,country/region; de: land/region geschäftlich,land/region,dienstlich: land;
      fr: pays (bureau),pays/région,pays/région (bureau); es: país o región del trabajo,país/región; pl: kraj/region,kraj/region służbowy,państwo; cs: země do práce,země/oblast,země/region
      """
    case "note":
      "description; de: notiz,notizen,anmerkung,anmerkungen; fr: note,notes,observations; es: comentarios; pl: notatki,notatka,komentarz; cs: poznámky"
    case "employees":
      """
      no of employees,employees total; de: ma,anzahl ma,anz. ma,anz. mitarbeiter,zahl der mitarbeiter,mitarbeitende,anzahl beschäftigte; fr: nb salariés,nb de salariés,n° employés,nombre d'employés,effectif total;
      es: nº empleados,n empleados,n° empleados,nº de empleados,n° de empleados,nº trabajadores,nº de trabajadores,núm. empleados;
      pl: l. pracowników,ilość pracowników,liczba zatrudnionych; cs: počet prac,počet pracovníků,počet zaměst
      """
    case "turnover":
      """
      de: umsatz pro jahr,umsatzerlöse; fr: chiffre d'affaires annuel; es: facturación anual,ventas;
      pl: obrót roczny,roczny obrót; cs: celkový obrat
      """
    case "vat":
      """
      de: ust-id-nr,umsatzsteuer-id; fr: tva intracommunautaire,n° tva intracommunautaire,nº tva intracommunautaire;
      es: n.i.f,c.i.f; pl: nr nip
      """
    case "salutation":
      """
      form of address,mr/ms,name title,greeting; de: anrede,briefanrede; fr: civilité,formule d'appel,politesse;
      es: tratamiento,saludo; pl: zwrot grzecznościowy,zwrot,forma grzecznościowa; cs: oslovení
      """
    case "title":
      """
      name prefix,prefix,academic title,academic degree,degree,honorific; de: titel,akad. titel,akademischer titel,akad. grad;
      fr: titre,titre académique; es: título,título académico; pl: tytuł,tytuł naukowy,stopień naukowy; cs: titul,titul před jménem
      """
    case "opt_out":
      """
      optout,opt out,email opt out,unsubscribed,do not contact,do not mail,no newsletter,newsletter opt-out; de: abgemeldet,widerspruch,kein newsletter,
      keine werbung,kein kontakt,abbestellt,werbesperre; fr: désinscrit,désabonné,ne pas contacter,opposition; es: baja,no contactar,dado de baja,cancelado;
      pl: wypisany,nie kontaktować,rezygnacja,sprzeciw; cs: odhlášen,nekontaktovat,odhlášeno,nesouhlas
      """
    default: ""
    }
  }
}

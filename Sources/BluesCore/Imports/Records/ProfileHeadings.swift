/// The headings that lists of hosts and visitors use, in six languages.
enum ProfileHeadings {
  static let fields: [ImportField] =
    [
      ImportField(
        "role",
        """
        roles,host or visitor,participates as,takes part as; fr: rôle,participe comme;
        de: rolle,teilnahme als; es: papel,rol,participa como; pl: rola; cs: role,úloha
        """, isRequired: true, content: .name),
      ImportField(
        "organisation", ContactHeadings.synonyms(of: .organisation) + ";en: name",
        isRequired: true),
      ImportField(
        "country", ContactHeadings.synonyms(of: .country) + ";en: country of registration",
        content: .country),
    ]
    + ProfileField.allCases.map {
      ImportField($0.name, synonyms(of: $0), content: $0.content)
    } + [
      ImportField(
        "partner",
        """
        managing partner,managed by,partner code; fr: partenaire,partenaire gestionnaire;
        de: betreuender partner,zuständiger partner; es: socio,socio gestor; pl: partner zarządzający;
        cs: řídící partner
        """, content: .name),
      ImportField("cluster", cluster, content: .name),
      RoundTrip.id,
    ]

  static let cluster = """
    clusters,member of,cluster membership,cluster member; fr: membre de,membre du cluster;
    de: mitglied bei,mitglied im cluster; es: miembro de,miembro del clúster;
    pl: członek klastra; cs: člen klastru
    """

  private static func synonyms(of field: ProfileField) -> String {
    switch field {
    case .category:
      """
      category,organisation type,organization type,type of organisation,type of organization,
      kind of organisation; fr: catégorie,type d'organisation,type de structure;
      de: typ,art,kategorie,art der organisation,organisationstyp;
      es: tipo,categoría,tipo de organización,tipo de entidad;
      pl: typ,rodzaj,kategoria,typ organizacji,rodzaj organizacji; cs: typ,druh,typ organizace
      """
    case .sectors:
      """
      sector,industry,industries,branch; fr: secteur,secteurs,secteurs d'activité;
      de: sektor,sektoren,branche,branchen; es: sector,sectores; pl: sektor,sektory,branża,branże;
      cs: obor,obory,odvětví
      """
    case .technologies:
      """
      technology,tech,key technologies; fr: technologie,technologies; de: technologie,technologien;
      es: tecnología,tecnologías; pl: technologia; cs: technologie
      """
    case .offers:
      """
      offer,offered,what is offered,we offer; fr: offre,offres,propose; de: angebot,angebote,bietet;
      es: oferta,ofertas,ofrece; pl: oferta,oferty,oferuje; cs: nabídka,nabízí
      """
    case .seeks:
      """
      seek,need,needs,sought,looking for,what is sought,wants; fr: recherche,recherché,besoins,besoin;
      de: gesuch,sucht,bedarf; es: busca,demanda,necesidades; pl: szuka,poszukuje,potrzeby;
      cs: hledá,poptávka,potřeby
      """
    case .languages:
      """
      language,spoken languages; fr: langue,langues; de: sprache,sprachen; es: idioma,idiomas;
      pl: język,języki; cs: jazyk,jazyky
      """
    case .availableFrom:
      """
      from,start,available since,window from,first day; fr: disponible du,disponible à partir du,du;
      de: verfügbar ab,verfügbar von,von,ab; es: disponible desde,desde;
      pl: dostępny od,dostępna od,od; cs: dostupný od,od
      """
    case .availableTo:
      """
      to,until,end,available until,window to,last day; fr: disponible au,disponible jusqu'au,au;
      de: verfügbar bis,bis; es: disponible hasta,hasta; pl: dostępny do,dostępna do,do;
      cs: dostupný do,do
      """
    case .preferredCountries:
      """
      preferred country,countries preferred,destination,destinations; fr: pays préférés,pays souhaités;
      de: bevorzugte länder,wunschländer,zielländer; es: países preferidos,países de preferencia;
      pl: preferowane kraje; cs: preferované země
      """
    case .activities:
      """
      activity,activity types,activity type,kinds of activity; fr: activités,types d'activité;
      de: aktivitäten,aktivität; es: actividades,tipos de actividad; pl: działania,rodzaje działań;
      cs: aktivity,činnosti
      """
    case .capacity:
      """
      places,visitors,max visitors,host capacity,number of visitors; fr: capacité,places,capacité d'accueil;
      de: kapazität,plätze; es: capacidad,plazas; pl: pojemność,liczba miejsc,miejsca;
      cs: kapacita,počet míst
      """
    case .motivation:
      "reason,why; fr: motivation; de: motivation; es: motivación; pl: motywacja; cs: motivace"
    case .cv:
      """
      cv given,curriculum,curriculum vitae,resume; fr: cv fourni; de: lebenslauf;
      es: currículum; pl: życiorys; cs: životopis
      """
    case .eccp:
      """
      eccp profile,eccp cluster,eccp membership,cluster on eccp; fr: profil eccp; de: eccp-profil;
      es: perfil eccp; pl: profil eccp; cs: profil eccp
      """
    case .partnership:
      """
      managing partnership,other partnership; fr: partenariat; de: partnerschaft;
      es: consorcio; pl: partnerstwo; cs: partnerství
      """
    case .city: ContactHeadings.synonyms(of: .city)
    case .coordinates:
      """
      coordinate,gps,lat lon,latitude longitude; fr: coordonnées; de: koordinaten;
      es: coordenadas; pl: współrzędne; cs: souřadnice
      """
    case .assessment:
      "assessed,decision; fr: évaluation; de: bewertung; es: evaluación; pl: ocena; cs: hodnocení"
    case .assessedOn: "assessment date,date of assessment"
    case .assessmentNote: "assessment reason,reason of assessment"
    }
  }
}

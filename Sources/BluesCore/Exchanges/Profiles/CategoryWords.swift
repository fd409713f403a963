/// The categories of the scheme by the words that lists have for them, in six languages.
enum CategoryWords {
  static func category(_ text: String) -> String? { table.code(text) }

  private static let table = WordTable(
    """
    sme: \(sme)
    support-organisation: \(support)
    cluster: \(cluster)
    large-company: \(large)
    public-authority: \(authority)
    training-provider: \(training)
    """)

  private static let sme = words(
    """
    smes,small or medium enterprise,small and medium enterprise,small and medium-sized enterprise,
    small or medium-sized enterprise,small enterprise,medium enterprise,micro enterprise,
    microenterprise,small company,small business,start-up,startup,
    pme,tpe,petite et moyenne entreprise,petite entreprise,moyenne entreprise,
    kmu,kleine und mittlere unternehmen,kleines oder mittleres unternehmen,kleinunternehmen,
    mittelstand,
    pyme,pymes,pequeña y mediana empresa,pequeña empresa,mediana empresa,microempresa,
    mśp,małe i średnie przedsiębiorstwo,małe przedsiębiorstwo,średnie przedsiębiorstwo,
    mikroprzedsiębiorstwo,
    msp,malý a střední podnik,malé a střední podniky,malý podnik,střední podnik,mikropodnik
    """)

  private static let support = words(
    """
    support organization,scaling-up support organisation,scaling-up support organization,
    scaling-up support,sso,business support organisation,university,research institute,
    research institution,research organisation,research organization,research centre,
    research center,research and technology organisation,rto,technology centre,technology center,
    technology park,science park,fab lab,resource-efficiency service provider,innovation hub,
    digital innovation hub,dih,creative hub,incubator,accelerator,
    université,institut de recherche,organisme de recherche,centre de recherche,
    centre technologique,centre technique,incubateur,accélérateur,pépinière d'entreprises,
    universität,hochschule,forschungsinstitut,forschungseinrichtung,forschungszentrum,
    technologiezentrum,technologiepark,gründerzentrum,inkubator,
    universidad,instituto de investigación,centro de investigación,centro tecnológico,
    parque tecnológico,incubadora,aceleradora,vivero de empresas,
    uniwersytet,uczelnia,politechnika,instytut badawczy,centrum technologiczne,
    park technologiczny,akcelerator,
    univerzita,vysoká škola,výzkumný ústav,výzkumná organizace,technologické centrum,
    technologický park,inkubátor,akcelerátor
    """)

  private static let cluster = words(
    """
    clusters,cluster organisation,cluster organization,cluster or business network,
    business network,network,business association,
    grappe,grappe d'entreprises,pôle de compétitivité,réseau d'entreprises,
    netzwerk,unternehmensnetzwerk,clusterorganisation,clúster,red de empresas,
    agrupación empresarial,klaster,sieć przedsiębiorstw,sieć firm,klastr,síť firem,síť podniků
    """)

  private static let large = words(
    """
    large,large enterprise,large industry,large firm,large business,corporation,
    grande entreprise,grand groupe,großunternehmen,gran empresa,
    duże przedsiębiorstwo,duża firma,velký podnik,velká firma
    """)

  private static let authority = words(
    """
    public body,public administration,public organisation,public organization,public sector,
    municipality,local authority,regional authority,government,
    autorité publique,organisme public,administration publique,collectivité,
    collectivité territoriale,behörde,öffentliche verwaltung,öffentliche einrichtung,kommune,
    administración pública,autoridad pública,entidad pública,organismo público,ayuntamiento,
    organ publiczny,administracja publiczna,jednostka publiczna,urząd,gmina,
    veřejná správa,orgán veřejné správy,veřejná instituce,úřad,obec
    """)

  private static let training = words(
    """
    training organisation,training organization,training centre,training center,training,
    vet provider,organisme de formation,centre de formation,bildungsträger,
    bildungseinrichtung,weiterbildungseinrichtung,centro de formación,proveedor de formación,
    instytucja szkoleniowa,firma szkoleniowa,ośrodek szkoleniowy,
    vzdělávací instituce,vzdělávací zařízení,školicí středisko
    """)

  private static func words(_ lines: String) -> String { lines.replacing("\n", with: "") }
}

/// Languages as two letters of ISO 639-1, by their names in the languages of the partners.
enum LanguageWords {
  /// The two letters; nil for a name that is not known here, which is kept as it stands.
  static func code(_ text: String) -> String? { table.code(text) }

  private static let table = WordTable(
    """
    en: english,anglais,englisch,inglés,angielski,angličtina,anglicky
    fr: french,français,französisch,francés,francuski,francouzština,francouzsky
    de: german,deutsch,allemand,alemán,niemiecki,němčina,německy
    es: spanish,español,castellano,espagnol,spanisch,hiszpański,španělština,španělsky
    pl: polish,polski,polonais,polnisch,polaco,polština,polsky
    cs: czech,čeština,česky,tchèque,tschechisch,checo,czeski
    it: italian,italiano,italien,italienisch,włoski,italština,italsky
    pt: portuguese,português,portugais,portugiesisch,portugués,portugalski,portugalština
    nl: dutch,nederlands,néerlandais,niederländisch,holländisch,neerlandés,niderlandzki,nizozemština
    sk: slovak,slovenčina,slovaque,slowakisch,eslovaco,słowacki,slovenština
    da: danish,dansk,danois,dänisch,danés,duński,dánština
    sv: swedish,svenska,suédois,schwedisch,sueco,szwedzki,švédština
    fi: finnish,suomi,finnois,finnisch,finés,fiński,finština
    el: greek,grec,griechisch,griego,grecki,řečtina
    hu: hungarian,magyar,hongrois,ungarisch,húngaro,węgierski,maďarština
    ro: romanian,română,roumain,rumänisch,rumano,rumuński,rumunština
    bg: bulgarian,bulgare,bulgarisch,búlgaro,bułgarski,bulharština
    hr: croatian,hrvatski,croate,kroatisch,croata,chorwacki,chorvatština
    sl: slovene,slovenian,slovenščina,slovène,slowenisch,esloveno,słoweński,slovinština
    et: estonian,eesti,estonien,estnisch,estonio,estoński,estonština
    lv: latvian,latviešu,letton,lettisch,letón,łotewski,lotyština
    lt: lithuanian,lietuvių,lituanien,litauisch,lituano,litewski,litevština
    mt: maltese,malti,maltais,maltesisch,maltés,maltański,maltština
    ga: irish,gaeilge,irlandais,irisch,irlandés,irlandzki,irština
    uk: ukrainian,ukrainien,ukrainisch,ucraniano,ukraiński,ukrajinština
    ru: russian,russe,russisch,ruso,rosyjski,ruština
    tr: turkish,türkçe,turc,türkisch,turco,turecki,turečtina
    sr: serbian,srpski,serbe,serbisch,serbio,serbski,srbština
    sq: albanian,shqip,albanais,albanisch,albanés,albański,albánština
    mk: macedonian,makedonski,macédonien,mazedonisch,macedonio,macedoński,makedonština
    bs: bosnian,bosanski,bosniaque,bosnisch,bosnio,bośniacki,bosenština
    is: icelandic,íslenska,islandais,isländisch,islandés,islandzki,islandština
    hy: armenian,arménien,armenisch,armenio,ormiański,arménština
    """)
}

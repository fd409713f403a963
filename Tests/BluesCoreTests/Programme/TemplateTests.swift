import Basics
import Testing

@testable import BluesCore

@Suite struct `Project templates` {
  @Test func `the BLUES template has the public facts`() throws {
    let blues = try ProjectTemplate.named("blues")
    #expect(blues.project["grant"]?.value == "874426")
    #expect(blues.project["grant"]?.state == .confirmed)
    #expect(blues.project["start"]?.value == "2020-02-01")
    #expect(blues.project["start"]?.state == .default)
    #expect(blues.partners.map(\.code) == ["BNPT", "ZINNAE", "NP", "MCICT", "AV"])
    #expect(blues.partners.map(\.country.value) == ["DE", "ES", "CZ", "PL", "FR"])
    #expect(blues.partners.map(\.role.value).filter { $0 == "coordinator" }.count == 1)
    #expect(blues.workPackages.map(\.lead.value) == ["NP", "MCICT", "ZINNAE", "AV", "BNPT"])
    #expect(blues.periods.map(\.end.value) == ["M12", "M24"])
    #expect(blues.project["budget"] == nil)
  }

  @Test func `every value of every template parses and has a source`() throws {
    for name in ProjectTemplate.names {
      let template = try ProjectTemplate.named(name)
      #expect(template.name == name)
      var facts = Array(template.project.values)
      for partner in template.partners {
        _ = try PartnerCode(partner.code)
        #expect(CountryCode(partner.country.value) != nil)
        if let phone = partner.phone { _ = try PhoneNumber(phone.value) }
        facts += [partner.name, partner.city, partner.country, partner.role, partner.website]
        facts += [partner.founded, partner.phone, partner.label].compactMap { $0 }
      }
      for item in template.workPackages {
        _ = try WorkPackageCode(item.code)
        #expect(ProjectMonth(item.start.value) != nil && ProjectMonth(item.end.value) != nil)
        facts += [item.title, item.lead, item.start, item.end]
      }
      for fact in facts { #expect(fact.citedSources.count == fact.sources.count) }
      for fact in facts { #expect(!fact.sources.isEmpty) }
    }
    #expect(throws: ProgrammeProblem.noSuchTemplate("blus", known: ["blues", "empty", "interreg"]))
    {
      try ProjectTemplate.named("blus")
    }
  }
}

@Suite struct `Lists and wording` {
  @Test func `codes are found by code and wording`() throws {
    let types = try Programme.all[0].list("deliverable-type")
    #expect(types.values.map(\.code) == ["R", "DEM", "DEC", "OTHER"])
    #expect(types.value("report")?.code == "R")
    #expect(types.value("r")?.code == "R")
    #expect(types.value("film") == nil)
    let names = Programme.all[0].codeLists.map(\.name)
    #expect(throws: ProgrammeProblem.noSuchList("colours", of: "COSME", known: names)) {
      try Programme.all[0].list("colours")
    }
    for list in Programme.all.flatMap(\.codeLists) {
      // A list of everyday words has several for a code, each word once.
      let keys = list.name.hasSuffix("-words") ? list.values.map(\.label) : list.values.map(\.code)
      #expect(Set(keys).count == list.values.count)
      #expect(Source.cited(list.sources).count == list.sources.count)
    }
  }

  @Test func `the agency changes its name on 1 April 2021`() throws {
    let publicity = try #require(Programme.named("COSME").publicity)
    let before = try #require(Day(iso: "2021-03-31"))
    #expect(publicity.agency(on: before)?.short == "EASME")
    #expect(publicity.agency(on: before.adding(days: 1))?.short == "EISMEA")
    #expect(
      publicity.fundingSentence(project: "BLUES", grant: "874426")
        == "The BLUES project is funded by the COSME program of the European Union, grant n°874426")
    let expected =
      "The contents of this web page represent solely the views of the author and are the sole "
      + "responsibility of the author; the contents do not reflect the views of the European "
      + "Commission or the Executive Agency for Small and Medium-sized Enterprises (EASME) or any "
      + "other body of the European Union. The European Commission and the Agency assume no "
      + "responsibility for the use that may be made of the information contained therein."
    #expect(publicity.disclaimer(medium: "web page", on: before) == expected)
  }
}

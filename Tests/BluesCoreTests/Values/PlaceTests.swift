import Testing

@testable import BluesCore

@Suite struct `Websites` {
  @Test(arguments: [
    ("example.org", "https://example.org"),
    ("www.example.org/de?x=1#y", "https://www.example.org/de?x=1#y"),
    ("HTTP://Example.ORG/Path", "http://example.org/Path"),
    (" https://example.org ", "https://example.org"),
    ("https://www.münchen.example", "https://www.münchen.example"),
    ("example.org:8080/a", "https://example.org:8080/a"),
    ("xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example"),
    ("example.org.", "https://example.org."),
    ("a_b.example.org", "https://a_b.example.org"),
  ])
  func `an address becomes a link`(text: String, link: String) {
    #expect(WebAddress(text)?.link == link)
  }

  @Test(arguments: [
    "", "none", "n/a", "ana@example.org", "example", "ftp://example.org", "javascript:alert(1)",
    "www.example.org www.example.com", "example..org", "-a.example.org", "a-.example.org",
    "1.2.3.4", "3.5", "http://", "https://example.org:port", "example.org/a b", ".example.org",
  ])
  func `what is no address has no link`(text: String) {
    #expect(WebAddress(text) == nil)
  }
}

@Suite struct `Postcodes` {
  @Test(arguments: [
    ("17489", "DE"), ("01067", "DE"), ("D-17489", "DE"), ("DE 17489", "DE"), ("80-172", "PL"),
    ("80172", "PL"), ("110 00", "CZ"), ("11000", "CZ"), ("CZ-110 00", "CZ"), ("K1A 0B1", "US"),
    ("SW1A 1AA", "UK"), ("m1 1ae", "UK"), ("D02 X285", "IE"), ("D6W XY12", "IE"), ("1017 AB", "NL"),
    ("1000-205", "PT"), ("LV-1050", "LV"), ("LT-01100", "LT"), ("VLT 1117", "MT"), ("101", "IS"),
    ("FIN-00100", "FI"), ("SE-114 55", "SE"),
  ])
  func `one in the form of its country fits`(text: String, country: String) throws {
    #expect(PostcodeForm.fits(text, try #require(CountryCode(country))) != false)
  }

  @Test(arguments: [
    ("1067", "DE"), ("174890", "DE"), ("1489", "FR"), ("F-1000", "FR"), ("X-17489", "DE"),
    ("17489 Greifswald", "DE"), ("SW1A", "UK"), ("1017", "NL"), ("1000", "PT"), ("", "ES"),
  ])
  func `one that lost a zero or a letter does not`(text: String, country: String) throws {
    #expect(PostcodeForm.fits(text, try #require(CountryCode(country))) == false)
  }
}

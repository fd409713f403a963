import Testing

@testable import BluesCore

/// Each country's form with postcodes that Google's address data names, and one that is none.
@Suite struct `The table of postcodes` {
  static let countries: [(country: String, form: String, sound: [String], broken: String)] = [
    ("AT", "9999", ["1010", "3741"], "101"), ("BE", "9999", ["4000", "B-1000"], "40000"),
    ("BG", "9999", ["1000", "1700"], "100"), ("CY", "9999", ["2008", "3304"], "208"),
    ("CZ", "999 99", ["100 00", "25166"], "100 0"), ("DE", "99999", ["26133", "D-53225"], "2613"),
    ("DK", "9999", ["8660", "DK-1566"], "866"), ("EE", "99999", ["69501", "11212"], "6950"),
    ("EL", "999 99", ["151 24", "GR-10188"], "151 2"), ("ES", "99999", ["28039", "28300"], "8001"),
    ("FI", "99999", ["00550", "FI-00011"], "550"), ("FR", "99999", ["33380", "33 506"], "3338"),
    ("HR", "99999", ["10000", "HR-21001"], "1000"), ("HU", "9999", ["1037", "H-2380"], "137"),
    ("IE", "A99 XXXX", ["A65 F4E2", "D6W PV38"], "A65"),
    ("IT", "99999", ["00144", "I-47037"], "144"),
    ("LT", "99999", ["04340", "LT-03500"], "4340"), ("LU", "9999", ["4750", "L-2998"], "475"),
    ("LV", "LV-9999", ["LV-1073", "1000"], "LV-107"),
    ("MT", "AAA 9999", ["BZN 1130", "NXR 01"], "1130"),
    ("NL", "9999 AA", ["1234 AB", "2490AA"], "1234"),
    ("PL", "99-999", ["00-950", "05470"], "0-950"),
    ("PT", "9999-999", ["2725-079", "1250096"], "2725"),
    ("RO", "999999", ["060274", "200716"], "60274"),
    ("SE", "999 99", ["11455", "SE-123 45"], "1145"),
    ("SI", "9999", ["4000", "SI-1001"], "400"), ("SK", "999 99", ["010 01", "02314"], "10 01"),
    ("AL", "9999", ["1001", "3501"], "101"), ("AM", "9999", ["0010", "375010"], "10"),
    ("BA", "99999", ["71000", "BA-71000"], "7100"), ("IS", "999", ["320", "IS-121"], "1210"),
    ("MD", "9999", ["2012", "MD-2019"], "212"), ("ME", "89999", ["81257", "84314"], "11000"),
    ("MK", "9999", ["1314", "1062"], "134"), ("RS", "99999", ["11000", "106314"], "1063"),
    ("TR", "99999", ["01960", "06101"], "1960"), ("UA", "99999", ["15432", "01001"], "1001"),
    ("XK", "99999", ["10000", "XK-10000"], "1000"),
    ("UK", "A9 9AA", ["EC1Y 8SY", "GIR 0AA", "M2 5BQ", "M34 4AB", "DN16 9AA", "BFPO 61"], "DN16"),
    ("CH", "9999", ["2544", "CH-1211"], "254"), ("LI", "9999", ["9496", "FL-9485"], "496"),
    ("NO", "9999", ["0025", "N-0107"], "25"),
  ]

  @Test(arguments: countries)
  func `a country's postcodes fit, and one that lost a character does not`(
    _ country: String, _ form: String, _ sound: [String], _ broken: String
  ) throws {
    let code = try #require(CountryCode(country))
    #expect(PostcodeForm.written(code) == form)
    for postcode in sound { #expect(PostcodeForm.fits(postcode, code) == true, "\(postcode)") }
    #expect(PostcodeForm.fits(broken, code) == false)
  }

  @Test func `every member state and every country of the COSME list is in it`() {
    let listed = CountryCode.euMembers + RuleBook.standard.participatingCountries
    let known = Set(Self.countries.compactMap { CountryCode($0.country) })
    #expect(listed.filter { !known.contains($0) } == [])
    #expect(Self.countries.count == 42)
  }
}

import Basics
import Testing

@testable import PostOffice

@Suite struct `Addresses of post offices` {
  @Test(arguments: [
    "postgresql://np:secret@example.org/blues", "postgresql://:secret@example.org/blues",
    "postgresql://np@example.org/blues?password=secret",
    "postgresql://np@example.org/blues?sslpassword=secret",
    "host=example.org user=np password=secret", "postgres://np:@example.org/?password=",
  ])
  func `an address with a password is refused, with the ways that libpq has`(text: String) {
    #expect(throws: PostOfficeProblem.passwordInAddress) { try PostOffice(address: text) }
    #expect(
      PostOfficeProblem.passwordInAddress.reason == """
        The address holds a password, which others on this computer can see. Leave it out, and give \
        it in ~/.pgpass (or PGPASSFILE), by PGSERVICE, or use a certificate.
        """)
  }

  @Test(arguments: [
    "", "blues", "https://example.org", "postgresql://np:secret@[example.org/blues",
    "postgresql://np@example.org/blues?colour=secret", "host=example.org secret",
    "postgresql://np@example.org/bl\0ues",
  ])
  func `one that libpq cannot read is refused without repeating it`(text: String) {
    #expect(throws: PostOfficeProblem.unreadableAddress) { try PostOffice(address: text) }
  }

  @Test(arguments: [
    "postgresql://np@example.org/blues", "postgresql:///?service=blues",
    "postgresql://np@example.org:5433/blues?sslmode=verify-full&sslcert=np.crt&sslkey=np.key",
    "host=example.org user=np dbname=blues passfile=/home/np/.pgpass",
  ])
  func `ways without a password in the address are taken`(text: String) throws {
    #expect(try PostOffice(address: text).address.text == text)
  }

  @Test func `the address may say how long to wait`() throws {
    #expect(try Address("postgresql://h/d?connect_timeout=3").patience == 3)
    #expect(try Address("postgresql://h/d").patience == nil)
  }
}

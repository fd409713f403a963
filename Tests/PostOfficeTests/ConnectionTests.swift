import Basics
import Testing

@testable import PostOffice

extension `A post office` {
  @Suite struct Connections {
    @Test func `a wrong password is told with the way to correct it`() throws {
      let post = try Post()
      let file = "\(post.passFile)-wrong"
      try Post.write(password: "secret-1", to: file)
      let address = post.address("np").replacing(post.passFile, with: file)
      let problem = PostOfficeProblem.wrongPassword(post.role("np"))
      #expect(throws: problem) { try PostOffice(address: address).mail() }
      #expect(
        problem.reason == """
          The server at 127.0.0.1:\(post.server.port) does not accept np with this password. \
          Correct it in ~/.pgpass, or the file that PGPASSFILE or PGSERVICE names.
          """)
    }

    @Test func `no password where one is wanted`() throws {
      let post = try Post()
      let address = post.address("np").replacing(post.passFile, with: "\(post.passFile)-none")
      let problem = PostOfficeProblem.passwordMissing(post.role("np"))
      #expect(throws: problem) { try PostOffice(address: address).mail() }
      #expect(
        problem.reason == """
          The server at 127.0.0.1:\(post.server.port) wants the password of np. Add \
          HOST:PORT:\(post.database):np:PASSWORD to ~/.pgpass (or PGPASSFILE) and `chmod 600` it, \
          or use PGSERVICE or a certificate.
          """)
    }

    @Test func `a role that the server does not know is like a wrong password`() throws {
      let post = try Post()
      #expect(throws: PostOfficeProblem.wrongPassword(post.role("nobody"))) {
        try PostOffice(address: post.address("nobody")).mail()
      }
    }

    @Test func `a database that a role may not enter`() throws {
      let post = try Post()
      _ = try post.connection("keeper").ask(
        "REVOKE CONNECT ON DATABASE \(post.database) FROM PUBLIC")
      #expect(throws: PostOfficeProblem.notLetIn(post.role("np"))) {
        try post.office("np").mail()
      }
    }

    @Test func `TLS is used where the server has it, and can be asked for`() throws {
      let post = try Post()
      #expect(
        try PostOffice(address: post.address("np", "sslmode=prefer")).send(Parcel("NP", to: "LC"))
          == PostOffice.Sent(isNew: true, link: .encrypted))
      let strict = post.address("np", "sslmode=verify-full&sslrootcert=\(post.server.folder)/none")
      #expect(
        throws: PostOfficeProblem.unreachable(
          place: post.role("np").place,
          reason: "root certificate file \"\(post.server.folder)/none\" does not exist")
      ) { try PostOffice(address: strict).mail() }
      let trusting = post.address(
        "np", "sslmode=verify-ca&sslrootcert=\(post.server.folder)/data/server.crt")
      #expect(
        try PostOffice(address: trusting).fetch(project: "BLUES", since: nil) { _ in }.link
          == .encrypted)
    }

    @Test func `a server that is gone`() throws {
      let port = try Listener.freePort()
      let office = try PostOffice(address: "postgresql://np@127.0.0.1:\(port)/blues")
      let problem = PostOfficeProblem.unreachable(
        place: "127.0.0.1:\(port)", reason: "Connection refused")
      #expect(throws: problem) { try office.send(Parcel("NP", to: "LC")) }
      #expect(
        problem.reason == """
          The server at 127.0.0.1:\(port) does not answer: Connection refused. Check host, port \
          and network, and run the command again.
          """)
    }

    @Test func `a server that is too old`() throws {
      for (version, found) in [("9.6.24", "9.6"), ("12.22", "12")] {
        let server = try Listener.greeting(as: version)
        let office = try PostOffice(
          address: "postgresql://np@127.0.0.1:\(server.port)/blues?sslmode=disable")
        let problem = PostOfficeProblem.tooOld(
          place: "127.0.0.1:\(server.port)", found: found, needed: "13")
        #expect(throws: problem) { try office.mail() }
        #expect(
          problem.reason == """
            The server at 127.0.0.1:\(server.port) is PostgreSQL \(found); a post office needs 13 \
            or newer. Ask its owner for a newer server.
            """)
      }
    }

    @Test func `a server that never answers is not waited for without end`() throws {
      let server = try Listener.silent()
      var office = try PostOffice(
        address: "postgresql://np@127.0.0.1:\(server.port)/blues?connect_timeout=1")
      let place = "127.0.0.1:\(server.port)"
      #expect(throws: PostOfficeProblem.silent(place: place, seconds: 1)) { try office.mail() }
      let greeting = try Listener.greeting(as: "15.18")
      office = try PostOffice(
        address: "postgresql://np@127.0.0.1:\(greeting.port)/blues?sslmode=disable")
      office.patience.answering = 1
      let problem = PostOfficeProblem.silent(place: "127.0.0.1:\(greeting.port)", seconds: 1)
      #expect(throws: problem) { try office.mail() }
    }

    @Test(arguments: [
      ("57P03", "the database system is starting up"), ("53300", "sorry, too many clients already"),
    ])
    func `a server that starts or is full`(code: String, text: String) throws {
      let server = try Listener.refusing(code: code, text)
      let office = try PostOffice(
        address: "postgresql://np@127.0.0.1:\(server.port)/blues?sslmode=disable")
      #expect(throws: PostOfficeProblem.busy(place: "127.0.0.1:\(server.port)")) {
        try office.mail()
      }
    }

    @Test func `what a server says in its own words is not repeated`() throws {
      let server = try Listener.refusing(code: "XX000", "Kennwort »fjord-1814« \u{1B}[31m")
      let office = try PostOffice(
        address: "postgresql://np@127.0.0.1:\(server.port)/blues?sslmode=disable")
      let problem = PostOfficeProblem.refused(place: "127.0.0.1:\(server.port)", code: "XX000")
      #expect(throws: problem) { try office.mail() }
      #expect(
        problem.reason == """
          The server at 127.0.0.1:\(server.port) refused this with the code XX000. Look the code \
          up in the server's log with its owner.
          """)
    }

    @Test func `a server that only reads`() throws {
      let post = try Post()
      _ = try post.connection("keeper").ask(
        "ALTER ROLE np IN DATABASE \(post.database) SET default_transaction_read_only = on")
      #expect(throws: PostOfficeProblem.readOnly(place: post.role("np").place)) {
        try post.office("np").send(Parcel("NP", to: "LC"))
      }
    }
  }
}

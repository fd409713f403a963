extension PostOfficeProblem {
  package var message: String {
    switch self {
    case .libraryMissing: "The library libpq, which speaks to PostgreSQL, is not installed."
    case .unreadableAddress: "PostgreSQL cannot read this address."
    case .passwordInAddress: "The address holds a password, which others on this computer can see."
    case .passwordMissing(let role):
      "The server at \(role.place) wants the password of \(role.name)."
    case .wrongPassword(let role):
      "The server at \(role.place) does not accept \(role.name) with this password."
    case .notLetIn(let role):
      "The server at \(role.place) does not let \(role.name) into the database \(role.database)."
    case .databaseMissing(let role):
      "The server at \(role.place) has no database \(role.database)."
    case .unreachable(let place, let reason): "The server at \(place) does not answer: \(reason)."
    case .silent(let place, let seconds):
      "The server at \(place) has not answered for \(seconds) seconds."
    case .lost(let place): "The connection to the server at \(place) broke."
    case .unconfirmed(let place):
      "The connection to the server at \(place) broke before the parcel was confirmed."
    case .notKept(let place): "The server at \(place) did not keep the parcel."
    case .busy(let place): "The server at \(place) is busy, starting or stopping."
    case .diskFull(let place): "The disk of the server at \(place) is full."
    case .readOnly(let place): "The server at \(place) is a copy that can only be read."
    case .tooOld(let place, let found, let needed):
      "The server at \(place) is PostgreSQL \(found); a post office needs \(needed) or newer."
    case .notSetUp(let role):
      "The database \(role.database) at \(role.place) has no post office."
    case .notAPostOffice(let role):
      "The schema blues_post in the database \(role.database) is not a post office's."
    case .ownedByAnother(_, let owner): "The post office belongs to \(owner)."
    case .mayNotCreate(let role):
      "The role \(role.name) may not make a schema in the database \(role.database)."
    case .notOwner(let role): "The role \(role.name) does not own the post office."
    case .roleMissing(let name, let place): "The server at \(place) has no role \(name)."
    case .aboveTheRules(let name): "The role \(name) could read the mail of all partners."
    case .otherPartner(let name, let project, let partner):
      "The role \(name) is already partner \(partner) in the project \(project)."
    case .notAdmitted(let role, let project):
      "The role \(role.name) is not admitted to the project \(project)."
    case .notTheSender(let role, let sender, let partner):
      "The parcel is from \(sender), but \(role.name) sends as \(partner)."
    case .otherMail(let role, let partner, let copy):
      "\(role.name) is the role of \(partner), and this is the copy of \(copy)."
    case .unusableLabel(let part): "The parcel has an unusable \(part) on its label."
    case .noBytes: "The parcel is empty."
    case .tooLarge(let size, let limit):
      "The parcel has \(size) bytes; a post office takes at most \(limit)."
    case .wrongDigest: "The bytes of the parcel do not have the SHA-256 of its label."
    case .refused(let place, let code): "The server at \(place) refused this with the code \(code)."
    }
  }

  package var hint: String? {
    switch self {
    case .libraryMissing: "Install it: `apt install libpq5`."
    case .unreadableAddress: "Write it as postgresql://ROLE@HOST:5432/DATABASE."
    case .passwordInAddress:
      "Leave it out, and give it in ~/.pgpass (or PGPASSFILE), by PGSERVICE, or use a certificate."
    case .passwordMissing(let role):
      """
      Add HOST:PORT:\(role.database):\(role.name):PASSWORD to ~/.pgpass (or PGPASSFILE) and \
      `chmod 600` it, or use PGSERVICE or a certificate.
      """
    case .wrongPassword: "Correct it in ~/.pgpass, or the file that PGPASSFILE or PGSERVICE names."
    case .notLetIn(let role):
      "Ask its owner for a line for \(role.name) in pg_hba.conf and for CONNECT on the database."
    case .databaseMissing: "Check the end of the address, or make it with `createdb`."
    case .unreachable: "Check host, port and network, and run the command again."
    case .silent, .lost, .unconfirmed: "Run the command again; each parcel is kept once."
    case .notKept: "Ask its owner what takes parcels away: a rule or a trigger of another program."
    case .busy: "Run the command again in a minute."
    case .diskFull: "Ask its owner for room, and run the command again; nothing was kept."
    case .readOnly: "Give the address of the server that is written to."
    case .tooOld: "Ask its owner for a newer server."
    case .notSetUp: "Its owner sets it up once, and admits each partner's role."
    case .notAPostOffice:
      """
      Use another database, or rename the schema blues_post there; where its rules, grants or \
      functions were changed by hand, change them back.
      """
    case .ownedByAnother(_, let owner): "Connect as \(owner), or use another database."
    case .mayNotCreate(let role):
      "Ask the owner of the database: GRANT CREATE ON DATABASE \(role.database) TO \(role.name)."
    case .notOwner: "Connect as the role that set it up."
    case .roleMissing(let name, _): "Make it first: `createuser --pwprompt \(name)`."
    case .aboveTheRules: "Make an ordinary role for the partner, without superuser or BYPASSRLS."
    case .otherPartner: "Revoke it first."
    case .notAdmitted: "Ask the owner of the post office to admit it."
    case .notTheSender: "Connect as the role of the sender."
    case .otherMail(_, _, let copy): "Connect as the role of \(copy)."
    case .unusableLabel: "Make the parcel again."
    case .noBytes, .wrongDigest: "Make the parcel again, and send it as it is."
    case .tooLarge: "Bring it another way, such as a shared folder."
    case .refused: "Look the code up in the server's log with its owner."
    }
  }
}

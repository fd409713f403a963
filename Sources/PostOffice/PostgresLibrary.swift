internal import CPostgres
internal import Glibc

/// The functions of libpq, found when a post office is first asked.
///
/// Linked, it would cost every start several milliseconds (`docs/decisions/0035-a-post-office.md`).
struct PostgresLibrary: Sendable {
  let clear: PQclear_call
  let cmdTuples: PQcmdTuples_call
  let connectPoll: PQconnectPoll_call
  let connectStart: PQconnectStartParams_call
  let needsPassword: PQconnectionNeedsPassword_call
  let freeOptions: PQconninfoFree_call
  let parseOptions: PQconninfoParse_call
  let consumeInput: PQconsumeInput_call
  let database: PQdb_call
  let errorMessage: PQerrorMessage_call
  let finish: PQfinish_call
  let flush: PQflush_call
  let freeText: PQfreemem_call
  let nextResult: PQgetResult_call
  let isNull: PQgetisnull_call
  let length: PQgetlength_call
  let value: PQgetvalue_call
  let isUnderKerberos: PQgssEncInUse_call
  let host: PQhost_call
  let isBusy: PQisBusy_call
  let rowCount: PQntuples_call
  let port: PQport_call
  let errorField: PQresultErrorField_call
  let resultStatus: PQresultStatus_call
  let sendQuery: PQsendQueryParams_call
  let serverVersion: PQserverVersion_call
  let setErrorVerbosity: PQsetErrorVerbosity_call
  let setNoticeProcessor: PQsetNoticeProcessor_call
  let setSingleRowMode: PQsetSingleRowMode_call
  let setNonblocking: PQsetnonblocking_call
  let socket: PQsocket_call
  let isEncrypted: PQsslInUse_call
  let status: PQstatus_call
  let user: PQuser_call

  /// The library, or the problem that it is not installed.
  static func get() throws(PostOfficeProblem) -> PostgresLibrary {
    guard let found else { throw .libraryMissing }
    return found
  }

  private static let found = try? PostgresLibrary(named: "libpq.so.5")

  private init(named name: String) throws(PostOfficeProblem) {
    guard let handle = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { throw .libraryMissing }
    func find<Function>(_ symbol: String) throws(PostOfficeProblem) -> Function {
      guard let address = dlsym(handle, symbol) else { throw .libraryMissing }
      return unsafeBitCast(address, to: Function.self)
    }
    clear = try find("PQclear")
    cmdTuples = try find("PQcmdTuples")
    connectPoll = try find("PQconnectPoll")
    connectStart = try find("PQconnectStartParams")
    needsPassword = try find("PQconnectionNeedsPassword")
    freeOptions = try find("PQconninfoFree")
    parseOptions = try find("PQconninfoParse")
    consumeInput = try find("PQconsumeInput")
    database = try find("PQdb")
    errorMessage = try find("PQerrorMessage")
    finish = try find("PQfinish")
    flush = try find("PQflush")
    freeText = try find("PQfreemem")
    nextResult = try find("PQgetResult")
    isNull = try find("PQgetisnull")
    length = try find("PQgetlength")
    value = try find("PQgetvalue")
    isUnderKerberos = try find("PQgssEncInUse")
    host = try find("PQhost")
    isBusy = try find("PQisBusy")
    rowCount = try find("PQntuples")
    port = try find("PQport")
    errorField = try find("PQresultErrorField")
    resultStatus = try find("PQresultStatus")
    sendQuery = try find("PQsendQueryParams")
    serverVersion = try find("PQserverVersion")
    setErrorVerbosity = try find("PQsetErrorVerbosity")
    setNoticeProcessor = try find("PQsetNoticeProcessor")
    setSingleRowMode = try find("PQsetSingleRowMode")
    setNonblocking = try find("PQsetnonblocking")
    socket = try find("PQsocket")
    isEncrypted = try find("PQsslInUse")
    status = try find("PQstatus")
    user = try find("PQuser")
  }
}

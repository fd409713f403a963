#include <postgresql/libpq-fe.h>

// The types of the functions that are looked up when the library is loaded, as its own header has them.
#define CALLED(name) typedef __typeof__(&name) name##_call
CALLED(PQclear);
CALLED(PQcmdTuples);
CALLED(PQconnectPoll);
CALLED(PQconnectStartParams);
CALLED(PQconnectionNeedsPassword);
CALLED(PQconninfoFree);
CALLED(PQconninfoParse);
CALLED(PQconsumeInput);
CALLED(PQdb);
CALLED(PQerrorMessage);
CALLED(PQfinish);
CALLED(PQflush);
CALLED(PQfreemem);
CALLED(PQgetResult);
CALLED(PQgetisnull);
CALLED(PQgetlength);
CALLED(PQgetvalue);
CALLED(PQgssEncInUse);
CALLED(PQhost);
CALLED(PQisBusy);
CALLED(PQntuples);
CALLED(PQport);
CALLED(PQresultErrorField);
CALLED(PQresultStatus);
CALLED(PQsendQueryParams);
CALLED(PQserverVersion);
CALLED(PQsetErrorVerbosity);
CALLED(PQsetNoticeProcessor);
CALLED(PQsetSingleRowMode);
CALLED(PQsetnonblocking);
CALLED(PQsocket);
CALLED(PQsslInUse);
CALLED(PQstatus);
CALLED(PQuser);
#undef CALLED

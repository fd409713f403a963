// Debian builds SQLite with its session extension; these two names make the header declare it.
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
#include <sys/vfs.h>

// sqlite3_db_config takes a list of arguments that Swift cannot give.
static inline int blues_set_foreign_keys(sqlite3 *connection, int is_on) {
  return sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_FKEY, is_on, (int *)0);
}

// What a file of somebody else could make a connection do: its layout has no triggers and no views,
// and nobody writes to SQLite's own tables or loads a library.
static inline int blues_defend(sqlite3 *connection) {
  int code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  if (!code) code = sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  if (!code) code = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  if (!code) code = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
  if (!code)
    code = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
  return code;
}

// The number of the file system that holds a path; less than zero where it cannot be told.
static inline long blues_file_system(const char *path) {
  struct statfs about;
  return statfs(path, &about) == 0 ? (long)(about.f_type & 0xFFFFFFFF) : -1;
}

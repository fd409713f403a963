#define _GNU_SOURCE
#include "FaultShim.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "Shim.h"

int fault_code;

static enum kind counted;
static atomic_long calls;
static long at;
static enum mode mode;
static int lasts;
static const char *count_path;
static const char *stills;
// The rest of FAULT_POINTS.
static const char *points;
static struct stat messages;

static const struct { const char *name; enum kind kind; } kinds[] = {
    {"reaching", reaching}, {"syncing", syncing}, {"mapping", mapping},
    {"allocating", allocating},
};

static const struct { const char *name; enum mode mode; int code; } modes[] = {
    {"kill", kill_before, 0}, {"torn", torn, 0}, {"short", shorten, 0},
    {"EIO", fail, EIO}, {"ENOSPC", fail, ENOSPC}, {"EMFILE", fail, EMFILE},
    {"EACCES", fail, EACCES}, {"EOPNOTSUPP", fail, EOPNOTSUPP}, {"ENOMEM", fail, ENOMEM},
};

__attribute__((constructor)) static void read_environment(void) {
  fstat(STDERR_FILENO, &messages);
  const char *number = getenv("FAULT_AT");
  const char *name = getenv("FAULT_MODE");
  const char *kind = getenv("FAULT_KIND");
  count_path = getenv("FAULT_COUNT");
  stills = getenv("FAULT_STILLS");
  points = getenv("FAULT_POINTS");
  lasts = getenv("FAULT_LASTS") != NULL;
  for (size_t i = 0; kind && i < sizeof kinds / sizeof *kinds; i++)
    if (!strcmp(kind, kinds[i].name)) counted = kinds[i].kind;
  for (size_t i = 0; name && i < sizeof modes / sizeof *modes; i++)
    if (!strcmp(name, modes[i].name)) mode = modes[i].mode, fault_code = modes[i].code;
  atomic_store(&calls, 0);
  at = number ? atol(number) : 0;
}

// The library's own output goes past the counted functions.
__attribute__((destructor)) static void write_count(void) {
  if (!count_path) return;
  char text[24];
  int length = snprintf(text, sizeof text, "%ld", atomic_load(&calls));
  int file = (int)syscall(SYS_openat, AT_FDCWD, count_path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) return;
  (void)syscall(SYS_write, file, text, length);
  syscall(SYS_close, file);
}

void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

int is_message(int fd) {
  struct stat found;
  return fstat(fd, &found) == 0 && found.st_ino == messages.st_ino &&
         found.st_dev == messages.st_dev;
}

int is_file(int fd) {
  struct stat found;
  return fstat(fd, &found) == 0 && S_ISREG(found.st_mode);
}

static void copy_file(const char *from, const char *to) {
  static char buffer[1 << 16];
  int source = (int)syscall(SYS_openat, AT_FDCWD, from, O_RDONLY | O_CLOEXEC, 0);
  int copy = (int)syscall(
      SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  for (ssize_t size; (size = syscall(SYS_read, source, buffer, sizeof buffer)) > 0;)
    (void)!syscall(SYS_write, copy, buffer, size);
  // Closing drops SQLite's locks on the file, which nobody else wants during such a run.
  syscall(SYS_close, source);
  syscall(SYS_close, copy);
}

// A file with two names has them in the copy too: by that a draft is known again.
static struct { ino_t file; char name[1024]; } linked[64];
static int links;

static void copy_entry(const char *from, const char *to) {
  struct stat found;
  if (stat(from, &found) != 0 || found.st_nlink < 2) return copy_file(from, to);
  for (int i = 0; i < links; i++) {
    if (linked[i].file != found.st_ino) continue;
    syscall(SYS_linkat, AT_FDCWD, linked[i].name, AT_FDCWD, to, 0);
    return;
  }
  copy_file(from, to);
  if (links == sizeof linked / sizeof *linked) return;
  linked[links].file = found.st_ino;
  snprintf(linked[links++].name, sizeof linked->name, "%s", to);
}

static void copy_folder(const char *from, const char *to) {
  char source[1024], copy[1024];
  syscall(SYS_mkdirat, AT_FDCWD, to, 0700);
  DIR *here = opendir(from);
  for (struct dirent *entry; here && (entry = readdir(here));) {
    if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
    snprintf(source, sizeof source, "%s/%s", from, entry->d_name);
    snprintf(copy, sizeof copy, "%s/%s", to, entry->d_name);
    if (entry->d_type == DT_DIR) copy_folder(source, copy);
    if (entry->d_type == DT_REG) copy_entry(source, copy);
  }
  if (here) closedir(here);
}

static void take_still_of(long number, const char *ending) {
  char folder[1024];
  snprintf(folder, sizeof folder, "%s/%ld%s", stills, number, ending);
  links = 0;
  copy_folder(".", folder);
}

void take_still(void) { take_still_of(atomic_load(&calls), "t"); }

// Takes the still of this call if it is the next point; a torn one is taken by the caller.
static enum mode still_verdict(long number) {
  char *end;
  while (points && strtol(points, &end, 10) == number) {
    int is_torn = *end == 't';
    points = end + is_torn;
    if (is_torn) return still;
    take_still_of(number, "");
  }
  return none;
}

enum mode verdict(enum kind kind) {
  if (kind != counted) return none;
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (stills) return still_verdict(number);
  if (at == 0 || number < at) return none;
  if (number > at) return lasts && mode == fail ? fail : none;
  if (mode == kill_before) die();
  return mode;
}

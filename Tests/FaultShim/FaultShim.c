#define _GNU_SOURCE
#include "FaultShim.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { none, kill_before, torn, fail, shorten, still };

// Calls that change files, or calls that reach them; one of the two is counted.
enum kind { changing, reaching };

static enum kind counted;
static atomic_long calls;
static long at;
static enum mode mode;
static int code;
static int lasts;
static const char *count_path;
static const char *stills;
// The rest of FAULT_POINTS.
static const char *points;
// Standard error as it was, which the program speaks to through a copy.
static struct stat messages;

__attribute__((constructor)) static void read_environment(void) {
  fstat(STDERR_FILENO, &messages);
  const char *number = getenv("FAULT_AT");
  const char *name = getenv("FAULT_MODE");
  count_path = getenv("FAULT_COUNT");
  stills = getenv("FAULT_STILLS");
  points = getenv("FAULT_POINTS");
  lasts = getenv("FAULT_LASTS") != NULL;
  counted = getenv("FAULT_REACH") ? reaching : changing;
  at = number ? atol(number) : 0;
  if (!name) return;
  if (!strcmp(name, "kill")) mode = kill_before;
  if (!strcmp(name, "torn")) mode = torn;
  if (!strcmp(name, "short")) mode = shorten;
  if (!strcmp(name, "EIO")) mode = fail, code = EIO;
  if (!strcmp(name, "ENOSPC")) mode = fail, code = ENOSPC;
  if (!strcmp(name, "EMFILE")) mode = fail, code = EMFILE;
  if (!strcmp(name, "EACCES")) mode = fail, code = EACCES;
  if (!strcmp(name, "EOPNOTSUPP")) mode = fail, code = EOPNOTSUPP;
}

// The library's own output goes past the counted functions.
__attribute__((destructor)) static void write_count(void) {
  if (!count_path) return;
  char text[24];
  int length = snprintf(text, sizeof text, "%ld", atomic_load(&calls));
  int file = open(count_path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) return;
  (void)syscall(SYS_write, file, text, length);
  close(file);
}

__attribute__((noreturn)) static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

static void copy_file(const char *from, const char *to) {
  static char buffer[1 << 16];
  int source = open(from, O_RDONLY | O_CLOEXEC);
  int copy = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  for (ssize_t size; (size = read(source, buffer, sizeof buffer)) > 0;)
    (void)!syscall(SYS_write, copy, buffer, size);
  // Closing drops SQLite's locks on the file, which nobody else wants during such a run.
  close(source);
  close(copy);
}

static void take_still(long number) {
  char folder[4096], to[8192];
  snprintf(folder, sizeof folder, "%s/%ld", stills, number);
  mkdir(folder, 0700);
  DIR *here = opendir(".");
  for (struct dirent *entry; here && (entry = readdir(here));) {
    if (entry->d_type != DT_REG) continue;
    snprintf(to, sizeof to, "%s/%s", folder, entry->d_name);
    copy_file(entry->d_name, to);
  }
  if (here) closedir(here);
}

// Takes the still of this call if it is the next point; a torn one is taken by the caller.
static enum mode still_verdict(long number) {
  char *end;
  if (!points || strtol(points, &end, 10) != number) return none;
  int is_torn = *end == 't';
  points = end + is_torn;
  if (is_torn) return still;
  take_still(number);
  return none;
}

// What becomes of this call; a process that is to die before it dies here.
static enum mode verdict(enum kind kind) {
  if (kind != counted) return none;
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (stills) return still_verdict(number);
  if (at == 0 || number < at) return none;
  if (number > at) return lasts && mode == fail ? fail : none;
  if (mode == kill_before) die();
  return mode;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is_message(int fd) {
  struct stat found;
  return fstat(fd, &found) == 0 && found.st_ino == messages.st_ino &&
         found.st_dev == messages.st_dev;
}

// A call that writes `size` bytes; WHOLE, HALF and REST do so, and yield what the call returns.
#define WRITING(fd, WHOLE, HALF, REST)                                       \
  if (is_message(fd)) return WHOLE;                                          \
  switch (verdict(changing)) {                                               \
    case torn: (void)!(HALF); die();                                         \
    case shorten: return HALF;                                               \
    case still: {                                                            \
      ssize_t done = HALF;                                                   \
      take_still(calls);                                                     \
      return done + REST;                                                    \
    }                                                                        \
    case fail: errno = code; return -1;                                      \
    default: return WHOLE;                                                   \
  }

// A call that is done or not.
#define DOING(WHOLE)                                                         \
  switch (verdict(changing)) {                                               \
    case torn: (void)!(WHOLE); die();                                        \
    case still: {                                                            \
      int done = WHOLE;                                                      \
      take_still(calls);                                                     \
      return done;                                                           \
    }                                                                        \
    case fail: errno = code; return -1;                                      \
    default: return WHOLE;                                                   \
  }

// A call that reaches a file, which is refused or not.
#define REACHING(WHOLE)                                                      \
  if (verdict(reaching) == fail) {                                           \
    errno = code;                                                            \
    return -1;                                                               \
  }                                                                          \
  return WHOLE

// Never nothing: a write of no bytes would say that the disk is full.
static size_t half(size_t size) { return (size + 1) / 2; }

ssize_t write(int fd, const void *bytes, size_t size) {
  WRITING(
      fd, REAL(write)(fd, bytes, size), REAL(write)(fd, bytes, half(size)),
      REAL(write)(fd, bytes + half(size), size - half(size)))
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t place) {
  WRITING(
      fd, REAL(pwrite)(fd, bytes, size, place), REAL(pwrite)(fd, bytes, half(size), place),
      REAL(pwrite)(fd, bytes + half(size), size - half(size), place + half(size)))
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t place) {
  WRITING(
      fd, REAL(pwrite64)(fd, bytes, size, place), REAL(pwrite64)(fd, bytes, half(size), place),
      REAL(pwrite64)(fd, bytes + half(size), size - half(size), place + half(size)))
}

// The first half of the parts, which are not cut in two.
ssize_t writev(int fd, const struct iovec *parts, int count) {
  WRITING(
      fd, REAL(writev)(fd, parts, count), REAL(writev)(fd, parts, (int)half(count)),
      REAL(writev)(fd, parts + half(count), count - (int)half(count)))
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t place) {
  WRITING(
      fd, REAL(pwritev)(fd, parts, count, place),
      REAL(pwritev)(fd, parts, (int)half(count), place),
      REAL(pwritev)(fd, parts + half(count), count - (int)half(count), place + done))
}

int fsync(int fd) { DOING(REAL(fsync)(fd)) }

int fdatasync(int fd) { DOING(REAL(fdatasync)(fd)) }

int ftruncate(int fd, off_t size) { DOING(REAL(ftruncate)(fd, size)) }

int ftruncate64(int fd, off64_t size) { DOING(REAL(ftruncate64)(fd, size)) }

int rename(const char *from, const char *to) { DOING(REAL(rename)(from, to)) }

int link(const char *from, const char *to) { DOING(REAL(link)(from, to)) }

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  DOING(REAL(linkat)(from_folder, from, to_folder, to, flags))
}

int unlink(const char *path) { DOING(REAL(unlink)(path)) }

// What the runtime asks of its own threads is not the program's; refused, it ends the program.
// The dispatcher reads /proc/THREAD/stat once a second, so only a slow command meets it.
static int is_ours(const char *path) {
  int thread, end = 0;
  sscanf(path, "/proc/%d/stat%n", &thread, &end);
  if (end > 0 && path[end] == '\0') return 0;
  return strncmp(path, "/proc/self/task/", 16) != 0;
}

#define OPENING(path, WHOLE)                                                 \
  if (!is_ours(path)) return WHOLE;                                          \
  REACHING(WHOLE)

// The mode that follows the flags of a call that may create a file.
#define FILE_MODE(flags)                                                     \
  mode_t file_mode = 0;                                                      \
  if ((flags) & O_CREAT) {                                                   \
    va_list rest;                                                            \
    va_start(rest, flags);                                                   \
    file_mode = va_arg(rest, mode_t);                                        \
    va_end(rest);                                                            \
  }

int open(const char *path, int flags, ...) {
  FILE_MODE(flags);
  OPENING(path, REAL(open)(path, flags, file_mode));
}

int open64(const char *path, int flags, ...) {
  FILE_MODE(flags);
  OPENING(path, REAL(open64)(path, flags, file_mode));
}

int openat(int folder, const char *path, int flags, ...) {
  FILE_MODE(flags);
  OPENING(path, REAL(openat)(folder, path, flags, file_mode));
}

// Timers and events of the runtime are read too, which dies when that fails.
static int is_file(int fd) {
  struct stat found;
  return fstat(fd, &found) == 0 && S_ISREG(found.st_mode);
}

ssize_t read(int fd, void *bytes, size_t size) {
  if (!is_file(fd)) return REAL(read)(fd, bytes, size);
  REACHING(REAL(read)(fd, bytes, size));
}

ssize_t pread(int fd, void *bytes, size_t size, off_t place) {
  REACHING(REAL(pread)(fd, bytes, size, place));
}

ssize_t pread64(int fd, void *bytes, size_t size, off64_t place) {
  REACHING(REAL(pread64)(fd, bytes, size, place));
}

// As the kernel does it: the number is free again even where the call tells of an error.
int close(int fd) {
  int ending = REAL(close)(fd);
  REACHING(ending);
}

int mkdir(const char *path, mode_t file_mode) { REACHING(REAL(mkdir)(path, file_mode)); }

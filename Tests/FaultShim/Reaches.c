#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "Shim.h"

// A call that reaches a file, which is refused or not.
#define REACHING(WHOLE)                                                      \
  if (verdict(reaching) == fail) {                                           \
    errno = fault_code;                                                      \
    return -1;                                                               \
  }                                                                          \
  return WHOLE

// What the runtime asks of its own threads is not the program's; refused, it ends the program.
// The dispatcher reads /proc/THREAD/stat once a second, so only a slow command meets it.
static int is_ours(const char *path) {
  int thread, end = 0;
  sscanf(path, "/proc/%d/stat%n", &thread, &end);
  if (end > 0 && path[end] == '\0') return 0;
  return strncmp(path, "/proc/self/task/", 16) != 0;
}

#define OPENING(path, WHOLE)                                                 \
  int was_there = is_recording() && access(path, F_OK) == 0;                 \
  if (is_ours(path) && verdict(reaching) == fail) {                          \
    errno = fault_code;                                                      \
    return -1;                                                               \
  }                                                                          \
  int opened = WHOLE, code = errno;                                          \
  record_opening(opened, path, flags, was_there);                            \
  errno = code;                                                              \
  return opened

// The mode that follows the flags of a call that may create a file.
#define FILE_MODE(flags)                                                     \
  mode_t file_mode = 0;                                                      \
  if (((flags) & O_CREAT) || ((flags) & O_TMPFILE) == O_TMPFILE) {                                     \
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

DIR *opendir(const char *path) {
  if (is_ours(path) && verdict(reaching) == fail) {
    errno = fault_code;
    return NULL;
  }
  return REAL(opendir)(path);
}

// Timers and events of the runtime are read too, which dies when that fails.
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

int mkdir(const char *path, mode_t file_mode) {
  if (verdict(reaching) == fail) {
    errno = fault_code;
    return -1;
  }
  int done = REAL(mkdir)(path, file_mode), code = errno;
  if (done == 0) record_name('m', path);
  errno = code;
  return done;
}

// What the runtime maps of its own is nameless.
#define MAPPING(name)                                                        \
  if (fd >= 0 && verdict(mapping) == fail) {                                 \
    errno = fault_code;                                                      \
    return MAP_FAILED;                                                       \
  }                                                                          \
  return REAL(name)(start, size, protection, flags, fd, place)

void *mmap(void *start, size_t size, int protection, int flags, int fd, off_t place) {
  MAPPING(mmap);
}

void *mmap64(void *start, size_t size, int protection, int flags, int fd, off64_t place) {
  MAPPING(mmap64);
}

extern void *__libc_malloc(size_t size);

// dlsym asks for memory itself, so that the library's own name is called.
void *malloc(size_t size) {
  if (verdict(allocating) == fail) {
    errno = ENOMEM;
    return NULL;
  }
  return __libc_malloc(size);
}

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <sys/uio.h>
#include <unistd.h>

#include "Shim.h"

// A call that writes; WHOLE, HALF and REST do so, and yield what the call returns.
#define WRITING(fd, WHOLE, HALF, REST, NOTE)                                 \
  if (is_message(fd)) return WHOLE;                                          \
  switch (verdict(changing)) {                                               \
    case torn: (void)!(HALF); die();                                         \
    case shorten: return HALF;                                               \
    case still: {                                                            \
      ssize_t done = HALF;                                                   \
      take_still();                                                          \
      return done + REST;                                                    \
    }                                                                        \
    case fail: errno = fault_code; return -1;                                \
    default: {                                                               \
      ssize_t done = WHOLE;                                                  \
      int code = errno;                                                      \
      NOTE;                                                                  \
      errno = code;                                                          \
      return done;                                                           \
    }                                                                        \
  }

// A call that is done or not; NOTE is made of one that was done.
#define DOING(WHOLE, NOTE)                                                   \
  switch (verdict(changing)) {                                               \
    case torn: (void)!(WHOLE); die();                                        \
    case still: {                                                            \
      int done = WHOLE;                                                      \
      take_still();                                                          \
      return done;                                                           \
    }                                                                        \
    case fail: errno = fault_code; return -1;                                \
    default: {                                                               \
      int done = WHOLE;                                                      \
      int code = errno;                                                      \
      if (done == 0) NOTE;                                                   \
      errno = code;                                                          \
      return done;                                                           \
    }                                                                        \
  }

// Never nothing: a write of no bytes would say that the disk is full.
static size_t half(size_t size) { return (size + 1) / 2; }

ssize_t write(int fd, const void *bytes, size_t size) {
  WRITING(
      fd, REAL(write)(fd, bytes, size), REAL(write)(fd, bytes, half(size)),
      REAL(write)(fd, bytes + half(size), size - half(size)), record_write(fd, bytes, done, -1))
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t place) {
  WRITING(
      fd, REAL(pwrite)(fd, bytes, size, place), REAL(pwrite)(fd, bytes, half(size), place),
      REAL(pwrite)(fd, bytes + half(size), size - half(size), place + half(size)),
      record_write(fd, bytes, done, place))
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t place) {
  WRITING(
      fd, REAL(pwrite64)(fd, bytes, size, place), REAL(pwrite64)(fd, bytes, half(size), place),
      REAL(pwrite64)(fd, bytes + half(size), size - half(size), place + half(size)),
      record_write(fd, bytes, done, place))
}

static void record_parts(int fd, const struct iovec *parts, ssize_t done, off_t place) {
  if (!is_recording() || done <= 0 || !is_file(fd)) return;
  if (place < 0) place = lseek(fd, 0, SEEK_CUR) - done;
  for (; done > 0; parts++) {
    ssize_t size = (ssize_t)parts->iov_len < done ? (ssize_t)parts->iov_len : done;
    record_write(fd, parts->iov_base, size, place);
    done -= size, place += size;
  }
}

// The first half of the parts, which are not cut in two.
ssize_t writev(int fd, const struct iovec *parts, int count) {
  WRITING(
      fd, REAL(writev)(fd, parts, count), REAL(writev)(fd, parts, (int)half(count)),
      REAL(writev)(fd, parts + half(count), count - (int)half(count)),
      record_parts(fd, parts, done, -1))
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t place) {
  WRITING(
      fd, REAL(pwritev)(fd, parts, count, place),
      REAL(pwritev)(fd, parts, (int)half(count), place),
      REAL(pwritev)(fd, parts + half(count), count - (int)half(count), place + done),
      record_parts(fd, parts, done, place))
}

// A sync can be counted alone too; one that fails is in the record.
#define SYNCING(name)                                                        \
  if (verdict(syncing) == fail) {                                            \
    record_sync(fd, -1);                                                     \
    errno = fault_code;                                                      \
    return -1;                                                               \
  }                                                                          \
  DOING(REAL(name)(fd), record_sync(fd, 0))

int fsync(int fd) { SYNCING(fsync) }

int fdatasync(int fd) { SYNCING(fdatasync) }

int ftruncate(int fd, off_t size) { DOING(REAL(ftruncate)(fd, size), record_size(fd, size)) }

int ftruncate64(int fd, off64_t size) {
  DOING(REAL(ftruncate64)(fd, size), record_size(fd, size))
}

int rename(const char *from, const char *to) {
  DOING(REAL(rename)(from, to), record_rename(from, to))
}

int link(const char *from, const char *to) { DOING(REAL(link)(from, to), record_link(to)) }

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  DOING(REAL(linkat)(from_folder, from, to_folder, to, flags), record_link(to))
}

int unlink(const char *path) { DOING(REAL(unlink)(path), record_name('u', path)) }

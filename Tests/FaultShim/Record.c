#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "Shim.h"

// What is done to the disk, in order, in the file that FAULT_RECORD names.
//
// An entry is one letter, the file's number, a place and the size of the bytes that follow, each of
// 8 bytes in the order of the machine:
//
//   c  a file comes into being; the bytes are its name, none for a nameless one
//   w  the bytes are written at the place      t  the file has the place as its size
//   s  the file is synced                      f  syncing it failed
//   d  the folder that the bytes name is synced
//   l  the file gets the name of the bytes     u  the name of the bytes goes
//   r  the bytes are a name, a zero byte and the name it becomes
//   m  a folder comes into being
static int record = -1;

__attribute__((constructor)) static void open_record(void) {
  const char *path = getenv("FAULT_RECORD");
  if (path) {
    record = (int)syscall(
        SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  }
}

int is_recording(void) { return record >= 0; }

static void entry(char letter, uint64_t file, uint64_t place, const void *bytes, size_t size) {
  struct __attribute__((packed)) { char letter; uint64_t file, place, size; } head = {
      letter, file, place, size};
  (void)!syscall(SYS_write, record, &head, sizeof head);
  if (size) (void)!syscall(SYS_write, record, bytes, size);
}

static uint64_t number(int fd) {
  struct stat found;
  return fstat(fd, &found) == 0 ? found.st_ino : 0;
}

static void whole_name(char *name, const char *path) {
  char folder[PATH_MAX] = "";
  if (path[0] != '/' && getcwd(folder, sizeof folder)) strncat(folder, "/", 2);
  snprintf(name, 2 * PATH_MAX, "%s%s", folder, path);
}

void record_write(int fd, const void *bytes, ssize_t size, off_t place) {
  if (record < 0 || size <= 0 || !is_file(fd)) return;
  if (place < 0) place = lseek(fd, 0, SEEK_CUR) - size;
  entry('w', number(fd), place, bytes, size);
}

void record_size(int fd, off_t size) {
  if (record >= 0) entry('t', number(fd), size, NULL, 0);
}

void record_sync(int fd, int ending) {
  if (record < 0) return;
  if (is_file(fd)) return entry(ending == 0 ? 's' : 'f', number(fd), 0, NULL, 0);
  char link[32], name[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t size = readlink(link, name, sizeof name);
  if (size > 0 && ending == 0) entry('d', 0, 0, name, size);
}

void record_opening(int fd, const char *path, int flags, int was_there) {
  if (record < 0 || fd < 0) return;
  char name[2 * PATH_MAX] = "";
  if ((flags & O_TMPFILE) == O_TMPFILE) return entry('c', number(fd), 0, NULL, 0);
  if (!(flags & (O_CREAT | O_TRUNC)) || !is_file(fd)) return;
  if (was_there) {
    if (flags & O_TRUNC) entry('t', number(fd), 0, NULL, 0);
    return;
  }
  whole_name(name, path);
  entry('c', number(fd), 0, name, strlen(name));
}

void record_link(const char *to) {
  struct stat found;
  if (record < 0 || stat(to, &found) != 0) return;
  char name[2 * PATH_MAX];
  whole_name(name, to);
  entry('l', found.st_ino, 0, name, strlen(name));
}

void record_rename(const char *from, const char *to) {
  if (record < 0) return;
  char names[4 * PATH_MAX + 1], second[2 * PATH_MAX];
  whole_name(names, from);
  whole_name(second, to);
  size_t first = strlen(names), size = strlen(second);
  memcpy(names + first + 1, second, size);
  entry('r', 0, 0, names, first + 1 + size);
}

void record_name(char letter, const char *path) {
  if (record < 0) return;
  char name[2 * PATH_MAX];
  whole_name(name, path);
  entry(letter, 0, 0, name, strlen(name));
}

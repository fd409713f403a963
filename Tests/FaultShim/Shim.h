// What the parts of the shim share.
#pragma once

#include <stddef.h>
#include <sys/stat.h>
#include <sys/types.h>

enum mode { none, kill_before, torn, fail, shorten, still };

// Calls are counted by kind, one of which the environment chooses.
enum kind { changing, reaching, syncing, mapping, allocating };

// The system's own function behind one of ours.
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// The error that a failing call is to set.
extern int fault_code;

// What becomes of this call; a process that is to die before it dies here.
enum mode verdict(enum kind kind);

// Takes the still of the call that is under way.
void take_still(void);

__attribute__((noreturn)) void die(void);

// Whether a descriptor is standard error as it was, or a copy of it.
int is_message(int fd);

// Whether a descriptor is a file's; timers and events of the runtime are others.
int is_file(int fd);

// What was done, for the record; each does nothing where none is kept.
void record_write(int fd, const void *bytes, ssize_t size, off_t place);
void record_size(int fd, off_t size);
void record_sync(int fd, int ending);
void record_opening(int fd, const char *path, int flags, int was_there);
void record_link(const char *to);
void record_rename(const char *from, const char *to);
void record_name(char kind, const char *path);
int is_recording(void);

/// A library for LD_PRELOAD that counts the calls by which a program changes files, and breaks
/// one of them, or records them all. It has no functions of its own; the environment says what to do:
///
/// FAULT_AT     which call breaks, from 1; nothing breaks without it
/// FAULT_MODE   kill   the process dies before the call
///              torn   a write is done by half, any other call wholly, and the process dies
///              EIO, ENOSPC, EMFILE, EACCES, EOPNOTSUPP, ENOMEM   the call fails with this error
///              short  a write is done by half and says so
/// FAULT_LASTS  when set, every later call fails too
/// FAULT_KIND   which calls are counted in place of those that change files; they can fail only:
///              reaching    open, openat, opendir, read, pread, close and mkdir
///              syncing     fsync and fdatasync
///              mapping     mmap of a file
///              allocating  malloc
/// FAULT_STILLS a folder that gets, at each of FAULT_POINTS, a copy of the current folder as a
///              kill at this call would leave it, under the name of the point
/// FAULT_POINTS the calls, rising, separated by blanks: `7` before the call, `7t` torn
/// FAULT_COUNT  a file that gets the number of calls, in decimal, when the program ends
/// FAULT_RECORD a file that gets what is done to the disk, as Record.c describes it
///
/// Counted as changing are write, pwrite, writev, pwritev, fsync, fdatasync, ftruncate, rename,
/// link, linkat and unlink; what goes to stderr is not, so that the sentence about the fault can be
/// read.

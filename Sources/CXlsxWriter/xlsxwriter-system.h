#include <xlsxwriter.h>

/* From sys/mman.h, which Swift's Glibc leaves out: a file in memory, without a name. */
extern int memfd_create(const char *name, unsigned int flags);

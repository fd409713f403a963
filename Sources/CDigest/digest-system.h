// libmd's header leaves it to its reader to have these.
#include <stdint.h>
#include <sys/types.h>
#include <sha2.h>

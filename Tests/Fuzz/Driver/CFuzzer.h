// libFuzzer's own entry, as LLVM's FuzzerInterface.h declares it; the library is linked by
// Tests/Fuzz/run.
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *count, char ***words, int (*target)(const uint8_t *, size_t));

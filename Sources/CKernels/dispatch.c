// Chooses the instruction set by what the machine has, unless a thread asked for another.
#include <string.h>

#include "internal.h"

// Each thread has its own choice, so that one can compare instruction sets while others compute.
static _Thread_local const alih_kernels *current;

static const alih_kernels *best(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl")) return &alih_avx512_kernels;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return &alih_avx2_kernels;
#elif defined(__aarch64__)
  return &alih_neon_kernels;
#endif
  return &alih_portable_kernels;
}

const alih_kernels *alih_current_kernels(void) {
  if (current == NULL) current = best();
  return current;
}

const char *alih_instruction_set(void) { return alih_current_kernels()->name; }

int alih_select_instruction_set(const char *name) {
  const alih_kernels *chosen = NULL;
  if (strcmp(name, "portable") == 0) chosen = &alih_portable_kernels;
#if defined(__x86_64__)
  __builtin_cpu_init();
  int avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  int avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl");
  if (strcmp(name, "avx2") == 0 && avx2) chosen = &alih_avx2_kernels;
  if (strcmp(name, "avx512") == 0 && avx512) chosen = &alih_avx512_kernels;
#elif defined(__aarch64__)
  if (strcmp(name, "neon") == 0) chosen = &alih_neon_kernels;
#endif
  if (chosen == NULL) return 0;
  current = chosen;
  return 1;
}

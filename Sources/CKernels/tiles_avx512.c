// AVX-512: 24 of the 32 registers hold a tile of 12 × 32.
#include "internal.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx2,fma"))), apply_to = function)
#define NAME alih_avx512_kernels
#define INSTRUCTION_SET "avx512"
#define VECTOR_BYTES 64
#define TILE_ROWS 12
#define TILE_VECTORS 2
#include "tiles.h"
#pragma clang attribute pop
#endif

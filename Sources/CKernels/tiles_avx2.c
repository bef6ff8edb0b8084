// AVX2 with fused multiply-add: 12 of the 16 registers hold a tile of 6 × 16.
#include "internal.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAME alih_avx2_kernels
#define INSTRUCTION_SET "avx2"
#define VECTOR_BYTES 32
#define TILE_ROWS 6
#define TILE_VECTORS 2
#include "tiles.h"
#pragma clang attribute pop
#endif

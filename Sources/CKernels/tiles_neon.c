// NEON: 16 of the 32 registers hold a tile of 8 × 8.
#include "internal.h"

#if defined(__aarch64__)
#define NAME alih_neon_kernels
#define INSTRUCTION_SET "neon"
#define VECTOR_BYTES 16
#define TILE_ROWS 8
#define TILE_VECTORS 2
#include "tiles.h"
#endif

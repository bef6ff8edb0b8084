// Plain C for any machine: a tile of 4 × 8, in whatever registers the compiler has.
#include "internal.h"

#define NAME alih_portable_kernels
#define INSTRUCTION_SET "portable"
#define VECTOR_BYTES 16
#define TILE_ROWS 4
#define TILE_VECTORS 2
#include "tiles.h"

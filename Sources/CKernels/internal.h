// What the files of this target share.
#pragma once

#include "include/CKernels.h"

enum { most_tile_rows = 16, dot_depth = 384 };

// A tile of a matrix product: `rows` rows of the left side, each given by a pointer and read in `segments` runs of
// `length` values that start at `offsets` from it, times a packed panel [segments · length][columns].
typedef struct {
  ptrdiff_t segments, length;
  const ptrdiff_t *offsets;
  const float *rows[most_tile_rows];  // unused ones repeat a valid pointer
  const float *panel;
  float *output;
  ptrdiff_t output_stride;
  ptrdiff_t row_count, column_count;  // how much of the tile is written
  const float *bias;                  // added where not null, one value a column
  int accumulate;                     // add to what is there
  float ceiling;                      // unless negative, hold results within [0, ceiling]
} alih_dot_tile;

// A tile of a sum of outer products over the pixels of a block: sums[row][column] += left[row] · right[column].
typedef struct {
  ptrdiff_t lines, line_length;       // pixels of the block: `lines` lines of `line_length`
  ptrdiff_t line_step, pixel_step;    // distance on the left side between lines and between pixels
  const float *left;                  // tile_rows consecutive values a pixel
  const float *right;                 // packed [pixel][columns]
  float *sums;                        // [row][columns], consecutive
  ptrdiff_t first_row, end_row;       // rows outside of these are left alone
} alih_outer_tile;

// A line of depthwise convolution: output[x][c] = bias[c] + Σ taps input[x·step + offset(tap)][c] · weight[tap][c].
typedef struct {
  ptrdiff_t taps, width, channels, pixel_step;
  const ptrdiff_t *offsets;
  const float *input, *weight, *bias;
  float ceiling;
  float *output;
} alih_depthwise_line;

// One instruction set's kernels.
typedef struct {
  const char *name;
  ptrdiff_t rows, columns;  // of a tile
  void (*dot)(const alih_dot_tile *);
  void (*outer)(const alih_outer_tile *);
  void (*depthwise)(const alih_depthwise_line *);
  void (*depthwise_weight)(const alih_depthwise_line *, const float *upstream, float *sums);
  // Adds to sums and products [channels] what some rows contribute; see alih_channel_sums.
  void (*channel_sums)(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *centre, const float *other,
                       float *sums, float *products);
  // See alih_channel_affine.
  void (*channel_affine)(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *a, const float *y,
                         const float *b, const float *c, float *output);
  // output[j] = Σ left[k] · right[k · stride + j] for `count` columns j and `depth` rows k.
  void (*combination)(ptrdiff_t count, ptrdiff_t depth, const float *left, const float *right, ptrdiff_t stride,
                      float *output);
  // Sums of products of `count` vectors of the right side, each contiguous, with one left vector of `length`.
  void (*dot_products)(ptrdiff_t count, ptrdiff_t length, const float *left, const float *right, float *output);
  // Multiplies and adds in registers alone, rows · columns values a round.
  float (*multiply_adds)(ptrdiff_t rounds);
} alih_kernels;

extern const alih_kernels alih_portable_kernels;
#if defined(__x86_64__)
extern const alih_kernels alih_avx2_kernels, alih_avx512_kernels;
#elif defined(__aarch64__)
extern const alih_kernels alih_neon_kernels;
#endif

// The kernels of the calling thread's choice; a job carries them to the threads that work on it.
const alih_kernels *alih_current_kernels(void);

// Memory of this thread that is kept between calls; a slot holds one array at a time. The first two slots are for the
// caller of alih_parallel, the others for what a task uses while it runs, and no longer.
enum { panel_slot, sums_slot, rows_slot, upstream_slot, alih_scratch_slots };
float *alih_scratch(int slot, size_t count);

static inline ptrdiff_t smaller(ptrdiff_t a, ptrdiff_t b) { return a < b ? a : b; }
static inline ptrdiff_t larger(ptrdiff_t a, ptrdiff_t b) { return a > b ? a : b; }
static inline ptrdiff_t divided_up(ptrdiff_t a, ptrdiff_t b) { return (a + b - 1) / b; }

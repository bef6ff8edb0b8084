// What the files of this target share.
#pragma once

#include "include/CKernels.h"

enum { most_tile_rows = 16, most_tile_columns = 32, dot_depth = 384, most_taps = 1024 };

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
  int accumulate;                     // add to what is there
  alih_epilogue epilogue;             // moved to this tile's first row and column
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
  const float *input, *weight;
  alih_epilogue epilogue;
  float *output;
} alih_depthwise_line;

// Pixels of a tile of Winograd's convolution.
typedef struct {
  float *pixels;  // of inputs only read
  ptrdiff_t line_step, pixel_step;
} alih_winograd_patch;

// Pixels that a pool looks at together: where they lie, and which tap of the window each of them is.
typedef struct {
  ptrdiff_t count;
  const ptrdiff_t *offsets;
  const uint16_t *names;
} alih_pool_taps;

// One instruction set's kernels.
typedef struct {
  const char *name;
  ptrdiff_t rows, columns;  // of a tile
  void (*dot)(const alih_dot_tile *);
  // output = left · panel, or added to it, for whole tiles of rows; left [rows][depth], panel [depth][tile columns].
  void (*products)(ptrdiff_t rows, ptrdiff_t depth, const float *left, ptrdiff_t left_step, const float *panel,
                   int accumulate, const alih_epilogue *epilogue, float *output, ptrdiff_t output_step);
  void (*outer)(const alih_outer_tile *);
  void (*depthwise)(const alih_depthwise_line *);
  void (*depthwise_weight)(const alih_depthwise_line *, const float *upstream, float *sums);
  // Adds to sums and products [channels] what some rows contribute; see alih_channel_sums.
  void (*channel_sums)(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *centre, const float *other,
                       const alih_rectifier *rectifier, float *sums, float *products);
  // See alih_channel_affine, alih_channel_gradient, alih_rectified_sum and alih_rectified_gradient.
  void (*channel_affine)(ptrdiff_t rows, ptrdiff_t channels, const float *x, const alih_rectifier *map, float *output);
  void (*channel_gradient)(ptrdiff_t rows, ptrdiff_t channels, const float *upstream, const float *x, const float *a,
                           const float *b, const float *c, const alih_rectifier *rectifier, float *output);
  void (*rectified_sum)(ptrdiff_t count, const float *a, const float *b, float ceiling, float *output);
  void (*rectified_gradient)(ptrdiff_t count, const float *upstream, const float *output, float ceiling,
                             float *gradient);
  // See alih_activate, alih_activation_gradient, alih_softmax, alih_layer_norm and alih_layer_norm_gradient.
  void (*activate)(alih_activation kind, ptrdiff_t count, const float *x, float *y);
  void (*activation_gradient)(alih_activation kind, ptrdiff_t count, const float *upstream, const float *x,
                              float *gradient);
  void (*softmax)(ptrdiff_t rows, ptrdiff_t columns, const float *x, float *y);
  void (*layer_norm)(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *weight, const float *bias,
                     float epsilon, float *y);
  void (*layer_norm_gradient)(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *weight,
                              const float *upstream, float epsilon, float *gradient);
  // The largest of some input pixels per channel, and the number of the tap that has it where `winners` is not null.
  void (*pool_largest)(const alih_pool_taps *taps, ptrdiff_t channels, const float *input, float *output,
                       uint16_t *winners);
  // An input pixel's gradient: the upstream of the windows over it which it has won.
  void (*pool_gradient)(const alih_pool_taps *taps, ptrdiff_t channels, const float *upstream, const uint16_t *winners,
                        float *gradient);
  // output[j] = Σ left[k] · right[k · stride + j] for `count` columns j and `depth` rows k.
  void (*combination)(ptrdiff_t count, ptrdiff_t depth, const float *left, const float *right, ptrdiff_t stride,
                      float *output);
  // Sums of products of `count` vectors of the right side, each contiguous, with one left vector of `length`.
  void (*dot_products)(ptrdiff_t count, ptrdiff_t length, const float *left, const float *right, float *output);
  // Winograd's transforms, for channels in whole vectors. Places lie `place_step` values apart; see winograd.h.
  // 6×6 pixels → 36 places of [channels].
  void (*winograd_input)(const alih_winograd_patch *patch, ptrdiff_t channels, float *places, ptrdiff_t place_step);
  // 4×4 upstream pixels → 36 places of [panel][tile column], `panel_step` from panel to panel.
  void (*winograd_upstream)(const alih_winograd_patch *patch, ptrdiff_t channels, float *places, ptrdiff_t place_step,
                            ptrdiff_t panel_step);
  // 36 places of [channels] → 4×4 pixels.
  void (*winograd_output)(const float *places, ptrdiff_t place_step, ptrdiff_t channels, const alih_epilogue *epilogue,
                          const alih_winograd_patch *patch);
  // Nine taps of [tile columns], `tap_step` apart → 36 places of [tile columns].
  void (*winograd_filter)(const float *taps, ptrdiff_t tap_step, float *places, ptrdiff_t place_step);
  // The gradient's way back, to taps [9][tile columns].
  void (*winograd_filter_gradient)(const float *places, ptrdiff_t place_step, float *taps);
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

static const alih_epilogue alih_no_epilogue = {.ceiling = -1};
// The epilogue of values that start at `channel`, and at `place` of the whole output.
static inline alih_epilogue alih_epilogue_at(const alih_epilogue *e, ptrdiff_t channel, ptrdiff_t place) {
  return (alih_epilogue){e->bias ? e->bias + channel : NULL, e->addend ? e->addend + place : NULL, e->ceiling};
}

// Memory of this thread that is kept between calls; a slot holds one array at a time. The slots before rows_slot are for
// the caller of alih_parallel, the others for what a task uses while it runs, and no longer.
enum {
  panel_slot, sums_slot, shared_places_slot, shared_products_slot,
  rows_slot, gathered_slot, upstream_slot, places_slot, products_slot, filters_slot, alih_scratch_slots
};
float *alih_scratch(int slot, size_t count);

static inline ptrdiff_t smaller(ptrdiff_t a, ptrdiff_t b) { return a < b ? a : b; }
static inline ptrdiff_t larger(ptrdiff_t a, ptrdiff_t b) { return a > b ? a : b; }
static inline ptrdiff_t divided_up(ptrdiff_t a, ptrdiff_t b) { return (a + b - 1) / b; }

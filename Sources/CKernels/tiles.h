// The kernels of one instruction set. The including file defines NAME, VECTOR_BYTES, TILE_ROWS and TILE_VECTORS, and
// sets the compiler's target around this text, which is the same for every instruction set.
#include <math.h>
#include <string.h>

enum { lanes = VECTOR_BYTES / 4, tile_columns = lanes * TILE_VECTORS };
typedef float vector __attribute__((vector_size(VECTOR_BYTES), aligned(4), may_alias));
typedef int32_t mask __attribute__((vector_size(VECTOR_BYTES)));

#define UNROLLED _Pragma("clang loop unroll(full)")

#include "peak.h"

// min(max(x, 0), ceiling). What is not a number stays so: it is neither above the ceiling nor at most 0.
static inline vector hold(vector x, float ceiling) {
  vector most = ceiling - (vector){0};
  mask above = (mask)(x > most);
  vector held = (vector)((above & (mask)most) | (~above & (mask)x));
  return (vector)(~(mask)(held <= 0) & (mask)held);
}

static inline float hold_one(float x, float ceiling) { return x <= 0 ? 0 : x > ceiling ? ceiling : x; }

// Bias, addend and ceiling for values that start at `channel` of the bias and `place` of the addend.
static inline vector finish(const alih_epilogue *epilogue, ptrdiff_t channel, ptrdiff_t place, vector x) {
  if (epilogue->bias) x += *(const vector *)(epilogue->bias + channel);
  if (epilogue->addend) x += *(const vector *)(epilogue->addend + place);
  return epilogue->ceiling >= 0 ? hold(x, epilogue->ceiling) : x;
}

static inline float finish_one(const alih_epilogue *epilogue, ptrdiff_t channel, ptrdiff_t place, float x) {
  if (epilogue->bias) x += epilogue->bias[channel];
  if (epilogue->addend) x += epilogue->addend[place];
  return epilogue->ceiling >= 0 ? hold_one(x, epilogue->ceiling) : x;
}

static void dot(const alih_dot_tile *tile) {
  vector sums[TILE_ROWS][TILE_VECTORS] = {0};
  const float *panel = tile->panel;
  for (ptrdiff_t segment = 0; segment < tile->segments; segment++) {
    const float *rows[TILE_ROWS];
    UNROLLED for (int i = 0; i < TILE_ROWS; i++) rows[i] = tile->rows[i] + tile->offsets[segment];
    for (ptrdiff_t k = 0; k < tile->length; k++, panel += tile_columns) {
      vector right[TILE_VECTORS];
      UNROLLED for (int j = 0; j < TILE_VECTORS; j++) right[j] = *(const vector *)(panel + j * lanes);
      UNROLLED for (int i = 0; i < TILE_ROWS; i++) {
        UNROLLED for (int j = 0; j < TILE_VECTORS; j++) sums[i][j] += rows[i][k] * right[j];
      }
    }
  }
  int whole = tile->column_count == tile_columns && tile->row_count == TILE_ROWS;
  float edge[TILE_ROWS * tile_columns];
  float *output = whole ? tile->output : edge;
  ptrdiff_t stride = whole ? tile->output_stride : tile_columns;
  UNROLLED for (int i = 0; i < TILE_ROWS; i++) {
    UNROLLED for (int j = 0; j < TILE_VECTORS; j++) {
      vector *place = (vector *)(output + i * stride + j * lanes);
      vector sum = sums[i][j];
      if (whole && tile->accumulate) sum += *place;
      if (whole) sum = finish(&tile->epilogue, j * lanes, i * stride + j * lanes, sum);
      *place = sum;
    }
  }
  if (whole) return;
  for (ptrdiff_t i = 0; i < tile->row_count; i++) {
    float *row = tile->output + i * tile->output_stride;
    for (ptrdiff_t j = 0; j < tile->column_count; j++) {
      float sum = edge[i * tile_columns + j];
      if (tile->accumulate) sum += row[j];
      row[j] = finish_one(&tile->epilogue, j, i * tile->output_stride + j, sum);
    }
  }
}

static void products(ptrdiff_t rows, ptrdiff_t depth, const float *left, ptrdiff_t left_step, const float *panel,
                     int accumulate, const alih_epilogue *epilogue, float *output, ptrdiff_t output_step) {
  int plain = !epilogue->bias && !epilogue->addend && epilogue->ceiling < 0;
  for (ptrdiff_t row = 0; row < rows; row += TILE_ROWS, left += TILE_ROWS * left_step) {
    vector sums[TILE_ROWS][TILE_VECTORS] = {0};
    const float *right = panel;
    for (ptrdiff_t k = 0; k < depth; k++, right += tile_columns) {
      vector columns[TILE_VECTORS];
      UNROLLED for (int j = 0; j < TILE_VECTORS; j++) columns[j] = *(const vector *)(right + j * lanes);
      UNROLLED for (int i = 0; i < TILE_ROWS; i++) {
        UNROLLED for (int j = 0; j < TILE_VECTORS; j++) sums[i][j] += left[i * left_step + k] * columns[j];
      }
    }
    UNROLLED for (int i = 0; i < TILE_ROWS; i++) {
      UNROLLED for (int j = 0; j < TILE_VECTORS; j++) {
        ptrdiff_t place = (row + i) * output_step + j * lanes;
        vector sum = accumulate ? *(const vector *)(output + place) + sums[i][j] : sums[i][j];
        *(vector *)(output + place) = plain ? sum : finish(epilogue, j * lanes, place, sum);
      }
    }
  }
}

static void outer(const alih_outer_tile *tile) {
  vector sums[TILE_ROWS][TILE_VECTORS] = {0};
  const float *right = tile->right;
  for (ptrdiff_t line = 0; line < tile->lines; line++) {
    const float *left = tile->left + line * tile->line_step;
    for (ptrdiff_t pixel = 0; pixel < tile->line_length; pixel++, left += tile->pixel_step, right += tile_columns) {
      vector columns[TILE_VECTORS];
      UNROLLED for (int j = 0; j < TILE_VECTORS; j++) columns[j] = *(const vector *)(right + j * lanes);
      UNROLLED for (int i = 0; i < TILE_ROWS; i++) {
        UNROLLED for (int j = 0; j < TILE_VECTORS; j++) sums[i][j] += left[i] * columns[j];
      }
    }
  }
  UNROLLED for (int i = 0; i < TILE_ROWS; i++) {
    if (i < tile->first_row || i >= tile->end_row) continue;
    UNROLLED for (int j = 0; j < TILE_VECTORS; j++) {
      *(vector *)(tile->sums + i * tile_columns + j * lanes) += sums[i][j];
    }
  }
}

// Channels of a pixel that stay in registers while the taps are added up.
enum { depthwise_vectors = 4, depthwise_block = depthwise_vectors * lanes };

// `vectors` vectors of channels of one pixel, from channel c on.
static inline __attribute__((always_inline)) void depthwise_channels(
    const alih_depthwise_line *line, ptrdiff_t x, ptrdiff_t c, const int vectors) {
  const float *input = line->input + x * line->pixel_step + c, *weight = line->weight + c;
  ptrdiff_t place = x * line->channels + c;
  vector sums[depthwise_vectors] = {0};
  for (ptrdiff_t tap = 0; tap < line->taps; tap++) {
    UNROLLED for (int j = 0; j < vectors; j++) {
      sums[j] += *(const vector *)(input + line->offsets[tap] + j * lanes) *
                 *(const vector *)(weight + tap * line->channels + j * lanes);
    }
  }
  UNROLLED for (int j = 0; j < vectors; j++) {
    *(vector *)(line->output + place + j * lanes) = finish(&line->epilogue, c + j * lanes, place + j * lanes, sums[j]);
  }
}

static void depthwise(const alih_depthwise_line *line) {
  ptrdiff_t channels = line->channels;
  for (ptrdiff_t x = 0; x < line->width; x++) {
    ptrdiff_t c = 0;
    for (; c + depthwise_block <= channels; c += depthwise_block) depthwise_channels(line, x, c, depthwise_vectors);
    for (; c + lanes <= channels; c += lanes) depthwise_channels(line, x, c, 1);
    for (; c < channels; c++) {
      float sum = 0;
      for (ptrdiff_t tap = 0; tap < line->taps; tap++) {
        sum += line->input[x * line->pixel_step + line->offsets[tap] + c] * line->weight[tap * channels + c];
      }
      line->output[x * channels + c] = finish_one(&line->epilogue, c, x * channels + c, sum);
    }
  }
}

static void depthwise_weight(const alih_depthwise_line *line, const float *upstream, float *sums) {
  ptrdiff_t channels = line->channels;
  for (ptrdiff_t tap = 0; tap < line->taps; tap++) {
    float *sum = sums + tap * channels;
    for (ptrdiff_t x = 0; x < line->width; x++) {
      const float *input = line->input + x * line->pixel_step + line->offsets[tap];
      const float *gradient = upstream + x * channels;
      for (ptrdiff_t c = 0; c < channels; c++) sum[c] += input[c] * gradient[c];
    }
  }
}

static void combination(ptrdiff_t count, ptrdiff_t depth, const float *left, const float *right, ptrdiff_t stride,
                        float *output) {
  memset(output, 0, (size_t)count * sizeof(float));
  for (ptrdiff_t k = 0; k < depth; k++, right += stride) {
    float factor = left[k];
    for (ptrdiff_t j = 0; j < count; j++) output[j] += factor * right[j];
  }
}

static void dot_products(ptrdiff_t count, ptrdiff_t length, const float *left, const float *right, float *output) {
  enum { strands = 4 };
  for (ptrdiff_t i = 0; i < count; i++, right += length) {
    vector sums[strands] = {0};
    ptrdiff_t k = 0;
    for (; k + strands * lanes <= length; k += strands * lanes) {
      UNROLLED for (int j = 0; j < strands; j++) {
        sums[j] += *(const vector *)(left + k + j * lanes) * *(const vector *)(right + k + j * lanes);
      }
    }
    vector together = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    float sum = 0;
    for (int lane = 0; lane < lanes; lane++) sum += together[lane];
    for (; k < length; k++) sum += left[k] * right[k];
    output[i] = sum;
  }
}

#include "activation_tiles.h"
#include "channel_tiles.h"
#include "pool_tiles.h"
#include "row_tiles.h"
#include "winograd_tiles.h"

const alih_kernels NAME = {
    .rows = TILE_ROWS,
    .columns = tile_columns,
    .dot = dot,
    .products = products,
    .outer = outer,
    .depthwise = depthwise,
    .depthwise_weight = depthwise_weight,
    .channel_sums = channel_sums,
    .channel_affine = channel_affine,
    .channel_gradient = channel_gradient,
    .rectified_sum = rectified_sum,
    .rectified_gradient = rectified_gradient,
    .activate = activate,
    .activation_gradient = activation_gradient,
    .softmax = softmax,
    .layer_norm = layer_norm,
    .layer_norm_gradient = layer_norm_gradient,
    .pool_largest = pool_largest,
    .pool_gradient = pool_gradient,
    .combination = combination,
    .dot_products = dot_products,
    .winograd_input = winograd_input,
    .winograd_upstream = winograd_upstream,
    .winograd_output = winograd_output,
    .winograd_filter = winograd_filter,
    .winograd_filter_gradient = winograd_filter_gradient,
    .multiply_adds = multiply_adds,
    .name = INSTRUCTION_SET,
};

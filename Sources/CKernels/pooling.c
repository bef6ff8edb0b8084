// Maximum pooling: a task makes some rows of the output, or of the input gradient, and nobody else writes to them.
#include "internal.h"

typedef struct {
  const alih_kernels *kernels;
  const alih_pool *pool;
  const float *values;  // the input, or the upstream gradient
  float *result;
  uint16_t *winners;
} pool_job;

// Input rows (or columns) of window `index` that lie in the picture.
static ptrdiff_t window_start(const alih_pool *p, ptrdiff_t index) { return larger(0, index * p->stride - p->padding); }
static ptrdiff_t window_end(const alih_pool *p, ptrdiff_t index, ptrdiff_t length) {
  return smaller(length, index * p->stride - p->padding + p->kernel);
}

static void pool_row(void *context, ptrdiff_t index) {
  const pool_job *job = context;
  const alih_pool *p = job->pool;
  ptrdiff_t image = index / p->output_height, i = index % p->output_height;
  ptrdiff_t offsets[most_taps], place = index * p->output_width * p->channels;
  uint16_t names[most_taps];
  for (ptrdiff_t j = 0; j < p->output_width; j++, place += p->channels) {
    alih_pool_taps taps = {.offsets = offsets, .names = names};
    for (ptrdiff_t y = window_start(p, i); y < window_end(p, i, p->height); y++) {
      for (ptrdiff_t x = window_start(p, j); x < window_end(p, j, p->width); x++) {
        offsets[taps.count] = ((image * p->height + y) * p->width + x) * p->channels;
        names[taps.count++] =
            (uint16_t)((y - i * p->stride + p->padding) * p->kernel + x - j * p->stride + p->padding);
      }
    }
    job->kernels->pool_largest(&taps, p->channels, job->values, job->result + place,
                               job->winners ? job->winners + place : NULL);
  }
}

void alih_max_pool(const alih_pool *pool, const float *input, float *output, uint16_t *winners) {
  pool_job job = {alih_current_kernels(), pool, input, output, winners};
  alih_parallel(pool->batch * pool->output_height, pool_row, &job);
}

// The windows that look at an input row (or column): from this one on.
static ptrdiff_t first_window(const alih_pool *p, ptrdiff_t place) {
  return larger(0, (place + p->padding - p->kernel + p->stride) / p->stride);
}
static ptrdiff_t end_window(const alih_pool *p, ptrdiff_t place, ptrdiff_t windows) {
  return smaller(windows, (place + p->padding) / p->stride + 1);
}

static void gradient_row(void *context, ptrdiff_t index) {
  const pool_job *job = context;
  const alih_pool *p = job->pool;
  ptrdiff_t image = index / p->height, y = index % p->height;
  ptrdiff_t offsets[most_taps], place = index * p->width * p->channels;
  uint16_t names[most_taps];
  for (ptrdiff_t x = 0; x < p->width; x++, place += p->channels) {
    alih_pool_taps taps = {.offsets = offsets, .names = names};
    for (ptrdiff_t i = first_window(p, y); i < end_window(p, y, p->output_height); i++) {
      for (ptrdiff_t j = first_window(p, x); j < end_window(p, x, p->output_width); j++) {
        offsets[taps.count] = ((image * p->output_height + i) * p->output_width + j) * p->channels;
        names[taps.count++] =
            (uint16_t)((y - i * p->stride + p->padding) * p->kernel + x - j * p->stride + p->padding);
      }
    }
    job->kernels->pool_gradient(&taps, p->channels, job->values, job->winners, job->result + place);
  }
}

void alih_max_pool_gradient(const alih_pool *pool, const float *upstream, const uint16_t *winners, float *gradient) {
  pool_job job = {alih_current_kernels(), pool, upstream, gradient, (uint16_t *)winners};
  alih_parallel(pool->batch * pool->height, gradient_row, &job);
}

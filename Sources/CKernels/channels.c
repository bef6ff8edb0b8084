// Sums and maps over the channels of many rows, as batch norm needs them, and maps over all values.
#include <string.h>

#include "internal.h"

enum { block_rows = 64, most_parts = 16, part_values = 1 << 15 };

typedef struct {
  const alih_kernels *kernels;
  ptrdiff_t rows, channels, parts;
  const float *x, *centre, *other, *a, *b, *c;
  const alih_rectifier *rectifier;
  float ceiling;
  float *output;
  double *totals;  // [part][2][channels]
} channel_job;

// Blocks of rows are added in single precision, blocks together in double.
static void sum_part(void *context, ptrdiff_t part) {
  const channel_job *job = context;
  ptrdiff_t channels = job->channels, end = (part + 1) * job->rows / job->parts;
  double *totals = job->totals + part * 2 * channels;
  float *local = alih_scratch(rows_slot, (size_t)(2 * channels));
  memset(totals, 0, (size_t)(2 * channels) * sizeof(double));
  for (ptrdiff_t row = part * job->rows / job->parts; row < end; row += block_rows) {
    memset(local, 0, (size_t)(2 * channels) * sizeof(float));
    job->kernels->channel_sums(smaller(block_rows, end - row), channels, job->x + row * channels, job->centre,
                               job->other ? job->other + row * channels : NULL, job->rectifier, local,
                               local + channels);
    for (ptrdiff_t i = 0; i < 2 * channels; i++) totals[i] += local[i];
  }
}

void alih_channel_sums(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *centre, const float *other,
                       const alih_rectifier *rectifier, double *sums, double *products) {
  // The number of parts does not depend on the number of threads, so that the sums don't either.
  ptrdiff_t parts = smaller(most_parts, larger(1, rows * channels / part_values));
  channel_job job = {.kernels = alih_current_kernels(), .rows = rows, .channels = channels, .parts = parts, .x = x,
                     .centre = centre, .other = other, .rectifier = rectifier,
                     .totals = (double *)alih_scratch(sums_slot, (size_t)(parts * channels * 4))};
  alih_parallel(parts, sum_part, &job);
  for (ptrdiff_t i = 0; i < channels; i++) {
    sums[i] = products[i] = 0;
    for (ptrdiff_t part = 0; part < parts; part++) {
      sums[i] += job.totals[part * 2 * channels + i];
      products[i] += job.totals[(part * 2 + 1) * channels + i];
    }
  }
}

// A part of a map over all values: its first value, and how many rows it has.
static ptrdiff_t part_start(const channel_job *job, ptrdiff_t part, ptrdiff_t *rows) {
  ptrdiff_t first = part * job->rows / job->parts;
  *rows = (part + 1) * job->rows / job->parts - first;
  return first * job->channels;
}

static void run_map(channel_job *job, void (*task)(void *, ptrdiff_t)) {
  job->kernels = alih_current_kernels();
  job->parts = smaller(job->rows, larger(1, job->rows * job->channels / part_values));
  alih_parallel(job->parts, task, job);
}

static void affine_part(void *context, ptrdiff_t part) {
  const channel_job *job = context;
  ptrdiff_t rows, place = part_start(job, part, &rows);
  job->kernels->channel_affine(rows, job->channels, job->x + place, job->rectifier, job->output + place);
}

void alih_channel_affine(ptrdiff_t rows, ptrdiff_t channels, const float *x, const alih_rectifier *map, float *output) {
  channel_job job = {.rows = rows, .channels = channels, .x = x, .rectifier = map, .output = output};
  run_map(&job, affine_part);
}

static void gradient_part(void *context, ptrdiff_t part) {
  const channel_job *job = context;
  ptrdiff_t rows, place = part_start(job, part, &rows);
  job->kernels->channel_gradient(rows, job->channels, job->other + place, job->x + place, job->a, job->b, job->c,
                                 job->rectifier, job->output + place);
}

void alih_channel_gradient(ptrdiff_t rows, ptrdiff_t channels, const float *upstream, const float *x, const float *a,
                           const float *b, const float *c, const alih_rectifier *rectifier, float *output) {
  channel_job job = {.rows = rows, .channels = channels, .x = x, .other = upstream, .a = a, .b = b, .c = c,
                     .rectifier = rectifier, .output = output};
  run_map(&job, gradient_part);
}

// Maps without channels are those of rows of one value.
static void sum_values(void *context, ptrdiff_t part) {
  const channel_job *job = context;
  ptrdiff_t count, place = part_start(job, part, &count);
  job->kernels->rectified_sum(count, job->x + place, job->other ? job->other + place : NULL, job->ceiling,
                              job->output + place);
}

void alih_rectified_sum(ptrdiff_t count, const float *a, const float *b, float ceiling, float *output) {
  channel_job job = {.rows = count, .channels = 1, .x = a, .other = b, .ceiling = ceiling, .output = output};
  run_map(&job, sum_values);
}

static void gradient_values(void *context, ptrdiff_t part) {
  const channel_job *job = context;
  ptrdiff_t count, place = part_start(job, part, &count);
  job->kernels->rectified_gradient(count, job->other + place, job->x + place, job->ceiling, job->output + place);
}

void alih_rectified_gradient(ptrdiff_t count, const float *upstream, const float *output, float ceiling,
                             float *gradient) {
  channel_job job = {
      .rows = count, .channels = 1, .x = output, .other = upstream, .ceiling = ceiling, .output = gradient};
  run_map(&job, gradient_values);
}

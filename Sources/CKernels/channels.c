// Sums and affine maps over the channels of many rows, as batch norm needs them.
#include <string.h>

#include "internal.h"

enum { block_rows = 64, most_parts = 16, part_values = 1 << 15 };

typedef struct {
  const alih_kernels *kernels;
  ptrdiff_t rows, channels, parts;
  const float *x, *centre, *other, *a, *b, *c;
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
                               job->other ? job->other + row * channels : NULL, local, local + channels);
    for (ptrdiff_t i = 0; i < 2 * channels; i++) totals[i] += local[i];
  }
}

void alih_channel_sums(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *centre, const float *other,
                       double *sums, double *products) {
  // The number of parts does not depend on the number of threads, so that the sums don't either.
  ptrdiff_t parts = smaller(most_parts, larger(1, rows * channels / part_values));
  channel_job job = {.kernels = alih_current_kernels(), .rows = rows, .channels = channels, .parts = parts, .x = x,
                     .centre = centre, .other = other,
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

static void map_part(void *context, ptrdiff_t part) {
  const channel_job *job = context;
  ptrdiff_t first = part * job->rows / job->parts, place = first * job->channels;
  job->kernels->channel_affine((part + 1) * job->rows / job->parts - first, job->channels, job->x + place, job->a,
                               job->other ? job->other + place : NULL, job->b, job->c,
                               job->output + place);
}

void alih_channel_affine(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *a, const float *y,
                         const float *b, const float *c, float *output) {
  channel_job job = {.kernels = alih_current_kernels(), .rows = rows, .channels = channels, .x = x, .other = y,
                     .a = a, .b = b, .c = c,
                     .output = output};
  job.parts = smaller(rows, larger(1, rows * channels / part_values));
  alih_parallel(job.parts, map_part, &job);
}

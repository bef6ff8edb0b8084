// Smooth activations, softmax and layer norm: rows are divided into parts, each of which one thread works on.
#include "internal.h"

enum { part_values = 1 << 13 };

typedef struct {
  const alih_kernels *kernels;
  ptrdiff_t rows, channels, parts;
  const float *x, *upstream, *weight, *bias;
  alih_activation activation;
  float epsilon;
  float *output;
} row_job;

// The first value of a part, and how many rows it has.
static ptrdiff_t part_start(const row_job *job, ptrdiff_t part, ptrdiff_t *rows) {
  ptrdiff_t first = part * job->rows / job->parts;
  *rows = (part + 1) * job->rows / job->parts - first;
  return first * job->channels;
}

static void run(row_job job, void (*task)(void *, ptrdiff_t)) {
  job.kernels = alih_current_kernels();
  job.parts = smaller(job.rows, larger(1, job.rows * job.channels / part_values));
  alih_parallel(job.parts, task, &job);
}

static void activate_part(void *context, ptrdiff_t part) {
  const row_job *job = context;
  ptrdiff_t count, place = part_start(job, part, &count);
  job->kernels->activate(job->activation, count, job->x + place, job->output + place);
}

void alih_activate(alih_activation kind, ptrdiff_t count, const float *x, float *y) {
  run((row_job){.rows = count, .channels = 1, .x = x, .activation = kind, .output = y}, activate_part);
}

static void gradient_part(void *context, ptrdiff_t part) {
  const row_job *job = context;
  ptrdiff_t count, place = part_start(job, part, &count);
  job->kernels->activation_gradient(job->activation, count, job->upstream + place, job->x + place,
                                    job->output + place);
}

void alih_activation_gradient(alih_activation kind, ptrdiff_t count, const float *upstream, const float *x,
                              float *gradient) {
  run((row_job){.rows = count, .channels = 1, .x = x, .upstream = upstream, .activation = kind, .output = gradient},
      gradient_part);
}

static void softmax_part(void *context, ptrdiff_t part) {
  const row_job *job = context;
  ptrdiff_t rows, place = part_start(job, part, &rows);
  job->kernels->softmax(rows, job->channels, job->x + place, job->output + place);
}

void alih_softmax(ptrdiff_t rows, ptrdiff_t columns, const float *x, float *y) {
  run((row_job){.rows = rows, .channels = columns, .x = x, .output = y}, softmax_part);
}

static void norm_part(void *context, ptrdiff_t part) {
  const row_job *job = context;
  ptrdiff_t rows, place = part_start(job, part, &rows);
  job->kernels->layer_norm(rows, job->channels, job->x + place, job->weight, job->bias, job->epsilon,
                           job->output + place);
}

void alih_layer_norm(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *weight, const float *bias,
                     float epsilon, float *y) {
  run((row_job){.rows = rows, .channels = channels, .x = x, .weight = weight, .bias = bias, .epsilon = epsilon,
                .output = y},
      norm_part);
}

static void norm_gradient_part(void *context, ptrdiff_t part) {
  const row_job *job = context;
  ptrdiff_t rows, place = part_start(job, part, &rows);
  job->kernels->layer_norm_gradient(rows, job->channels, job->x + place, job->weight, job->upstream + place,
                                    job->epsilon, job->output + place);
}

void alih_layer_norm_gradient(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *weight,
                              const float *upstream, float epsilon, float *gradient) {
  run((row_job){.rows = rows, .channels = channels, .x = x, .weight = weight, .upstream = upstream,
                .epsilon = epsilon, .output = gradient},
      norm_gradient_part);
}

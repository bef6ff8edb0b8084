// Depthwise convolution: a few padded rows at a time, vectors over the channels.
#include <string.h>

#include "window.h"

enum { sum_parts = 8 };

typedef struct {
  const alih_kernels *kernels;
  alih_window window;
  const float *input, *weight, *upstream;
  alih_epilogue epilogue;
  float *output;  // or the partial sums of the weight gradient
  ptrdiff_t lines, blocks;
} depthwise_job;

// Weights [channel][tap] as [tap][channel], the taps in reverse order for the input gradient.
static float *arrange(const alih_convolution *s, const float *weight, int flipped) {
  ptrdiff_t taps = s->kernel_height * s->kernel_width;
  float *arranged = alih_scratch(panel_slot, (size_t)(taps * s->channels));
  for (ptrdiff_t tap = 0; tap < taps; tap++) {
    for (ptrdiff_t c = 0; c < s->channels; c++) {
      arranged[tap * s->channels + c] = weight[c * taps + (flipped ? taps - 1 - tap : tap)];
    }
  }
  return arranged;
}

static ptrdiff_t find_offsets(const alih_window *w, ptrdiff_t row, ptrdiff_t *offsets) {
  for (ptrdiff_t h = 0; h < w->kernel_height; h++) {
    for (ptrdiff_t x = 0; x < w->kernel_width; x++) {
      offsets[h * w->kernel_width + x] = w->dilation * (h * row + x * w->channels);
    }
  }
  return w->kernel_height * w->kernel_width;
}

static void run_lines(const depthwise_job *job, ptrdiff_t index, float *sums) {
  const alih_window *w = &job->window;
  ptrdiff_t image = index / job->blocks, first = index % job->blocks * job->lines;
  ptrdiff_t lines = smaller(job->lines, w->output_height - first), row = alih_padded_width(w) * w->channels;
  float *rows = alih_scratch(rows_slot, (size_t)(alih_padded_lines(w, lines) * row));
  alih_fill_window(w, job->input, image, first, lines, rows);
  ptrdiff_t offsets[most_taps], taps = find_offsets(w, row, offsets);
  for (ptrdiff_t line = 0; line < lines; line++) {
    ptrdiff_t place = (image * w->output_height + first + line) * w->output_width * w->channels;
    alih_depthwise_line work = {
        .taps = taps, .width = w->output_width, .channels = w->channels, .pixel_step = w->stride * w->channels,
        .offsets = offsets, .input = rows + line * w->stride * row, .weight = job->weight,
        .epilogue = alih_epilogue_at(&job->epilogue, 0, place),
        .output = job->output + place};
    if (sums) {
      job->kernels->depthwise_weight(&work, job->upstream + place, sums);
    } else {
      job->kernels->depthwise(&work);
    }
  }
}

static void run_block(void *context, ptrdiff_t index) { run_lines(context, index, NULL); }

static ptrdiff_t divide(depthwise_job *job) {
  job->lines = alih_block_lines(&job->window);
  job->blocks = divided_up(job->window.output_height, job->lines);
  return job->window.batch * job->blocks;
}

static alih_window all_channels(alih_window w) {
  w.channels = w.pixel_stride;
  return w;
}

void alih_depthwise_forward(const alih_convolution *s, const float *input, const float *weight,
                            const alih_epilogue *epilogue, float *output) {
  depthwise_job job = {.kernels = alih_current_kernels(), .window = all_channels(alih_forward_window(s)),
                       .input = input, .epilogue = *epilogue,
                       .output = output, .weight = arrange(s, weight, 0)};
  alih_parallel(divide(&job), run_block, &job);
}

void alih_depthwise_input_gradient(const alih_convolution *s, const float *upstream, const float *weight,
                                   float *input_gradient) {
  depthwise_job job = {.kernels = alih_current_kernels(), .window = all_channels(alih_gradient_window(s)),
                       .input = upstream, .epilogue = alih_no_epilogue, .output = input_gradient,
                       .weight = arrange(s, weight, 1)};
  alih_parallel(divide(&job), run_block, &job);
}

typedef struct {
  depthwise_job job;
  ptrdiff_t total, parts, values;
} sum_job;

static void run_part(void *context, ptrdiff_t part) {
  const sum_job *sum = context;
  float *sums = sum->job.output + part * sum->values;
  memset(sums, 0, (size_t)sum->values * sizeof(float));
  for (ptrdiff_t index = part * sum->total / sum->parts; index < (part + 1) * sum->total / sum->parts; index++) {
    run_lines(&sum->job, index, sums);
  }
}

void alih_depthwise_weight_gradient(const alih_convolution *s, const float *input, const float *upstream,
                                    float *weight_gradient) {
  ptrdiff_t taps = s->kernel_height * s->kernel_width;
  sum_job sum = {.job = {.kernels = alih_current_kernels(), .window = all_channels(alih_forward_window(s)),
                         .input = input, .upstream = upstream},
                 .values = taps * s->channels};
  sum.total = divide(&sum.job);
  sum.parts = smaller(sum_parts, sum.total);  // whatever the number of threads, so that the sums are the same
  sum.job.output = alih_scratch(sums_slot, (size_t)(sum.parts * sum.values));
  alih_parallel(sum.parts, run_part, &sum);
  for (ptrdiff_t tap = 0; tap < taps; tap++) {
    for (ptrdiff_t c = 0; c < s->channels; c++) {
      float total = 0;
      for (ptrdiff_t part = 0; part < sum.parts; part++) {
        total += sum.job.output[part * sum.values + tap * s->channels + c];
      }
      weight_gradient[c * taps + tap] = total;
    }
  }
}

// The input gradient where the other way wastes work, with few input channels or a stride: every output pixel's gradient
// is spread over the neighbourhood that it came from.
#include <string.h>

#include "panels.h"
#include "window.h"

enum { block_rows = 16, most_single_channels = 7 };

typedef struct {
  const alih_convolution *shape;
  alih_panels panels;
  const float *upstream, *packed;
  float *input_gradient;
  ptrdiff_t blocks;
} scatter_job;

int alih_scatters(const alih_convolution *s) {
  return s->groups == 1 && (s->stride > 1 || s->channels <= most_single_channels);
}

// One column for each value of a neighbourhood (channel, height, width), one row for each output channel.
alih_panels alih_scatter_panels(const alih_convolution *s) {
  ptrdiff_t values = s->channels * s->kernel_height * s->kernel_width;
  return alih_matrix_panels(s->outputs, values, values, 1);
}

// The gradients of the neighbourhoods of one line of output pixels, [pixel][values].
static void multiply_line(const scatter_job *job, const float *upstream, ptrdiff_t width, float *patches) {
  const alih_kernels *kernels = job->panels.kernels;
  ptrdiff_t outputs = job->shape->outputs, values = job->panels.columns, offset = 0;
  for (ptrdiff_t column = 0; column < values; column += kernels->columns) {
    for (ptrdiff_t pixel = 0; pixel < width; pixel += kernels->rows) {
      alih_dot_tile tile = {
          .segments = 1,
          .length = outputs,
          .offsets = &offset,
          .panel = job->packed + column * outputs,
          .output = patches + pixel * values + column,
          .output_stride = values,
          .row_count = smaller(kernels->rows, width - pixel),
          .column_count = smaller(kernels->columns, values - column),
          .epilogue = alih_no_epilogue,
      };
      for (ptrdiff_t i = 0; i < kernels->rows; i++) {
        tile.rows[i] = upstream + smaller(pixel + i, width - 1) * outputs;
      }
      kernels->dot(&tile);
    }
  }
}

// Adds row `tap` of every neighbourhood of a line to a row of the input gradient.
static void add_row(const alih_convolution *s, const float *patches, ptrdiff_t width, ptrdiff_t tap, float *row) {
  ptrdiff_t taps = s->kernel_height * s->kernel_width;
  for (ptrdiff_t x = 0; x < width; x++, patches += s->channels * taps) {
    for (ptrdiff_t w = 0; w < s->kernel_width; w++) {
      ptrdiff_t column = x * s->stride + w * s->dilation - s->left;
      if (column < 0 || column >= s->width) continue;
      const float *values = patches + tap * s->kernel_width + w;
      for (ptrdiff_t c = 0; c < s->channels; c++) row[column * s->channels + c] += values[c * taps];
    }
  }
}

// A task owns some rows of the input gradient and takes to them what belongs there, line by line.
static void run_block(void *context, ptrdiff_t index) {
  const scatter_job *job = context;
  const alih_convolution *s = job->shape;
  ptrdiff_t image = index / job->blocks, first = index % job->blocks * block_rows;
  ptrdiff_t end = smaller(first + block_rows, s->height), row = s->width * s->channels;
  ptrdiff_t height = alih_output_height(s), width = alih_output_width(s);
  float *gradient = job->input_gradient + image * s->height * row;
  memset(gradient + first * row, 0, (size_t)((end - first) * row) * sizeof(float));
  float *patches = alih_scratch(rows_slot, (size_t)(width * job->panels.columns));
  ptrdiff_t reach = s->dilation * (s->kernel_height - 1);
  ptrdiff_t line = larger(0, divided_up(larger(0, first + s->top - reach), s->stride));
  for (; line < height && line * s->stride - s->top < end; line++) {
    multiply_line(job, job->upstream + (image * height + line) * width * s->outputs, width, patches);
    for (ptrdiff_t h = 0; h < s->kernel_height; h++) {
      ptrdiff_t y = line * s->stride + h * s->dilation - s->top;
      if (y >= first && y < end) add_row(s, patches, width, h, gradient + y * row);
    }
  }
}

void alih_scatter_input_gradient(const alih_convolution *s, const float *upstream, const float *packed,
                                 float *input_gradient) {
  scatter_job job = {
      .shape = s,
      .panels = alih_scatter_panels(s),
      .upstream = upstream,
      .packed = packed,
      .input_gradient = input_gradient,
      .blocks = divided_up(s->height, block_rows),
  };
  alih_parallel(s->batch * job.blocks, run_block, &job);
}

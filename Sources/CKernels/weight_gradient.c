// The weight gradient: a sum of outer products, input neighbourhood × upstream, over all output pixels.
// A task owns some rows of the result and goes through all pixels in order, so no two tasks add to one value.
#include <string.h>

#include "panels.h"
#include "window.h"
#include "winograd.h"

enum { chunk_pixels = 256 };

typedef struct {
  const alih_kernels *kernels;
  alih_window window;
  const float *input, *upstream;
  float *sums;  // [panel][depth][tile columns]
  ptrdiff_t columns, upstream_stride;
  ptrdiff_t parts, lines, chunk;  // tasks; a block is `lines` lines of `chunk` pixels
} sum_job;

// Columns first ..< first + width of `pixels` upstream pixels as panels [panel][pixel][tile columns].
static void pack_upstream(const sum_job *job, const float *upstream, ptrdiff_t pixels, float *packed) {
  ptrdiff_t width = job->kernels->columns;
  for (ptrdiff_t first = 0; first < job->columns; first += width) {
    ptrdiff_t valid = smaller(width, job->columns - first);
    for (ptrdiff_t pixel = 0; pixel < pixels; pixel++, packed += width) {
      memcpy(packed, upstream + pixel * job->upstream_stride + first, (size_t)valid * sizeof(float));
      memset(packed + valid, 0, (size_t)(width - valid) * sizeof(float));
    }
  }
}

// A block of pixels seen from the left: its first neighbourhood and the way to the next ones.
typedef struct {
  const float *base;
  ptrdiff_t lines, length, line_step, pixel_step;
} left_block;

static void add_block(const sum_job *job, const left_block *left, const float *packed, const alih_runs *runs,
                      const ptrdiff_t *offsets, ptrdiff_t part) {
  const alih_kernels *kernels = job->kernels;
  ptrdiff_t depth = runs->segments * runs->length, per_run = divided_up(runs->length, kernels->rows);
  ptrdiff_t all_tiles = runs->segments * per_run, pixels = left->lines * left->length;
  ptrdiff_t tile_end = (part + 1) * all_tiles / job->parts;
  for (ptrdiff_t panel = 0; panel * kernels->columns < job->columns; panel++) {
    for (ptrdiff_t index = part * all_tiles / job->parts; index < tile_end; index++) {
      ptrdiff_t segment = index / per_run, wanted = index % per_run * kernels->rows;
      // The last tile of a run starts early enough to end with it.
      ptrdiff_t start = larger(0, smaller(wanted, runs->length - kernels->rows));
      alih_outer_tile tile = {
          .lines = left->lines, .line_length = left->length, .line_step = left->line_step,
          .pixel_step = left->pixel_step, .left = left->base + offsets[segment] + start,
          .right = packed + panel * pixels * kernels->columns,
          .sums = job->sums + (panel * depth + segment * runs->length + start) * kernels->columns,
          .first_row = wanted - start, .end_row = smaller(kernels->rows, runs->length - start)};
      kernels->outer(&tile);
    }
  }
}

static void run_part(void *context, ptrdiff_t part) {
  const sum_job *job = context;
  const alih_window *w = &job->window;
  const alih_kernels *kernels = job->kernels;
  int direct = alih_is_direct(w) && w->channels >= kernels->rows;
  ptrdiff_t pixel = direct ? w->pixel_stride : w->channels;
  ptrdiff_t row = pixel * (direct ? w->width : alih_padded_width(w));
  ptrdiff_t offsets[most_taps];
  alih_runs runs = alih_kernel_runs(w, row, pixel, offsets);
  ptrdiff_t panel_columns = divided_up(job->columns, kernels->columns) * kernels->columns;
  float *packed = alih_scratch(upstream_slot, (size_t)(job->lines * job->chunk * panel_columns));
  // A tile may read a few values past the last row, which it does not write.
  size_t window = (size_t)(alih_padded_lines(w, job->lines) * row + most_tile_rows);
  float *rows = direct ? NULL : alih_scratch(rows_slot, window);
  for (ptrdiff_t image = 0; image < w->batch; image++) {
    for (ptrdiff_t line = 0; line < w->output_height; line += job->lines) {
      ptrdiff_t lines = smaller(job->lines, w->output_height - line);
      if (!direct) alih_fill_window(w, job->input, image, line, lines, rows);
      const float *base = direct ? job->input + (image * w->height + line * w->stride) * row : rows;
      for (ptrdiff_t x = 0; x < w->output_width; x += job->chunk) {
        left_block left = {.base = base + x * w->stride * pixel, .lines = lines,
                           .length = smaller(job->chunk, w->output_width - x),
                           .line_step = w->stride * row, .pixel_step = w->stride * pixel};
        ptrdiff_t first = (image * w->output_height + line) * w->output_width + x;
        pack_upstream(job, job->upstream + first * job->upstream_stride, lines * left.length, packed);
        add_block(job, &left, packed, &runs, offsets, part);
      }
    }
  }
}

static void run_sum(sum_job *job, const alih_panels *shape, float *gradient) {
  const alih_window *w = &job->window;
  int long_lines = w->output_width > 2 * chunk_pixels;
  job->lines = long_lines ? 1 : alih_block_lines(w);
  job->chunk = long_lines ? chunk_pixels : w->output_width;
  job->parts = alih_threads();
  size_t size = alih_panels_size(shape);
  job->sums = alih_scratch(sums_slot, size);
  memset(job->sums, 0, size * sizeof(float));
  alih_parallel(job->parts, run_part, job);
  alih_unpack(shape, job->sums, gradient);
}

void alih_convolve_weight_gradient(const alih_convolution *s, const float *input, const float *upstream,
                                   float *weight_gradient) {
  if (alih_is_depthwise(s)) return alih_depthwise_weight_gradient(s, input, upstream, weight_gradient);
  if (alih_gradient_uses_winograd(s)) return alih_winograd_weight_gradient(s, input, upstream, weight_gradient);
  alih_panels shape = alih_weight_panels(s);
  for (ptrdiff_t group = 0; group < s->groups; group++) {
    sum_job job = {
        .kernels = shape.kernels,
        .window = alih_forward_window(s),
        .input = input + group * shape.channels,
        .upstream = upstream + group * shape.columns,
        .columns = shape.columns,
        .upstream_stride = s->outputs,
    };
    alih_join_pixels(&job.window);
    run_sum(&job, &shape, weight_gradient + group * shape.columns * alih_panels_depth(&shape));
  }
}

void alih_transposed_product(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, const float *b, float *c) {
  alih_panels shape = alih_matrix_panels(m, n, n, 1);
  sum_job job = {
      .kernels = shape.kernels,
      .window = alih_matrix_window(k, m),
      .input = a,
      .upstream = b,
      .columns = n,
      .upstream_stride = n,
  };
  run_sum(&job, &shape, c);
}

// Convolution as a matrix product whose left side is never written out: each tile reads its pixels' neighbourhoods
// where they lie, in the input itself or in a few padded rows that stay in cache.
#include "panels.h"
#include "window.h"
#include "winograd.h"

#include <string.h>

enum { fewest_tasks = 4, direct_block_tiles = 24, fewest_panels_to_gather = 8, gathered_gap = 16 };

typedef struct {
  const alih_kernels *kernels;
  alih_window window;
  const float *input, *panels;
  alih_epilogue epilogue;
  float *output;
  ptrdiff_t columns, output_stride;
  ptrdiff_t pixels, block;             // output pixels of a picture, and of a block
  ptrdiff_t blocks, column_parts;      // blocks of a picture, and parts that the panels are divided into
} product_job;

// What a block needs to find the neighbourhood of an output pixel.
typedef struct {
  const float *base;
  ptrdiff_t line_step, pixel_step, first_line;
} left_side;

// Pixels first ..< end of a picture, times a piece of one panel: the depth from `k` on, `depth` of it.
typedef struct {
  ptrdiff_t image, first, end, column;
  ptrdiff_t k, segments, start, length;
  const ptrdiff_t *offsets;
  const float *panel;
  alih_epilogue epilogue;
} panel_piece;

static void multiply_tile(const product_job *job, const left_side *left, const panel_piece *piece, ptrdiff_t pixel) {
  const alih_kernels *kernels = job->kernels;
  ptrdiff_t width = job->window.output_width;
  ptrdiff_t place = (piece->image * job->pixels + pixel) * job->output_stride + piece->column;
  alih_dot_tile tile = {
      .segments = piece->segments,
      .length = piece->length,
      .offsets = piece->offsets,
      .panel = piece->panel,
      .output = job->output + place,
      .output_stride = job->output_stride,
      .row_count = smaller(kernels->rows, piece->end - pixel),
      .column_count = smaller(kernels->columns, job->columns - piece->column),
      .accumulate = piece->k != 0,
      .epilogue = alih_epilogue_at(&piece->epilogue, piece->column, place),
  };
  ptrdiff_t y = pixel / width - left->first_line, x = pixel % width;
  for (ptrdiff_t i = 0; i < kernels->rows; i++) {
    tile.rows[i] = left->base + y * left->line_step + x * left->pixel_step + piece->start;
    if (i + 1 >= tile.row_count) continue;
    if (++x == width) x = 0, y++;
  }
  kernels->dot(&tile);
}

// Whether the pixels lie at equal distances, and a piece of their depth in one run.
static int is_uniform(const product_job *job, const panel_piece *piece) {
  return job->window.output_height == 1 && piece->segments == 1;
}

// The piece of a uniform left side that many panels read, in memory of its own: pixels that lie a power of two apart, as
// they often do, would drive each other out of the first-level cache.
static left_side gather(const left_side *left, const panel_piece *piece) {
  ptrdiff_t step = piece->length + gathered_gap, skipped = piece->offsets[0] + piece->start;
  float *rows = alih_scratch(gathered_slot, (size_t)((piece->end - piece->first) * step));
  for (ptrdiff_t pixel = piece->first; pixel < piece->end; pixel++) {
    memcpy(rows + (pixel - piece->first) * step, left->base + pixel * left->pixel_step + skipped,
           (size_t)piece->length * sizeof(float));
  }
  return (left_side){.base = rows - piece->first * step - skipped, .pixel_step = step};
}

// As many whole tiles as there are in one call, of a uniform left side; returns the next pixel.
static ptrdiff_t multiply_rows(const product_job *job, const left_side *left, const panel_piece *piece) {
  const alih_kernels *kernels = job->kernels;
  ptrdiff_t rows = (piece->end - piece->first) / kernels->rows * kernels->rows;
  if (!is_uniform(job, piece) || piece->column + kernels->columns > job->columns) return piece->first;
  ptrdiff_t place = (piece->image * job->pixels + piece->first) * job->output_stride + piece->column;
  alih_epilogue epilogue = alih_epilogue_at(&piece->epilogue, piece->column, place);
  const float *base = left->base + piece->first * left->pixel_step + piece->offsets[0] + piece->start;
  kernels->products(rows, piece->length, base, left->pixel_step, piece->panel, piece->k != 0, &epilogue,
                    job->output + place, job->output_stride);
  return piece->first + rows;
}

// The depth is taken in pieces, so that a panel's piece stays in the first-level cache.
static void multiply(const product_job *job, const left_side *left, panel_piece piece, const alih_runs *runs,
                     const ptrdiff_t *offsets, ptrdiff_t part) {
  ptrdiff_t columns = job->kernels->columns, depth = runs->segments * runs->length;
  ptrdiff_t all_panels = divided_up(job->columns, columns), panel_end = (part + 1) * all_panels / job->column_parts;
  ptrdiff_t first_panel = part * all_panels / job->column_parts;
  ptrdiff_t together = larger(1, dot_depth / runs->length), most = smaller(runs->length, dot_depth);
  for (ptrdiff_t segment = 0; segment < runs->segments; segment += together) {
    for (piece.start = 0; piece.start < runs->length; piece.start += most) {
      piece.k = segment * runs->length + piece.start;
      piece.segments = smaller(together, runs->segments - segment);
      piece.length = smaller(most, runs->length - piece.start);
      piece.offsets = offsets + segment;
      piece.epilogue = piece.k + piece.segments * piece.length == depth ? job->epilogue : alih_no_epilogue;
      int gathers = is_uniform(job, &piece) && panel_end - first_panel >= fewest_panels_to_gather;
      left_side from = gathers ? gather(left, &piece) : *left;
      for (ptrdiff_t panel = first_panel; panel < panel_end; panel++) {
        piece.column = panel * columns;
        piece.panel = job->panels + (panel * depth + piece.k) * columns;
        ptrdiff_t pixel = multiply_rows(job, &from, &piece);
        for (; pixel < piece.end; pixel += job->kernels->rows) multiply_tile(job, &from, &piece, pixel);
      }
    }
  }
}

static void run_block(void *context, ptrdiff_t index) {
  const product_job *job = context;
  const alih_window *w = &job->window;
  ptrdiff_t part = index % job->column_parts, block = index / job->column_parts % job->blocks;
  ptrdiff_t image = index / job->column_parts / job->blocks;
  ptrdiff_t first = block * job->block, end = smaller(first + job->block, job->pixels);
  left_side left;
  ptrdiff_t row, pixel;
  if (alih_is_direct(w)) {
    row = w->width * w->pixel_stride;
    pixel = w->pixel_stride;
    left.base = job->input + image * w->height * row;
    left.first_line = 0;
  } else {
    ptrdiff_t lines = (end - first) / w->output_width;
    row = alih_padded_width(w) * w->channels;
    pixel = w->channels;
    left.first_line = first / w->output_width;
    float *rows = alih_scratch(rows_slot, (size_t)(alih_padded_lines(w, lines) * row));
    alih_fill_window(w, job->input, image, left.first_line, lines, rows);
    left.base = rows;
  }
  left.line_step = row * w->stride;
  left.pixel_step = pixel * w->stride;
  ptrdiff_t offsets[most_taps];
  alih_runs runs = alih_kernel_runs(w, row, pixel, offsets);
  panel_piece piece = {.image = image, .first = first, .end = end};
  multiply(job, &left, piece, &runs, offsets, part);
}

static void run_product(product_job *job) {
  const alih_kernels *kernels = job->kernels;
  const alih_window *w = &job->window;
  job->pixels = w->output_height * w->output_width;
  if (alih_is_direct(w)) {
    ptrdiff_t share = divided_up(job->pixels, larger(1, fewest_tasks / w->batch));
    job->block = divided_up(smaller(share, direct_block_tiles * kernels->rows), kernels->rows) * kernels->rows;
  } else {
    ptrdiff_t share = divided_up(w->output_height, larger(1, fewest_tasks / w->batch));
    job->block = smaller(share, alih_block_lines(w)) * w->output_width;
  }
  job->blocks = divided_up(job->pixels, job->block);
  ptrdiff_t panels = divided_up(job->columns, kernels->columns);
  job->column_parts = smaller(panels, divided_up(fewest_tasks, w->batch * job->blocks));
  alih_parallel(w->batch * job->blocks * job->column_parts, run_block, job);
}

// Of the input gradient the columns are the input channels, and the taps come in reverse order.
static alih_panels gradient_panels(const alih_convolution *s) {
  alih_panels shape = alih_weight_panels(s);
  ptrdiff_t outputs = shape.columns, output_stride = shape.column_stride;
  shape.columns = shape.channels;
  shape.column_stride = shape.channel_stride;
  shape.channels = outputs;
  shape.channel_stride = output_stride;
  shape.flipped = 1;
  return shape;
}

static alih_panels panels_for(const alih_convolution *s, int gradient) {
  if (!gradient) return alih_weight_panels(s);
  return alih_scatters(s) ? alih_scatter_panels(s) : gradient_panels(s);
}

size_t alih_packed_size(const alih_convolution *s, int gradient) {
  alih_panels shape = panels_for(s, gradient);
  if (alih_uses_winograd(s)) return alih_winograd_size(&shape);
  return alih_is_depthwise(s) ? 0 : (size_t)s->groups * alih_panels_size(&shape);
}

void alih_pack_weight(const alih_convolution *s, int gradient, const float *weight, float *packed) {
  if (alih_is_depthwise(s)) return;
  alih_panels shape = panels_for(s, gradient);
  if (alih_uses_winograd(s)) return alih_winograd_pack(&shape, weight, packed);
  size_t values = (size_t)(shape.columns * alih_panels_depth(&shape));
  for (ptrdiff_t group = 0; group < s->groups; group++) {
    alih_pack(&shape, weight + (size_t)group * values, packed + (size_t)group * alih_panels_size(&shape));
  }
}

// The weight's panels: those that the caller kept, or this thread's own.
static const float *packed_or_pack(const alih_convolution *s, int gradient, const float *weight, const float *packed) {
  if (packed) return packed;
  float *panels = alih_scratch(panel_slot, alih_packed_size(s, gradient));
  alih_pack_weight(s, gradient, weight, panels);
  return panels;
}

void alih_convolve(const alih_convolution *s, const float *input, const float *weight, const float *packed,
                   const alih_epilogue *epilogue, float *output) {
  if (alih_is_depthwise(s)) return alih_depthwise_forward(s, input, weight, epilogue, output);
  alih_panels shape = alih_weight_panels(s);
  const float *panels = packed_or_pack(s, 0, weight, packed);
  if (alih_uses_winograd(s)) {
    alih_window window = alih_forward_window(s);
    return alih_winograd_convolve(&window, &shape, input, panels, epilogue, output);
  }
  for (ptrdiff_t group = 0; group < s->groups; group++) {
    product_job job = {
        .kernels = shape.kernels,
        .window = alih_forward_window(s),
        .input = input + group * shape.channels,
        .panels = panels + (size_t)group * alih_panels_size(&shape),
        .epilogue = alih_epilogue_at(epilogue, group * shape.columns, group * shape.columns),
        .output = output + group * shape.columns,
        .columns = shape.columns,
        .output_stride = s->outputs,
    };
    alih_join_pixels(&job.window);
    run_product(&job);
  }
}

void alih_convolve_input_gradient(const alih_convolution *s, const float *upstream, const float *weight,
                                  const float *packed, float *input_gradient) {
  if (alih_is_depthwise(s)) return alih_depthwise_input_gradient(s, upstream, weight, input_gradient);
  const float *panels = packed_or_pack(s, 1, weight, packed);
  if (alih_scatters(s)) return alih_scatter_input_gradient(s, upstream, panels, input_gradient);
  alih_panels shape = gradient_panels(s);
  if (alih_uses_winograd(s)) {
    alih_window window = alih_gradient_window(s);
    return alih_winograd_convolve(&window, &shape, upstream, panels, &alih_no_epilogue, input_gradient);
  }
  for (ptrdiff_t group = 0; group < s->groups; group++) {
    product_job job = {
        .kernels = shape.kernels,
        .window = alih_gradient_window(s),
        .input = upstream + group * shape.channels,
        .panels = panels + (size_t)group * alih_panels_size(&shape),
        .epilogue = alih_no_epilogue,
        .output = input_gradient + group * shape.columns,
        .columns = shape.columns,
        .output_stride = s->channels,
    };
    alih_join_pixels(&job.window);
    run_product(&job);
  }
}

typedef struct {
  const alih_kernels *kernels;
  ptrdiff_t columns, depth, chunk, rows;
  const float *a, *b;
  float *c;
} dot_job;

// c = a·b for few rows and a row-major b, some columns at a time.
static void run_combinations(void *context, ptrdiff_t index) {
  const dot_job *job = context;
  ptrdiff_t first = index * job->chunk, count = smaller(job->chunk, job->columns - first);
  for (ptrdiff_t row = 0; row < job->rows; row++) {
    job->kernels->combination(count, job->depth, job->a + row * job->depth, job->b + first, job->columns,
                              job->c + row * job->columns + first);
  }
}

static void run_dots(void *context, ptrdiff_t index) {
  const dot_job *job = context;
  ptrdiff_t first = index * job->chunk, count = smaller(job->chunk, job->columns - first);
  for (ptrdiff_t row = 0; row < job->rows; row++) {
    job->kernels->dot_products(count, job->depth, job->a + row * job->depth, job->b + first * job->depth,
                               job->c + row * job->columns + first);
  }
}

void alih_matrix_product(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, const float *b, ptrdiff_t row_stride,
                         ptrdiff_t column_stride, float *c) {
  alih_panels shape = alih_matrix_panels(k, n, row_stride, column_stride);
  int by_columns = row_stride == 1 && column_stride == k, by_rows = column_stride == 1 && row_stride == n;
  if (m <= 2 && (by_columns || by_rows)) {  // packing would cost more than the product
    ptrdiff_t chunk = by_columns ? larger(16, divided_up(n, 64)) : 512;
    dot_job job = {
        .kernels = shape.kernels, .columns = n, .depth = k, .chunk = chunk, .rows = m, .a = a, .b = b, .c = c};
    alih_parallel(divided_up(n, chunk), by_columns ? run_dots : run_combinations, &job);
    return;
  }
  float *panels = alih_scratch(panel_slot, alih_panels_size(&shape));
  alih_pack(&shape, b, panels);
  product_job job = {
      .kernels = shape.kernels,
      .window = alih_matrix_window(m, k),
      .input = a,
      .panels = panels,
      .epilogue = alih_no_epilogue,
      .output = c,
      .columns = n,
      .output_stride = n,
  };
  run_product(&job);
}

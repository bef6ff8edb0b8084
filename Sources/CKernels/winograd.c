#include "winograd.h"

#include <string.h>

enum { channel_unit = 16, own_block = 24, shared_block_tiles = 200, tile_group = 4, panel_group = 4, channel_group = 64 };

int alih_uses_winograd(const alih_convolution *s) {
  return s->kernel_height == 3 && s->kernel_width == 3 && s->stride == 1 && s->dilation == 1 && s->groups == 1 &&
         larger(larger(s->top, s->bottom), larger(s->left, s->right)) <= 2 && s->channels % channel_unit == 0 &&
         s->outputs % channel_unit == 0;
}

alih_winograd_tiles alih_winograd_tiling(const alih_window *w) {
  ptrdiff_t down = divided_up(w->output_height, winograd_step), across = divided_up(w->output_width, winograd_step);
  return (alih_winograd_tiles){.down = down, .across = across, .count = w->batch * down * across};
}

alih_winograd_place alih_winograd_at(const alih_winograd_tiles *tiles, ptrdiff_t index) {
  ptrdiff_t line = index / tiles->across;
  return (alih_winograd_place){.image = line / tiles->down, .y = line % tiles->down * winograd_step,
                               .x = index % tiles->across * winograd_step};
}

// Copies the 6×6 pixels from (y, x) on, with zeros where there is no picture.
static void copy_patch(const alih_window *w, const float *picture, ptrdiff_t y, ptrdiff_t x, float *patch) {
  size_t pixel = (size_t)w->channels * sizeof(float);
  for (ptrdiff_t i = 0; i < winograd_reach; i++) {
    for (ptrdiff_t j = 0; j < winograd_reach; j++, patch += w->channels) {
      if (y + i < 0 || y + i >= w->height || x + j < 0 || x + j >= w->width) {
        memset(patch, 0, pixel);
      } else {
        memcpy(patch, picture + ((y + i) * w->width + x + j) * w->pixel_stride, pixel);
      }
    }
  }
}

void alih_winograd_transform(const alih_kernels *kernels, const alih_window *w, const float *input,
                             alih_winograd_place tile, float *places, ptrdiff_t place_step) {
  ptrdiff_t line = w->width * w->pixel_stride, y = tile.y - w->top, x = tile.x - w->left;
  const float *picture = input + tile.image * w->height * line;
  alih_winograd_patch patch;
  if (y >= 0 && x >= 0 && y + winograd_reach <= w->height && x + winograd_reach <= w->width) {
    patch = (alih_winograd_patch){(float *)picture + y * line + x * w->pixel_stride, line, w->pixel_stride};
  } else {
    float *copy = alih_scratch(rows_slot, (size_t)(winograd_places * w->channels));
    copy_patch(w, picture, y, x, copy);
    patch = (alih_winograd_patch){copy, winograd_reach * w->channels, w->channels};
  }
  kernels->winograd_input(&patch, w->channels, places, place_step);
}

typedef struct {
  const alih_kernels *kernels;
  const alih_window *window;
  const alih_panels *panels;
  const float *input, *packed;
  const alih_epilogue *epilogue;
  float *output;
  ptrdiff_t outputs, columns;  // output channels, and those of whole panels
  alih_winograd_tiles tiles;
} winograd_job;

// Some tiles that are computed together: [place][tile][channel] before the products, [place][tile][column] after.
typedef struct {
  const winograd_job *job;
  ptrdiff_t first, count, rows;  // the tiles, and their number rounded up to whole tiles of the product
  ptrdiff_t place_step, product_step;
  float *places, *products;
} winograd_block;

static winograd_block start_block(const winograd_job *job, ptrdiff_t first, ptrdiff_t most, int shared) {
  winograd_block block = {.job = job, .first = first, .count = smaller(most, job->tiles.count - first)};
  block.rows = divided_up(block.count, job->kernels->rows) * job->kernels->rows;
  block.place_step = alih_place_step(block.rows * job->window->channels);
  block.product_step = alih_place_step(block.rows * job->columns);
  block.places = alih_scratch(shared ? shared_places_slot : places_slot, (size_t)(winograd_places * block.place_step));
  block.products =
      alih_scratch(shared ? shared_products_slot : products_slot, (size_t)(winograd_places * block.product_step));
  return block;
}

static void transform_tile(const winograd_block *block, ptrdiff_t index) {
  const winograd_job *job = block->job;
  alih_winograd_transform(job->kernels, job->window, job->input, alih_winograd_at(&job->tiles, block->first + index),
                          block->places + index * job->window->channels, block->place_step);
}

// Adds, for one place, the products of the tiles' channels `first` ..< `first + depth` with a panel of as many rows.
static void multiply_panel(const winograd_block *block, ptrdiff_t place, ptrdiff_t column, ptrdiff_t first,
                           ptrdiff_t depth, const float *panel) {
  const winograd_job *job = block->job;
  const float *left = block->places + place * block->place_step + first;
  float *products = block->products + place * block->product_step + column;
  job->kernels->products(block->rows, depth, left, job->window->channels, panel, first > 0, &alih_no_epilogue,
                         products, job->columns);
}

// All products of one place, with kept filters.
static void multiply_place(const winograd_block *block, ptrdiff_t place) {
  const winograd_job *job = block->job;
  ptrdiff_t channels = job->window->channels;
  const float *filters = job->packed + place * alih_place_step(job->columns * channels);
  for (ptrdiff_t column = 0; column < job->columns; column += job->kernels->columns) {
    for (ptrdiff_t k = 0; k < channels; k += dot_depth) {
      multiply_panel(block, place, column, k, smaller(dot_depth, channels - k),
                     filters + column * channels + k * job->kernels->columns);
    }
  }
}

// A tile of which only a part lies in the picture is computed beside it.
static void finish_part(const winograd_block *block, const float *products, alih_epilogue epilogue,
                        const alih_winograd_patch *patch, ptrdiff_t lines, ptrdiff_t pixels) {
  ptrdiff_t outputs = block->job->outputs, line = winograd_step * outputs;
  size_t bytes = (size_t)(pixels * outputs) * sizeof(float);
  float *copy = alih_scratch(rows_slot, (size_t)(2 * winograd_step * line)), *addend = copy + winograd_step * line;
  for (ptrdiff_t y = 0; epilogue.addend && y < lines; y++) {
    memcpy(addend + y * line, epilogue.addend + y * patch->line_step, bytes);
  }
  if (epilogue.addend) epilogue.addend = addend;
  alih_winograd_patch whole = {copy, line, outputs};
  block->job->kernels->winograd_output(products, block->product_step, outputs, &epilogue, &whole);
  for (ptrdiff_t y = 0; y < lines; y++) memcpy(patch->pixels + y * patch->line_step, copy + y * line, bytes);
}

static void finish_tile(const winograd_block *block, ptrdiff_t index) {
  const winograd_job *job = block->job;
  const alih_window *w = job->window;
  alih_winograd_place tile = alih_winograd_at(&job->tiles, block->first + index);
  ptrdiff_t line = w->output_width * job->outputs;
  ptrdiff_t place = (tile.image * w->output_height + tile.y) * line + tile.x * job->outputs;
  ptrdiff_t lines = smaller(winograd_step, w->output_height - tile.y);
  ptrdiff_t pixels = smaller(winograd_step, w->output_width - tile.x);
  const float *products = block->products + index * job->columns;
  alih_epilogue epilogue = alih_epilogue_at(job->epilogue, 0, place);
  alih_winograd_patch patch = {job->output + place, line, job->outputs};
  if (lines == winograd_step && pixels == winograd_step) {
    job->kernels->winograd_output(products, block->product_step, job->outputs, &epilogue, &patch);
  } else {
    finish_part(block, products, epilogue, &patch, lines, pixels);
  }
}

// With many tiles every task takes some all the way, in memory of its own.
static void run_block(void *context, ptrdiff_t index) {
  winograd_block block = start_block(context, index * own_block, own_block, 0);
  for (ptrdiff_t i = 0; i < block.count; i++) transform_tile(&block, i);
  for (ptrdiff_t place = 0; place < winograd_places; place++) multiply_place(&block, place);
  for (ptrdiff_t i = 0; i < block.count; i++) finish_tile(&block, i);
}

// With few tiles or many channels all threads work on one block, step by step.
static void transform_tiles(void *context, ptrdiff_t group) {
  const winograd_block *block = context;
  ptrdiff_t end = smaller(block->count, (group + 1) * tile_group);
  for (ptrdiff_t i = group * tile_group; i < end; i++) transform_tile(block, i);
}

static void multiply_places(void *context, ptrdiff_t place) { multiply_place(context, place); }

// Filters that are not kept are transformed for some panels and channels at a time, so that they stay in cache.
static void multiply_columns(void *context, ptrdiff_t index) {
  const winograd_block *block = context;
  const alih_panels *p = block->job->panels;
  ptrdiff_t all = divided_up(p->columns, p->kernels->columns), channels = p->channels, columns = p->kernels->columns;
  ptrdiff_t first = index * panel_group, end = smaller(first + panel_group, all);
  ptrdiff_t step = alih_place_step(panel_group * channel_group * columns);
  float *filters = alih_scratch(filters_slot, (size_t)(winograd_places * step));
  for (ptrdiff_t k = 0; k < channels; k += channel_group) {
    ptrdiff_t depth = smaller(channel_group, channels - k);
    for (ptrdiff_t panel = first; panel < end; panel++) {
      alih_winograd_filters(p, block->job->packed, panel, k, depth, filters + (panel - first) * depth * columns, step);
    }
    for (ptrdiff_t place = 0; place < winograd_places; place++) {
      for (ptrdiff_t panel = first; panel < end; panel++) {
        multiply_panel(block, place, panel * columns, k, depth,
                       filters + place * step + (panel - first) * depth * columns);
      }
    }
  }
}
static void finish_tiles(void *context, ptrdiff_t group) {
  const winograd_block *block = context;
  ptrdiff_t end = smaller(block->count, (group + 1) * tile_group);
  for (ptrdiff_t i = group * tile_group; i < end; i++) finish_tile(block, i);
}

void alih_winograd_convolve(const alih_window *w, const alih_panels *p, const float *input, const float *packed,
                            const alih_epilogue *epilogue, float *output) {
  ptrdiff_t panels = divided_up(p->columns, p->kernels->columns);
  winograd_job job = {
      .kernels = p->kernels, .window = w, .panels = p, .input = input, .packed = packed, .epilogue = epilogue,
      .output = output, .outputs = p->columns, .columns = panels * p->kernels->columns,
      .tiles = alih_winograd_tiling(w),
  };
  int keeps = alih_keeps_filters(p);
  if (keeps && job.tiles.count >= shared_block_tiles) {
    alih_parallel(divided_up(job.tiles.count, own_block), run_block, &job);
    return;
  }
  ptrdiff_t count = divided_up(job.tiles.count, divided_up(job.tiles.count, shared_block_tiles));
  for (ptrdiff_t first = 0; first < job.tiles.count; first += count) {
    winograd_block block = start_block(&job, first, count, 1);
    ptrdiff_t groups = divided_up(block.count, tile_group);
    alih_parallel(groups, transform_tiles, &block);
    if (keeps) {
      alih_parallel(winograd_places, multiply_places, &block);
    } else {
      alih_parallel(divided_up(panels, panel_group), multiply_columns, &block);
    }
    alih_parallel(groups, finish_tiles, &block);
  }
}

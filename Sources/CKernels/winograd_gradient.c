// The weight gradient on Winograd's side: for each of the 36 places a sum of outer products over all tiles.
#include <string.h>

#include "winograd.h"

enum { most_tiles = 96, tile_group = 4, fewest_tiles = 12 };

int alih_gradient_uses_winograd(const alih_convolution *s) {
  alih_window window = alih_forward_window(s);
  return alih_uses_winograd(s) && alih_winograd_tiling(&window).count >= fewest_tiles;
}

typedef struct {
  const alih_kernels *kernels;
  alih_window window;
  const float *input, *upstream;
  ptrdiff_t outputs, columns;  // output channels, and those of whole panels
  alih_winograd_tiles tiles;
  ptrdiff_t first, count;      // the tiles of the current block
  ptrdiff_t place_step, upstream_step, sums_step;
  float *places;               // [place][tile][channel]
  float *upstreams;            // [place][panel][tile][tile column]
  float *sums;                 // [place][panel][channel][tile column]
} gradient_job;

static void transform_upstream(const gradient_job *job, ptrdiff_t index) {
  const alih_window *w = &job->window;
  alih_winograd_place tile = alih_winograd_at(&job->tiles, job->first + index);
  ptrdiff_t line = w->output_width * job->outputs;
  float *pixels = (float *)job->upstream + (tile.image * w->output_height + tile.y) * line + tile.x * job->outputs;
  alih_winograd_patch patch = {pixels, line, job->outputs};
  ptrdiff_t lines = smaller(winograd_step, w->output_height - tile.y);
  ptrdiff_t across = smaller(winograd_step, w->output_width - tile.x);
  if (lines < winograd_step || across < winograd_step) {
    size_t values = (size_t)(winograd_step * winograd_step * job->outputs);
    float *copy = memset(alih_scratch(rows_slot, values), 0, values * sizeof(float));
    patch = (alih_winograd_patch){copy, winograd_step * job->outputs, job->outputs};
    for (ptrdiff_t y = 0; y < lines; y++) {
      memcpy(copy + y * patch.line_step, pixels + y * line, (size_t)(across * job->outputs) * sizeof(float));
    }
  }
  ptrdiff_t columns = job->kernels->columns;
  job->kernels->winograd_upstream(&patch, job->outputs, job->upstreams + index * columns, job->upstream_step,
                                  job->count * columns);
}

static void transform_tiles(void *context, ptrdiff_t group) {
  const gradient_job *job = context;
  ptrdiff_t end = smaller((group + 1) * tile_group, job->count);
  for (ptrdiff_t index = group * tile_group; index < end; index++) {
    alih_winograd_transform(job->kernels, &job->window, job->input, alih_winograd_at(&job->tiles, job->first + index),
                            job->places + index * job->window.channels, job->place_step);
    transform_upstream(job, index);
  }
}

static void add_place(void *context, ptrdiff_t place) {
  const gradient_job *job = context;
  const alih_kernels *kernels = job->kernels;
  ptrdiff_t channels = job->window.channels;
  float *sums = job->sums + place * job->sums_step;
  if (job->first == 0) memset(sums, 0, (size_t)(channels * job->columns) * sizeof(float));
  for (ptrdiff_t column = 0; column < job->columns; column += kernels->columns) {
    for (ptrdiff_t wanted = 0; wanted < channels; wanted += kernels->rows) {
      // The last tile starts early enough to end with the channels.
      ptrdiff_t start = larger(0, smaller(wanted, channels - kernels->rows));
      alih_outer_tile tile = {
          .lines = 1, .line_length = job->count, .pixel_step = channels,
          .left = job->places + place * job->place_step + start,
          .right = job->upstreams + place * job->upstream_step + column * job->count,
          .sums = sums + column * channels + start * kernels->columns,
          .first_row = wanted - start, .end_row = smaller(kernels->rows, channels - start)};
      kernels->outer(&tile);
    }
  }
}

void alih_winograd_weight_gradient(const alih_convolution *s, const float *input, const float *upstream,
                                   float *weight_gradient) {
  alih_panels panels = alih_weight_panels(s);
  gradient_job job = {
      .kernels = panels.kernels, .window = alih_forward_window(s), .input = input, .upstream = upstream,
      .outputs = s->outputs, .columns = divided_up(s->outputs, panels.kernels->columns) * panels.kernels->columns,
  };
  job.tiles = alih_winograd_tiling(&job.window);
  ptrdiff_t block = smaller(most_tiles, job.tiles.count);
  job.place_step = alih_place_step(block * s->channels);
  job.upstream_step = alih_place_step(block * job.columns);
  job.sums_step = alih_place_step(s->channels * job.columns);
  job.places = alih_scratch(shared_places_slot, (size_t)(winograd_places * job.place_step));
  job.upstreams = alih_scratch(shared_products_slot, (size_t)(winograd_places * job.upstream_step));
  job.sums = alih_scratch(sums_slot, (size_t)(winograd_places * job.sums_step));
  for (job.first = 0; job.first < job.tiles.count; job.first += block) {
    job.count = smaller(block, job.tiles.count - job.first);
    alih_parallel(divided_up(job.count, tile_group), transform_tiles, &job);
    alih_parallel(winograd_places, add_place, &job);
  }
  alih_winograd_unpack(&panels, job.sums, weight_gradient);
}

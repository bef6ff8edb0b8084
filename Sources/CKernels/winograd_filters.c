// The kernels of a convolution on Winograd's side, and back.
#include "winograd.h"

// Up to so many kernels are kept transformed; with more, reading four times as much costs more than transforming anew.
enum { taps = 9, side = 3, most_kept = 256 * 256 };

static ptrdiff_t panels_of(const alih_panels *p) { return divided_up(p->columns, p->kernels->columns); }

static ptrdiff_t filter_step(const alih_panels *p) {
  return alih_place_step(panels_of(p) * p->kernels->columns * p->channels);
}

int alih_keeps_filters(const alih_panels *p) { return p->channels * p->columns <= most_kept; }

size_t alih_winograd_size(const alih_panels *p) {
  return alih_keeps_filters(p) ? (size_t)(winograd_places * filter_step(p)) : alih_panels_size(p);
}

typedef struct {
  const alih_panels *shape;
  const float *weight;
  float *packed, *gathered;
} filter_job;

// Positions of the nine taps in memory.
static void find_taps(const alih_panels *p, ptrdiff_t *positions) {
  for (ptrdiff_t h = 0; h < side; h++) {
    for (ptrdiff_t w = 0; w < side; w++) {
      ptrdiff_t y = p->flipped ? side - 1 - h : h, x = p->flipped ? side - 1 - w : w;
      positions[h * side + w] = y * p->height_stride + x * p->width_stride;
    }
  }
}

static void pack_panel(void *context, ptrdiff_t panel) {
  const filter_job *job = context;
  const alih_panels *p = job->shape;
  ptrdiff_t columns = p->kernels->columns, first = panel * columns, valid = smaller(columns, p->columns - first);
  ptrdiff_t positions[taps];
  find_taps(p, positions);
  float kernels[taps * most_tile_columns] = {0};
  for (ptrdiff_t c = 0; c < p->channels; c++) {
    const float *weight = job->weight + first * p->column_stride + c * p->channel_stride;
    for (ptrdiff_t j = 0; j < valid; j++) {
      for (ptrdiff_t tap = 0; tap < taps; tap++) {
        kernels[tap * columns + j] = weight[j * p->column_stride + positions[tap]];
      }
    }
    p->kernels->winograd_filter(kernels, columns, job->packed + (panel * p->channels + c) * columns, filter_step(p));
  }
}

void alih_winograd_filters(const alih_panels *p, const float *packed, ptrdiff_t panel, ptrdiff_t first, ptrdiff_t count,
                           float *filters, ptrdiff_t place_step) {
  ptrdiff_t columns = p->kernels->columns, tap_step = p->channels * columns;
  const float *panel_taps = packed + panel * taps * tap_step;
  for (ptrdiff_t c = 0; c < count; c++) {
    p->kernels->winograd_filter(panel_taps + (first + c) * columns, tap_step, filters + c * columns, place_step);
  }
}

void alih_winograd_pack(const alih_panels *p, const float *weight, float *packed) {
  if (!alih_keeps_filters(p)) return alih_pack(p, weight, packed);
  filter_job job = {.shape = p, .weight = weight, .packed = packed};
  alih_parallel(panels_of(p), pack_panel, &job);
}

static void unpack_panel(void *context, ptrdiff_t panel) {
  const filter_job *job = context;
  const alih_panels *p = job->shape;
  ptrdiff_t columns = p->kernels->columns, first = panel * columns, valid = smaller(columns, p->columns - first);
  ptrdiff_t positions[taps];
  find_taps(p, positions);
  float kernels[taps * most_tile_columns];
  for (ptrdiff_t c = 0; c < p->channels; c++) {
    p->kernels->winograd_filter_gradient(job->packed + (panel * p->channels + c) * columns, filter_step(p), kernels);
    float *weight = job->gathered + first * p->column_stride + c * p->channel_stride;
    for (ptrdiff_t j = 0; j < valid; j++) {
      for (ptrdiff_t tap = 0; tap < taps; tap++) {
        weight[j * p->column_stride + positions[tap]] = kernels[tap * columns + j];
      }
    }
  }
}

void alih_winograd_unpack(const alih_panels *p, float *packed, float *weight) {
  filter_job job = {.shape = p, .packed = packed, .gathered = weight};
  alih_parallel(panels_of(p), unpack_panel, &job);
}

// Packing: the right side of a matrix product as panels of the tile's width, so that a tile reads it in one stream.
#include "panels.h"

#include <string.h>

alih_panels alih_weight_panels(const alih_convolution *s) {
  ptrdiff_t taps = s->kernel_height * s->kernel_width, channels = s->channels / s->groups;
  return (alih_panels){
      .kernels = alih_current_kernels(),
      .columns = s->outputs / s->groups,
      .channels = channels,
      .kernel_height = s->kernel_height,
      .kernel_width = s->kernel_width,
      .column_stride = channels * taps,
      .channel_stride = taps,
      .height_stride = s->kernel_width,
      .width_stride = 1,
  };
}

alih_panels alih_matrix_panels(ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t row_stride, ptrdiff_t column_stride) {
  return (alih_panels){
      .kernels = alih_current_kernels(),
      .columns = columns,
      .channels = rows,
      .kernel_height = 1,
      .kernel_width = 1,
      .column_stride = column_stride,
      .channel_stride = row_stride,
  };
}

size_t alih_panels_size(const alih_panels *p) {
  ptrdiff_t columns = p->kernels->columns;
  return (size_t)(divided_up(p->columns, columns) * columns * alih_panels_depth(p));
}

typedef struct {
  const alih_panels *shape;
  const float *values;
  float *packed;
  float *gathered;
} pack_job;

static ptrdiff_t position(const alih_panels *p, ptrdiff_t h, ptrdiff_t w) {
  return (p->flipped ? p->kernel_height - 1 - h : h) * p->height_stride +
         (p->flipped ? p->kernel_width - 1 - w : w) * p->width_stride;
}

static void pack_panel(void *context, ptrdiff_t index) {
  const pack_job *job = context;
  const alih_panels *p = job->shape;
  ptrdiff_t width = p->kernels->columns, first = index * width;
  ptrdiff_t valid = smaller(width, p->columns - first);
  float *packed = job->packed + index * width * alih_panels_depth(p);
  for (ptrdiff_t h = 0; h < p->kernel_height; h++) {
    for (ptrdiff_t w = 0; w < p->kernel_width; w++) {
      const float *values = job->values + first * p->column_stride + position(p, h, w);
      for (ptrdiff_t i = 0; i < p->channels; i++, packed += width, values += p->channel_stride) {
        if (p->column_stride == 1) {
          memcpy(packed, values, (size_t)valid * sizeof(float));
        } else {
          for (ptrdiff_t j = 0; j < valid; j++) packed[j] = values[j * p->column_stride];
        }
        for (ptrdiff_t j = valid; j < width; j++) packed[j] = 0;
      }
    }
  }
}

void alih_pack(const alih_panels *p, const float *values, float *packed) {
  pack_job job = {.shape = p, .values = values, .packed = packed};
  alih_parallel(divided_up(p->columns, p->kernels->columns), pack_panel, &job);
}

static void unpack_panel(void *context, ptrdiff_t index) {
  const pack_job *job = context;
  const alih_panels *p = job->shape;
  ptrdiff_t width = p->kernels->columns, first = index * width;
  ptrdiff_t valid = smaller(width, p->columns - first);
  const float *packed = job->packed + index * width * alih_panels_depth(p);
  for (ptrdiff_t h = 0; h < p->kernel_height; h++) {
    for (ptrdiff_t w = 0; w < p->kernel_width; w++) {
      float *values = job->gathered + first * p->column_stride + position(p, h, w);
      for (ptrdiff_t i = 0; i < p->channels; i++, packed += width, values += p->channel_stride) {
        for (ptrdiff_t j = 0; j < valid; j++) values[j * p->column_stride] = packed[j];
      }
    }
  }
}

void alih_unpack(const alih_panels *p, float *packed, float *values) {
  pack_job job = {.shape = p, .packed = packed, .gathered = values};
  alih_parallel(divided_up(p->columns, p->kernels->columns), unpack_panel, &job);
}

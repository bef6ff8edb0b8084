#pragma once

#include "internal.h"

// Where the right side of a product lies in memory: element (h, w, channel; column) at
// h · height_stride + w · width_stride + channel · channel_stride + column · column_stride, the kernel flipped or not.
typedef struct {
  const alih_kernels *kernels;  // whose tiles the panels are for
  ptrdiff_t columns, channels, kernel_height, kernel_width;
  ptrdiff_t column_stride, channel_stride, height_stride, width_stride;
  int flipped;
} alih_panels;

// The weights [outputs, channels, height, width] of one group of a convolution, a column for each output.
alih_panels alih_weight_panels(const alih_convolution *shape);
// A matrix, a column for each of its columns.
alih_panels alih_matrix_panels(ptrdiff_t rows, ptrdiff_t columns, ptrdiff_t row_stride, ptrdiff_t column_stride);
// Whether the input gradient is better spread from the output pixels than gathered for the input pixels, the panels of
// the weight for that, and the gradient itself.
int alih_scatters(const alih_convolution *shape);
alih_panels alih_scatter_panels(const alih_convolution *shape);
void alih_scatter_input_gradient(const alih_convolution *shape, const float *upstream, const float *packed,
                                 float *input_gradient);
// Number of rows of a panel.
static inline ptrdiff_t alih_panels_depth(const alih_panels *p) {
  return p->kernel_height * p->kernel_width * p->channels;
}
// Number of values of all panels, the last one filled up with zeros.
size_t alih_panels_size(const alih_panels *p);
// values → panels [panel][height, width, channel][tile column].
void alih_pack(const alih_panels *p, const float *values, float *packed);
// panels → values.
void alih_unpack(const alih_panels *p, float *packed, float *values);

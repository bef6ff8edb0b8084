// The part of an input that a block of output pixels looks at.
#pragma once

#include "internal.h"

// Geometry of one group of a convolution, or of a convolution's input gradient. The input is read as if `up − 1` zeros
// stood between its pixels and `top` rows and `left` columns of zeros before them (negative: cut off) and enough after.
typedef struct {
  ptrdiff_t batch, height, width;               // input
  ptrdiff_t pixel_stride, channels;             // values from pixel to pixel, and those of this group
  ptrdiff_t output_height, output_width;
  ptrdiff_t kernel_height, kernel_width, stride, dilation;
  ptrdiff_t top, left, up;
  int exact;  // no output pixel looks past the input's end
} alih_window;

// Runs of consecutive values that an output pixel reads: whole kernel rows where nothing lies between the taps.
typedef struct {
  ptrdiff_t segments, length;
} alih_runs;

static inline int alih_is_direct(const alih_window *w) { return w->top == 0 && w->left == 0 && w->up == 1 && w->exact; }
// Columns of the padded rows.
static inline ptrdiff_t alih_padded_width(const alih_window *w) {
  return (w->output_width - 1) * w->stride + (w->kernel_width - 1) * w->dilation + 1;
}
// Padded rows that `lines` rows of output look at.
static inline ptrdiff_t alih_padded_lines(const alih_window *w, ptrdiff_t lines) {
  return (lines - 1) * w->stride + (w->kernel_height - 1) * w->dilation + 1;
}
// Rows of output a block should have, so that what it reads stays in the second-level cache.
ptrdiff_t alih_block_lines(const alih_window *w);
// Copies the padded rows for output rows first ..< first + lines of picture `image` to [rows][padded width][channels].
void alih_fill_window(const alih_window *w, const float *input, ptrdiff_t image, ptrdiff_t first, ptrdiff_t lines,
                      float *rows);
// The runs of a kernel over rows of `row_stride` and pixels of `pixel_stride` values, and their offsets.
alih_runs alih_kernel_runs(const alih_window *w, ptrdiff_t row_stride, ptrdiff_t pixel_stride, ptrdiff_t *offsets);
// The window through which a group of a convolution sees its input (to be moved by the group's first channel).
alih_window alih_forward_window(const alih_convolution *shape);
// A row-major matrix as one line of pixels.
alih_window alih_matrix_window(ptrdiff_t rows, ptrdiff_t columns);
// Makes all pictures one line where only single pixels are looked at.
void alih_join_pixels(alih_window *w);
// The window through which the input gradient of a convolution sees the upstream gradient.
alih_window alih_gradient_window(const alih_convolution *shape);

// Depthwise: every channel has its own kernel.
static inline int alih_is_depthwise(const alih_convolution *s) {
  return s->groups > 1 && s->groups == s->channels && s->groups == s->outputs;
}
void alih_depthwise_forward(const alih_convolution *s, const float *input, const float *weight,
                            const alih_epilogue *epilogue, float *output);
void alih_depthwise_input_gradient(const alih_convolution *s, const float *upstream, const float *weight,
                                   float *input_gradient);
void alih_depthwise_weight_gradient(const alih_convolution *s, const float *input, const float *upstream,
                                    float *weight_gradient);

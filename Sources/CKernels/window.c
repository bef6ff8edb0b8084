#include "window.h"

#include <string.h>

ptrdiff_t alih_output_height(const alih_convolution *s) {
  return (s->height + s->top + s->bottom - s->dilation * (s->kernel_height - 1) - 1) / s->stride + 1;
}

ptrdiff_t alih_output_width(const alih_convolution *s) {
  return (s->width + s->left + s->right - s->dilation * (s->kernel_width - 1) - 1) / s->stride + 1;
}

// Whether windows over a side with `before` zeros before it end within it.
static int ends_within(ptrdiff_t length, ptrdiff_t before, ptrdiff_t windows, ptrdiff_t stride, ptrdiff_t reach) {
  return (windows - 1) * stride + reach < before + length;
}

alih_window alih_forward_window(const alih_convolution *s) {
  ptrdiff_t height = alih_output_height(s), width = alih_output_width(s);
  return (alih_window){
      .batch = s->batch, .height = s->height, .width = s->width,
      .pixel_stride = s->channels, .channels = s->channels / s->groups,
      .output_height = height, .output_width = width,
      .kernel_height = s->kernel_height, .kernel_width = s->kernel_width,
      .stride = s->stride, .dilation = s->dilation, .top = s->top, .left = s->left, .up = 1,
      .exact = ends_within(s->height, s->top, height, s->stride, s->dilation * (s->kernel_height - 1)) &&
               ends_within(s->width, s->left, width, s->stride, s->dilation * (s->kernel_width - 1)),
  };
}

alih_window alih_gradient_window(const alih_convolution *s) {
  ptrdiff_t top = s->dilation * (s->kernel_height - 1) - s->top;
  ptrdiff_t left = s->dilation * (s->kernel_width - 1) - s->left;
  ptrdiff_t height = alih_output_height(s), width = alih_output_width(s);
  return (alih_window){
      .batch = s->batch, .height = height, .width = width,
      .pixel_stride = s->outputs, .channels = s->outputs / s->groups,
      .output_height = s->height, .output_width = s->width,
      .kernel_height = s->kernel_height, .kernel_width = s->kernel_width,
      .stride = 1, .dilation = s->dilation, .top = top, .left = left, .up = s->stride,
      .exact = s->height + s->dilation * (s->kernel_height - 1) == height &&
               s->width + s->dilation * (s->kernel_width - 1) == width,
  };
}

alih_window alih_matrix_window(ptrdiff_t rows, ptrdiff_t columns) {
  return (alih_window){.batch = 1, .height = 1, .width = rows, .pixel_stride = columns, .channels = columns,
                       .output_height = 1, .output_width = rows, .kernel_height = 1, .kernel_width = 1,
                       .stride = 1, .dilation = 1, .up = 1, .exact = 1};
}

void alih_join_pixels(alih_window *w) {
  if (!alih_is_direct(w) || w->kernel_height * w->kernel_width != 1 || w->stride != 1) return;
  w->width *= w->batch * w->height;
  w->output_width = w->width;
  w->batch = w->height = w->output_height = 1;
}

enum { window_values = 32 * 1024, block_pixels = 288 };

ptrdiff_t alih_block_lines(const alih_window *w) {
  ptrdiff_t line = alih_padded_width(w) * w->channels * w->stride;
  ptrdiff_t by_cache = window_values / larger(line, 1), by_pixels = divided_up(block_pixels, w->output_width);
  return smaller(larger(1, smaller(by_cache, by_pixels)), w->output_height);
}

static void fill_row(const alih_window *w, const float *input, float *row) {
  ptrdiff_t width = alih_padded_width(w), channels = w->channels;
  // Padded columns first ..< end come from the input; those before and after are zero.
  ptrdiff_t first = smaller(larger(w->left, 0), width);
  ptrdiff_t end = smaller(larger(w->left + (w->width - 1) * w->up + 1, first), width);
  memset(row, 0, (size_t)(first * channels) * sizeof(float));
  memset(row + end * channels, 0, (size_t)((width - end) * channels) * sizeof(float));
  if (w->up == 1 && w->pixel_stride == channels) {
    const float *source = input + (first - w->left) * channels;
    memcpy(row + first * channels, source, (size_t)((end - first) * channels) * sizeof(float));
    return;
  }
  for (ptrdiff_t x = first; x < end; x++) {
    ptrdiff_t place = x - w->left;
    if (place % w->up) {
      memset(row + x * channels, 0, (size_t)channels * sizeof(float));
    } else {
      memcpy(row + x * channels, input + place / w->up * w->pixel_stride, (size_t)channels * sizeof(float));
    }
  }
}

void alih_fill_window(const alih_window *w, const float *input, ptrdiff_t image, ptrdiff_t first, ptrdiff_t lines,
                      float *rows) {
  ptrdiff_t row_values = alih_padded_width(w) * w->channels;
  for (ptrdiff_t row = 0; row < alih_padded_lines(w, lines); row++, rows += row_values) {
    ptrdiff_t y = first * w->stride + row - w->top;
    if (y < 0 || y % w->up || y / w->up >= w->height) {
      memset(rows, 0, (size_t)row_values * sizeof(float));
    } else {
      fill_row(w, input + (image * w->height + y / w->up) * w->width * w->pixel_stride, rows);
    }
  }
}

alih_runs alih_kernel_runs(const alih_window *w, ptrdiff_t row_stride, ptrdiff_t pixel_stride, ptrdiff_t *offsets) {
  int joined = w->dilation == 1 && pixel_stride == w->channels;
  ptrdiff_t across = joined ? 1 : w->kernel_width;
  for (ptrdiff_t h = 0; h < w->kernel_height; h++) {
    for (ptrdiff_t x = 0; x < across; x++) {
      offsets[h * across + x] = w->dilation * (h * row_stride + x * pixel_stride);
    }
  }
  ptrdiff_t length = joined ? w->kernel_width * w->channels : w->channels;
  return (alih_runs){.segments = w->kernel_height * across, .length = length};
}

// Winograd's way to convolve with 3×3 kernels: F(4×4, 3×3) of Lavin and Gray (2016), a quarter of the multiplications.
//
// Tiles of 4×4 output pixels y come from 6×6 input pixels d and the kernel g as y = Aᵀ[(G g Gᵀ) ⊙ (Bᵀ d B)]A. Over all
// channels the product ⊙ is 36 matrix products, one for each place of the 6×6. The gradient with respect to the kernel is
// Gᵀ[(Bᵀ d B) ⊙ (A ∂y Aᵀ)]G, summed over all tiles. The points of the interpolation are 0, ±√½, ±√2 and ∞, whose small
// powers keep the rounding near that of the direct sum.
#pragma once

#include "panels.h"
#include "window.h"

enum { winograd_places = 36, winograd_reach = 6, winograd_step = 4 };

// Where the tiles of a window lie.
typedef struct {
  ptrdiff_t down, across;  // tiles of a picture
  ptrdiff_t count;         // of all pictures
} alih_winograd_tiles;

// One tile: its picture, and its first output pixel.
typedef struct {
  ptrdiff_t image, y, x;
} alih_winograd_place;

// Whether a convolution and its input gradient are computed this way, and whether its weight gradient is, too.
int alih_uses_winograd(const alih_convolution *shape);
int alih_gradient_uses_winograd(const alih_convolution *shape);

// The kernels of few channels are packed transformed, [place][panel][channel][tile column]; those of many as alih_pack
// does, to be transformed panel by panel.
int alih_keeps_filters(const alih_panels *p);
size_t alih_winograd_size(const alih_panels *p);
void alih_winograd_pack(const alih_panels *p, const float *weight, float *packed);
// G g Gᵀ for `count` channels of a panel that was packed as taps, [place][channel][tile column].
void alih_winograd_filters(const alih_panels *p, const float *packed, ptrdiff_t panel, ptrdiff_t first, ptrdiff_t count,
                           float *filters, ptrdiff_t place_step);
// Gᵀ s G for every kernel of [place][panel][channel][tile column].
void alih_winograd_unpack(const alih_panels *p, float *sums, float *weight);

// output = epilogue(input ∗ weight) for what the window reads of the input.
void alih_winograd_convolve(const alih_window *w, const alih_panels *p, const float *input, const float *packed,
                            const alih_epilogue *epilogue, float *output);
// The gradient with respect to the weight, overwritten.
void alih_winograd_weight_gradient(const alih_convolution *s, const float *input, const float *upstream,
                                   float *weight_gradient);

alih_winograd_tiles alih_winograd_tiling(const alih_window *w);
alih_winograd_place alih_winograd_at(const alih_winograd_tiles *tiles, ptrdiff_t index);
// Bᵀ d B for the tile at a place.
void alih_winograd_transform(const alih_kernels *kernels, const alih_window *w, const float *input,
                             alih_winograd_place tile, float *places, ptrdiff_t place_step);

// Values from one place to the next for an array of so many values a place: not a power of two, so that the 36 places
// do not fall on the same sets of the cache.
static inline ptrdiff_t alih_place_step(ptrdiff_t values) { return values + 16; }
